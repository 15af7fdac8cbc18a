using System.Net;
using HuiminCoord.Server.Hosting;
using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Tests.Cluster;

public sealed class PostgreSqlSettingsTests
{
    private const string Database = "Host=db.example;Port=5433;Database=huimin;Username=officer;Password=top-secret";

    [Fact]
    public void Without_variables_there_is_no_PostgreSQL_and_empty_ones_count_as_none()
    {
        Assert.Null(PostgreSqlSettings.From(_ => null));
        Assert.Null(PostgreSqlSettings.From(_ => ""));
    }

    [Fact]
    public void Everything_can_be_said()
    {
        var settings = Read(("POSTGRESQL", Database), ("CLUSTER_ID", "district-1"), ("CLUSTER_SILO_PORT", "11111"), ("CLUSTER_GATEWAY_PORT", "30000"), ("CLUSTER_ADDRESS", "::1"));

        Assert.Equal(Database, settings!.ConnectionString);
        Assert.Equal(new ClusterSettings("district-1", 11111, 30000, IPAddress.IPv6Loopback), settings.Cluster);
    }

    [Fact]
    public void What_is_not_said_has_a_default()
    {
        Assert.Null(Read(("POSTGRESQL", Database))!.Cluster);
        Assert.Equal(ClusterSettings.Default with { SiloPort = 11111 }, Read(("POSTGRESQL", Database), ("CLUSTER_SILO_PORT", "11111"), ("CLUSTER_ADDRESS", "localhost"))!.Cluster);
    }

    [Fact]
    public void Printing_shows_host_and_database_only()
    {
        var settings = Read(("POSTGRESQL", Database))!;

        Assert.Equal("PostgreSQL db.example/huimin", settings.Place);
        Assert.Equal(settings.Place, $"{settings}");
    }

    [Theory]
    [InlineData("POSTGRESQL", "top-secret")]
    [InlineData("POSTGRESQL", "Host=db.example;Pasword=top-secret")]
    [InlineData("POSTGRESQL", "Host=db.example;Port=top-secret;Database=huimin")]
    [InlineData("POSTGRESQL", "Database=huimin;Password=top-secret")]
    [InlineData("POSTGRESQL", "Host=db.example;Password=top-secret")]
    [InlineData("CLUSTER_ID", "District 1")]
    [InlineData("CLUSTER_SILO_PORT", "80")]
    [InlineData("CLUSTER_SILO_PORT", "11111x")]
    [InlineData("CLUSTER_GATEWAY_PORT", "65536")]
    [InlineData("CLUSTER_ADDRESS", "10.0.0.7")]
    [InlineData("CLUSTER_ADDRESS", "0.0.0.0")]
    [InlineData("CLUSTER_ADDRESS", "server-2")]
    public void A_value_that_cannot_be_used_is_refused_with_its_name_and_without_a_password(string name, string value)
    {
        var refused = Assert.Throws<CommandRefusedException>(() => Read(("POSTGRESQL", Database), (name, value)));

        Assert.Contains($"HUIMINCOORD_{name}", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("top-secret", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cluster_without_PostgreSQL_or_with_one_port_for_two_doors_is_refused()
    {
        var alone = Assert.Throws<CommandRefusedException>(() => Read(("CLUSTER_SILO_PORT", "11111")));
        var twice = Assert.Throws<CommandRefusedException>(() => Read(("POSTGRESQL", Database), ("CLUSTER_SILO_PORT", "11111"), ("CLUSTER_GATEWAY_PORT", "11111")));

        Assert.Contains("HUIMINCOORD_POSTGRESQL", alone.Message, StringComparison.Ordinal);
        Assert.Contains("different ports", twice.Message, StringComparison.Ordinal);
    }

    /// <summary>The last word on a name counts.</summary>
    private static PostgreSqlSettings? Read(params (string Name, string Value)[] said) =>
        PostgreSqlSettings.From(name => said.LastOrDefault(s => $"HUIMINCOORD_{s.Name}" == name).Value);
}

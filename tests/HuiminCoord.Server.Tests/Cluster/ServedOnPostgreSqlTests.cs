using System.Globalization;
using System.Net;
using System.Net.Sockets;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Hosting;
using HuiminCoord.Server.Tests.Commands;
using Npgsql;

namespace HuiminCoord.Server.Tests.Cluster;

/// <summary>What <c>serve</c> says to settings for PostgreSQL before anything starts.</summary>
public sealed class ServedOnPostgreSqlTests(PostgreSqlServer server) : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("huimin-settings-").FullName;

    [Fact]
    public async Task A_rehearsal_on_PostgreSQL_has_its_database_for_itself()
    {
        var settings = On(await server.NewDatabase());
        string[] serve = ["serve", "--urls", "http://127.0.0.1:0", "--pace", "20"];
        using var rehearsal = ServerProcess.Start(_directory, settings, serve);
        await rehearsal.Printed(l => l.Any(x => x.StartsWith("2020-09-17", StringComparison.Ordinal)), "the first reminder");

        var second = await ServerProcess.Run(_directory, settings, serve);
        var live = await ServerProcess.Run(_directory, settings, [.. serve[..3], "--live"]);
        rehearsal.Kill();
        var later = await ServerProcess.Run(_directory, settings, [.. serve[..3], "--live"]);

        AssertRefused(second, "A rehearsal runs on this database");
        AssertRefused(live, "A rehearsal runs on this database");
        AssertRefused(later, "holds a rehearsal");
        Assert.Contains(rehearsal.Lines, l => l.StartsWith("Data: PostgreSQL 127.0.0.1/test_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settings_that_cannot_be_right_are_refused_before_anything_starts()
    {
        var place = await server.NewDatabase();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        AssertRefused(await ServerProcess.Run(_directory, On(place, (ClusterSettings.IdVariable, "district")), "serve"), "A rehearsal is one server");
        AssertRefused(await ServerProcess.Run(_directory, On(place), "serve", "--live", "--data", _directory), "two databases");
        AssertRefused(await ServerProcess.Run(_directory, On(place, (ClusterSettings.SiloPortVariable, port)), "serve", "--live"), $"{ClusterSettings.SiloPortVariable}={port} cannot be used");
        AssertRefused(await ServerProcess.Run(_directory, On(place, (ClusterSettings.AddressVariable, "10.0.0.7")), "serve", "--live"), "they meet on loopback only");
    }

    [Fact]
    public async Task A_database_that_cannot_be_used_is_named_without_its_password()
    {
        var place = new NpgsqlConnectionStringBuilder(await server.NewDatabase()) { Password = "top-secret" };
        var absent = new NpgsqlConnectionStringBuilder(place.ConnectionString) { Database = "absent" };
        var nobody = new NpgsqlConnectionStringBuilder(place.ConnectionString) { Port = 1 };
        await Execute(place.ConnectionString, "CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0");
        await Execute(place.ConnectionString, "CREATE ROLE guest LOGIN");
        var guest = new NpgsqlConnectionStringBuilder(place.ConnectionString) { Username = "guest" };
        var latin = new NpgsqlConnectionStringBuilder(place.ConnectionString) { Database = "latin" };

        AssertRefused(await ServerProcess.Run(_directory, On(absent.ConnectionString), "serve", "--live"), "PostgreSQL 127.0.0.1/absent cannot be used");
        AssertRefused(await ServerProcess.Run(_directory, On(nobody.ConnectionString), "serve", "--live"), "cannot be used");
        AssertRefused(await ServerProcess.Run(_directory, On(latin.ConnectionString), "serve", "--live"), "ENCODING 'UTF8'");
        AssertRefused(await ServerProcess.Run(_directory, On(guest.ConnectionString), "serve", "--live"), "permission denied");
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static Dictionary<string, string> On(string place, params (string Name, string Value)[] more) =>
        new(more.Select(m => KeyValuePair.Create(m.Name, m.Value))) { [PostgreSqlSettings.DatabaseVariable] = place };

    private static void AssertRefused((int Code, IReadOnlyList<string> Lines, IReadOnlyList<string> Errors) run, string why)
    {
        Assert.Equal(1, run.Code);
        var sentence = Assert.Single(run.Errors);
        Assert.Contains(why, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("top-secret", sentence, StringComparison.Ordinal);
    }

    private static async Task Execute(string place, string text)
    {
        await using var connection = new NpgsqlConnection(place);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a constant of this test
        command.CommandText = text;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}

using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Commands;
using HuiminCoord.Server.Rehearsals;
using Npgsql;

namespace HuiminCoord.Server.Tests.Auditing;

/// <summary>Two months of the shipped plan with people who act, sealed and attested as it went; whoever wants to tamper takes a copy.</summary>
internal sealed class SealedCampaign : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("huimin-sealed-").FullName;
    private readonly string? _postgreSql;
    private int _copies;

    private SealedCampaign(string? postgreSql) => _postgreSql = postgreSql;

    internal DatabaseProvider Provider => _postgreSql is null ? DatabaseProvider.Sqlite : DatabaseProvider.PostgreSql;

    internal AuditPlaces Places => AuditPlaces.From(_ => null, _folder);

    /// <summary>The published checkpoints.</summary>
    internal IReadOnlyList<string> Published { get; private set; } = [];

    /// <summary>Plays it.</summary>
    internal static async Task<SealedCampaign> Play(DatabaseProvider provider, PostgreSqlServer server)
    {
        var campaign = new SealedCampaign(provider == DatabaseProvider.Sqlite ? null : await server.NewDatabase());
        Directory.CreateDirectory(Path.Combine(campaign._folder, "data"));
        var plan = PlanFile.Shipped().Require();
        var request = new RehearsalRequest(plan, PlanFile.Shipped().Json, 7, ChinaTime.StartOf(plan.Document.IssuedOn), ChinaTime.EndOf(new(2020, 11, 5)), []);
        using var keys = AuditKeys.OpenOrCreate(campaign.Places.Keys);
        CoordinationDatabase? open = null;
        var seconds = 0;
        await new Rehearsal(request, () => open = campaign.Open()).Run(_ => campaign.Seal(open!, keys, seconds++).GetAwaiter().GetResult(), TestContext.Current.CancellationToken);
        await using (open = campaign.Open())
        {
            await open.Write((db, token) => AuditLog.Append(db, [.. Enumerable.Range(1, 3).Select(Account)], token), TestContext.Current.CancellationToken);
            await campaign.Seal(open, keys, seconds);
        }

        campaign.Published = await CheckpointFile.Lines(campaign.Places.Checkpoints, TestContext.Current.CancellationToken);
        return campaign;
    }

    /// <summary>A copy of the database for one tampering, by its directory or connection string.</summary>
    internal async Task<string> Copy()
    {
        if (_postgreSql is null)
        {
            var folder = Path.Combine(_folder, $"copy-{_copies++}");
            Directory.CreateDirectory(folder);
            File.Copy(CoordinationDatabase.FileIn(Path.Combine(_folder, "data")), CoordinationDatabase.FileIn(folder));
            return folder;
        }

        var original = new NpgsqlConnectionStringBuilder(_postgreSql).Database!;
        var place = new NpgsqlConnectionStringBuilder(_postgreSql) { Pooling = false, Database = $"{original}_copy_{_copies++}" };
        await Maintain(place.ConnectionString, name => $"CREATE DATABASE {name} TEMPLATE {original}");
        return place.ConnectionString;
    }

    internal CoordinationDatabase Open(string copy) =>
        _postgreSql is null ? CoordinationDatabase.InDirectory(copy) : CoordinationDatabase.OnPostgreSql(copy);

    /// <summary>A place for a tampered file of checkpoints.</summary>
    internal string NewFile() => Path.Combine(_folder, $"checkpoints-{_copies++}.jsonl");

    /// <summary>Gives a copy's space back.</summary>
    internal async Task Forget(string copy)
    {
        if (_postgreSql is null)
        {
            Directory.Delete(copy, recursive: true);
            return;
        }

        await Maintain(copy, name => $"DROP DATABASE {name} WITH (FORCE)");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task Maintain(string database, Func<string, string> text)
    {
        var place = new NpgsqlConnectionStringBuilder(database) { Pooling = false };
        var name = place.Database!;
        place.Database = "postgres";
        await using var connection = new NpgsqlConnection(place.ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // names of this test's own
        await using var command = new NpgsqlCommand(text(name), connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static AuditEntry Account(int number) => new(AuditLog.Server, "account", $"office-{number}", DateTimeOffset.UnixEpoch.AddYears(50), null, "account.created", "{}");

    private CoordinationDatabase Open() => Open(_postgreSql ?? Path.Combine(_folder, "data"));

    /// <summary>A second of real time passes at each instant, so nearly each has its checkpoint.</summary>
    private async Task Seal(CoordinationDatabase database, AuditKeys keys, int seconds)
    {
        var clock = CampaignClock.Live(new Standing(DateTimeOffset.UnixEpoch.AddYears(50).AddSeconds(seconds)));
        var round = await new AuditSealing(database, clock).Round(keys);
        await new CheckpointFile(Places.Checkpoints).Append(round.Checkpoints);
    }

    private sealed class Standing(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

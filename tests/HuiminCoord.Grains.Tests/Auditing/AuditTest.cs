using HuiminCoord.Domain.Auditing;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using Microsoft.Extensions.Time.Testing;

namespace HuiminCoord.Grains.Tests.Auditing;

/// <summary>Rows, seals and checkpoints in databases of the test's own; real time moves by hand.</summary>
public abstract class AuditTest(PostgreSqlServer server) : SpineTest(server), IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("huimin-audit-").FullName;

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    protected AuditPlaces Places => AuditPlaces.From(_ => null, _folder);

    protected AuditKeys Keys => AuditKeys.OpenOrCreate(Places.Keys);

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string FileOf(string name) => Path.Combine(_folder, name);

    protected AuditSealing Sealing(CoordinationDatabase database) => new(database, CampaignClock.Live(Time));

    /// <summary>One round; the next one may sign a checkpoint again.</summary>
    protected async Task<SealingRound> Seal(CoordinationDatabase database)
    {
        using var keys = Keys;
        var round = await Sealing(database).Round(keys, Cancellation);
        await new CheckpointFile(Places.Checkpoints).Append(round.Checkpoints, Cancellation);
        Time.Advance(AuditSealing.BetweenCheckpoints);
        return round;
    }

    protected static Task Append(CoordinationDatabase database, int count, string campaign = Campaign, string id = "a") => database.Write(
        (db, token) => AuditLog.Append(db, [.. Enumerable.Range(0, count).Select(i => Entry(campaign, id, i))], token), Cancellation);

    protected static AuditEntry Entry(string campaign, string id, int number = 0) =>
        new(campaign, "account", id, Start.AddMinutes(number), number % 3 == 0 ? null : "office", "account.noted", $$"""{"number":{{number}},"note":"审计"}""");

    protected async Task<AuditReport> Verify(CoordinationDatabase database, string? campaign = null, params string[] files)
    {
        using var keys = Keys;
        return await new AuditVerification(database, keys).Run(campaign, files, (_, _) => { }, Cancellation);
    }

    /// <summary>All seals of a campaign, each as position, hash and chain.</summary>
    protected static async Task<List<(long Position, string Hash, string Chain)>> Seals(CoordinationDatabase database, string campaign = Campaign)
    {
        await using var connection = await database.Source.OpenConnectionAsync(Cancellation);
        var seals = await new AuditReader(connection, null).Seals(campaign, 1, int.MaxValue, Cancellation);
        return [.. seals.Select(s => (s.Position, Convert.ToHexStringLower(s.RowHash.Span), Convert.ToHexStringLower(s.Chain.Span)))];
    }

    protected static async Task<IReadOnlyList<AuditedRow>> Rows(CoordinationDatabase database, string campaign = Campaign)
    {
        await using var connection = await database.Source.OpenConnectionAsync(Cancellation);
        return await new AuditReader(connection, null).Rows(campaign, 1, int.MaxValue, Cancellation);
    }
}

using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Worker;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Tests.Auditing;

public sealed class AuditLogTests(PostgreSqlServer server) : SpineTest(server)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    [Theory, EachDatabase]
    public async Task Told_events_and_appended_rows_share_one_count_per_campaign(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Task.WhenAll(Enumerable.Range(0, 120).Select(i => Counter(silo, $"c-{i}").Do(new CounterCommand.Add(1, "w", Soon))));
        await Drain(silo);
        await Append(database, Entry(Campaign, "a"), Entry(AuditLog.Server, "a"), Entry(Campaign, "b"));
        await Sweep(silo, Start + Soon);
        await Drain(silo);

        var rows = await Rows(database);
        Assert.Equal(Upto(362), rows.Where(r => r.Campaign == Campaign).Select(r => r.Position));
        Assert.Equal([241L, 242L], rows.Where(r => r.Campaign == Campaign && r.GrainType == "account").Select(r => r.Position));
        Assert.Equal(("server/a", 1L, 1L), rows.Where(r => r.Campaign == AuditLog.Server).Select(r => (r.GrainKey, r.Seq, r.Position)).Single());
        Assert.Equal(362 + 1, await Scalar<long>(database, "SELECT sum(position) FROM audit_head"));
    }

    [Theory, EachDatabase]
    public async Task A_page_s_positions_follow_the_outbox_s_order(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        await Task.WhenAll(Enumerable.Range(0, 120).Select(i => Counter(silo, $"c-{i}").Do(new CounterCommand.Add(1, "w"))));
        await Drain(silo);

        var rows = await Rows(database);
        Assert.Equal(rows.OrderBy(r => r.At).ThenBy(r => r.GrainType, StringComparer.Ordinal).ThenBy(r => r.GrainKey, StringComparer.Ordinal).ThenBy(r => r.Seq).Select(r => r.Position), rows.Select(r => r.Position));
    }

    [Theory, EachDatabase]
    public async Task Many_writers_at_once_leave_no_gap_and_no_double(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        var telling = Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                await Counter(silo, $"c-{i}").Do(new CounterCommand.Add(1, "w"));
                await Drain(silo);
            }
        }, Cancellation);

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => i % 3 == 0
            ? Append(database, Entry(AuditLog.Server, "a"), Entry(Campaign, "x"), Entry(Campaign, "y"))
            : Append(database, Entry(i % 2 == 0 ? Campaign : AuditLog.Server, "x")))));
        await telling;

        var rows = await Rows(database);
        Assert.All(rows.GroupBy(r => r.Campaign), campaign => Assert.Equal(Upto(campaign.Count()), campaign.Select(r => r.Position)));
        Assert.All(rows.GroupBy(r => (r.GrainType, r.GrainKey)), actor => Assert.Equal(Upto(actor.Count()), actor.Select(r => r.Seq)));
        Assert.Equal(20 + 100, rows.Count);
    }

    [Theory, EachDatabase]
    public async Task What_is_rolled_back_takes_its_positions_with_it(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        await Append(database, Entry(Campaign, "a"));
        await Assert.ThrowsAsync<TimeoutException>(() => database.Write(
            async (db, token) =>
            {
                await AuditLog.Append(db, Entry(Campaign, "a"), token);
                throw new TimeoutException();
            },
            Cancellation));

        var row = (await Append(database, Entry(Campaign, "a")))[0];

        Assert.Equal((2L, 2L), (row.Seq, row.Position));
    }

    [Fact]
    public async Task A_row_outside_a_transaction_is_refused()
    {
        var database = await NewDatabase(DatabaseProvider.Sqlite);
        await using var db = database.OpenToRead();

        await Assert.ThrowsAsync<InvalidOperationException>(() => AuditLog.Append(db, Entry(Campaign, "a"), Cancellation));
    }

    [Theory]
    [InlineData("nowhere", "account", "a", null, "account.created", "{}", "campaign")]
    [InlineData("server", "Account", "a", null, "account.created", "{}", "type")]
    [InlineData("server", "account", "", null, "account.created", "{}", "id")]
    [InlineData("server", "account", "a\nb", null, "account.created", "{}", "id")]
    [InlineData("server", "account", "a", "", "account.created", "{}", "actor")]
    [InlineData("server", "account", "a", null, "", "{}", "event")]
    [InlineData("server", "account", "a", null, "account.created", "[]", "body")]
    [InlineData("server", "account", "a", null, "account.created", "{", "body")]
    public async Task An_entry_that_could_not_be_read_again_is_refused(string campaign, string type, string id, string? actor, string happened, string body, string fault)
    {
        var database = await NewDatabase(DatabaseProvider.Sqlite);

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Append(database, new AuditEntry(campaign, type, id, Start, actor, happened, body)));

        Assert.Contains(fault, refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await Count(database, "audit"));
    }

    private static AuditEntry Entry(string campaign, string id) => new(campaign, "account", id, Start, "office", "account.created", """{"role":"审计管理员"}""");

    private static Task<IReadOnlyList<AuditRow>> Append(CoordinationDatabase database, params AuditEntry[] entries) =>
        database.Write((db, token) => AuditLog.Append(db, entries, token), Cancellation);

    private static async Task<List<AuditRow>> Rows(CoordinationDatabase database)
    {
        await using var db = database.OpenToRead();
        return await db.Audit.OrderBy(r => r.Campaign).ThenBy(r => r.Position).ToListAsync(Cancellation);
    }

    private static IEnumerable<long> Upto(int count) => Enumerable.Range(1, count).Select(i => (long)i);
}

using System.Text;
using HuiminCoord.Domain.Auditing;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Worker;

namespace HuiminCoord.Grains.Tests.Auditing;

public sealed class SealingTests(PostgreSqlServer server) : AuditTest(server)
{
    [Theory, EachDatabase]
    public async Task Rows_are_sealed_as_the_specification_says(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        await Append(database, 2);

        var round = await Seal(database);

        Assert.Equal(2, round.Rows);
        var (hasher, chain, expected) = (new RowHasher(Campaign), SealChain.First(Campaign), new List<(long, string, string)>());
        foreach (var row in new[] { Row(1, null), Row(2, "office") })
        {
            chain = SealChain.Next(chain, row.Position, hasher.Hash(row));
            expected.Add((row.Position, Convert.ToHexStringLower(hasher.Hash(row)), Convert.ToHexStringLower(chain)));
        }

        Assert.Equal(expected, await Seals(database));
        var checkpoint = Assert.Single(round.Checkpoints).Said;
        Assert.Equal((1, 2, expected[1].Item3), (checkpoint.Number, checkpoint.Position, checkpoint.Chain));

        static AuditedRow Row(int number, string? by) => new(
            number, "account"u8.ToArray(), Encoding.UTF8.GetBytes($"{Campaign}/a"), number, Start.AddMinutes(number - 1).ToUnixTimeMilliseconds(),
            by is null ? default(ReadOnlyMemory<byte>?) : Encoding.UTF8.GetBytes(by), "account.noted"u8.ToArray(), Encoding.UTF8.GetBytes($$"""{"number":{{number - 1}},"note":"审计"}"""));
    }

    [Theory, EachDatabase]
    public async Task A_round_goes_on_where_the_last_one_ended_and_the_whole_is_sound(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var silo = await Driven(database);
        for (var i = 0; i < 5; i++)
        {
            await Counter(silo, $"c-{i}").Do(new CounterCommand.Add(1, "w", TimeSpan.FromMinutes(1)));
            await Drain(silo);
            await Append(database, i, AuditLog.Server);
            await Seal(database);
        }

        Assert.Equal(0, (await Seal(database)).Rows);
        var report = await Verify(database, null, Places.Checkpoints);
        Assert.True(report.Sound, string.Join('\n', report.Campaigns.SelectMany(c => c.Faults)));
        Assert.Equal([(AuditLog.Server, 10L, 10L, 10L), (Campaign, 10L, 10L, 10L)], report.Campaigns.Select(c => (c.Campaign, c.Rows, c.SealedRows, c.AttestedThrough)));
    }

    [Theory, EachDatabase]
    public async Task What_a_server_missed_is_caught_up_in_bounded_transactions(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        await Append(database, 4500);
        await Append(database, 3, "test-2021");

        var round = await Seal(database);

        Assert.Equal(4503, round.Rows);
        Assert.Equal(4500, await Scalar<long>(database, $"SELECT max(position) FROM audit_seal WHERE campaign = '{Campaign}'"));
        Assert.True((await Verify(database)).Sound);
    }

    [Theory, EachDatabase]
    public async Task Many_sealers_at_once_make_one_chain(DatabaseProvider provider)
    {
        var place = await NewPlace(provider);
        var first = Open(provider, place);
        await first.CreateOrUpgrade(Cancellation);
        var silos = Enumerable.Range(0, 3).Select(i => i == 0 || provider == DatabaseProvider.Sqlite ? first : Open(provider, place)).ToList();
        using var keys = Keys;
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(async () =>
        {
            for (var n = 0; n < 60; n++)
            {
                await Append(silos[i % 3], 3, i % 2 == 0 ? Campaign : "test-2021", $"a-{i}");
            }
        })));
        var sealedRows = await Task.WhenAll(silos.Select(silo => Task.Run(async () =>
        {
            var rows = 0L;
            while (!writing.IsCompleted)
            {
                rows += (await Sealing(silo).Round(keys, Cancellation)).Rows;
                Time.Advance(TimeSpan.FromMilliseconds(300));
            }

            return rows;
        })));
        await writing;
        var last = (await Seal(first)).Rows;

        Assert.Equal(720, sealedRows.Sum() + last);
        var report = await Verify(first);
        Assert.True(report.Sound, string.Join('\n', report.Campaigns.SelectMany(c => c.Faults)));
        Assert.Equal((720, 720), (report.Campaigns.Sum(c => c.Rows), report.Campaigns.Sum(c => c.SealedRows)));
    }

    [Fact]
    public async Task A_campaign_that_another_silo_is_sealing_is_passed_over()
    {
        var place = await NewPlace(DatabaseProvider.PostgreSql);
        var (one, other) = (Open(DatabaseProvider.PostgreSql, place), Open(DatabaseProvider.PostgreSql, place));
        await one.CreateOrUpgrade(Cancellation);
        await Append(one, 2);
        await Append(one, 2, "test-2021");
        await Seal(one);
        await Append(one, 1);
        await Append(one, 1, "test-2021");

        await one.Write(
            async (db, token) =>
            {
                await SealedHeads.Lock(db, [Campaign], token);
                Assert.Equal(1, (await Seal(other)).Rows);
            },
            Cancellation);

        Assert.Equal((2, 3), ((await Seals(one)).Count, (await Seals(one, "test-2021")).Count));
        Assert.Equal(1, (await Seal(other)).Rows);
    }

    [Theory, EachDatabase]
    public async Task Checkpoints_come_once_a_second_at_most_and_the_last_row_gets_one(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        using var keys = Keys;
        var numbers = new List<(long Number, long Position)>();
        for (var half = 0; half < 8; half++)
        {
            await Append(database, half < 5 ? 1 : 0);
            numbers.AddRange((await Sealing(database).Round(keys, Cancellation)).Checkpoints.Select(c => (c.Said.Number, c.Said.Position)));
            Time.Advance(TimeSpan.FromMilliseconds(500));
        }

        Assert.Equal([(1, 1), (2, 3), (3, 5)], numbers);
    }

    [Theory, EachDatabase]
    public async Task A_gap_is_reported_and_not_sealed_over_and_other_campaigns_go_on(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        await Append(database, 5);
        await Execute(database, "DELETE FROM audit WHERE position = 3");
        await Append(database, 2, "test-2021");

        var round = await Seal(database);

        Assert.Equal((4, 3), (round.Rows, Assert.Single(round.Gaps).Value));
        Assert.Equal((2, 2), ((await Seals(database)).Count, (await Seals(database, "test-2021")).Count));
    }

    [Theory, EachDatabase]
    public async Task A_round_that_cannot_be_written_leaves_nothing_behind(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        await Append(database, 3);
        await Execute(database, provider == DatabaseProvider.Sqlite
            ? "CREATE TRIGGER full BEFORE INSERT ON audit_checkpoint BEGIN SELECT RAISE(ABORT, 'full'); END"
            : "ALTER TABLE audit_checkpoint ADD CONSTRAINT full_table CHECK (number < 0)");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Seal(database));

        Assert.Empty(await Seals(database));
        await Execute(database, provider == DatabaseProvider.Sqlite ? "DROP TRIGGER full" : "ALTER TABLE audit_checkpoint DROP CONSTRAINT full_table");
        Assert.Equal(3, (await Seal(database)).Rows);
        Assert.True((await Verify(database, null, Places.Checkpoints)).Sound);
    }
}

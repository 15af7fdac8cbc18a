using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Grains.Tests.Auditing;

/// <summary>How a verification goes about its work; what it finds, the tamper tests of the server show.</summary>
public sealed class VerificationTests(PostgreSqlServer server) : AuditTest(server)
{
    [Theory, EachDatabase]
    public async Task An_audit_that_was_never_sealed_is_sound_and_says_that_nothing_is_sealed(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        await Append(database, 3);

        var report = await new AuditVerification(database, null).Run(null, [], (_, _) => { }, Cancellation);

        Assert.True(report.Sound);
        Assert.Equal((3, 0, 0), (report.Campaigns[0].Rows, report.Campaigns[0].SealedRows, report.Campaigns[0].AttestedThrough));
    }

    [Theory, EachDatabase]
    public async Task One_campaign_can_be_looked_at_alone(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        await Append(database, 3);
        await Append(database, 3, "test-2021");
        await Seal(database);
        await Execute(database, "UPDATE audit SET body = '{}' WHERE campaign = 'test-2021' AND position = 2");

        Assert.True((await Verify(database, Campaign, Places.Checkpoints)).Sound);
        Assert.False((await Verify(database, "test-2021", Places.Checkpoints)).Sound);
        Assert.False((await Verify(database, null, Places.Checkpoints)).Sound);
        Assert.Equal(0, (await Verify(database, "test-2030")).Campaigns[0].Rows);
    }

    [Theory, EachDatabase]
    public async Task It_reads_page_by_page_and_says_how_far_it_is(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        await Append(database, 5000);
        await Append(database, 5003, "test-2021");
        await Seal(database);
        using var keys = Keys;
        var said = new List<(long Seen, long Total)>();

        var report = await new AuditVerification(database, keys).Run(null, [], (seen, total) => said.Add((seen, total)), Cancellation);

        Assert.True(report.Sound);
        Assert.Equal([5000, 5000, 10000, 10003], said.Select(s => s.Seen));
        Assert.All(said, s => Assert.Equal(10003, s.Total));
    }

    [Theory, EachDatabase]
    public async Task Rows_that_are_told_while_it_reads_neither_help_nor_disturb(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        await Append(database, 6000);
        await Seal(database);
        using var keys = Keys;
        var writing = Task.CompletedTask;

        var report = await new AuditVerification(database, keys).Run(null, [], (_, _) => writing = writing.ContinueWith(_ => WriteAndSeal(), TaskScheduler.Default).Unwrap(), Cancellation);
        await writing;

        Assert.True(report.Sound, string.Join('\n', report.Campaigns.SelectMany(c => c.Faults)));
        Assert.Equal(6000, report.Campaigns[0].Rows);
        Assert.True((await Verify(database)).Sound);
        Assert.True(await Count(database, "audit") > 6000);

        async Task WriteAndSeal()
        {
            await Append(database, 50);
            await Sealing(database).Round(keys, Cancellation);
        }
    }

    [Fact]
    public async Task A_torn_line_is_forgiven_where_the_database_has_the_whole_one()
    {
        var database = await NewDatabase(DatabaseProvider.Sqlite);
        await Append(database, 3);
        await Seal(database);
        var line = Assert.Single(await CheckpointFile.Lines(Places.Checkpoints, Cancellation));
        var (torn, other) = (FileOf("torn.jsonl"), FileOf("other.jsonl"));
        await File.WriteAllTextAsync(torn, line[..40] + "\n" + line + "\n", Cancellation);
        await File.WriteAllTextAsync(other, line[..40].Replace("test", "best", StringComparison.Ordinal) + "\n", Cancellation);

        Assert.True((await Verify(database, null, torn)).Sound);
        Assert.Contains("other.jsonl, line 1: no checkpoint", Assert.Single((await Verify(database, null, other)).UnreadableLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checkpoints_of_several_keepers_and_those_that_came_twice_are_held_together()
    {
        var database = await NewDatabase(DatabaseProvider.Sqlite);
        for (var i = 0; i < 3; i++)
        {
            await Append(database, 3);
            await Seal(database);
        }

        var copy = FileOf("keeper.jsonl");
        var lines = await CheckpointFile.Lines(Places.Checkpoints, Cancellation);
        await File.WriteAllLinesAsync(copy, [lines[2], lines[0], lines[2]], Cancellation);

        var report = await Verify(database, null, Places.Checkpoints, copy);

        Assert.True(report.Sound);
        Assert.Equal(9, report.Campaigns[0].AttestedThrough);
    }

    [Fact]
    public async Task A_database_that_is_only_read_is_not_changed_and_needs_no_lock()
    {
        var place = await NewPlace(DatabaseProvider.Sqlite);
        var database = Open(DatabaseProvider.Sqlite, place);
        await database.CreateOrUpgrade(Cancellation);
        await Append(database, 3);
        await Seal(database);

        await using var reading = CoordinationDatabase.InDirectoryToRead(place);

        Assert.True((await Verify(reading)).Sound);
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => Append(reading, 1));
        await Append(database, 1);
        Assert.Equal(4, (await Verify(reading)).Campaigns[0].Rows);
    }

    [Fact]
    public async Task What_is_no_audit_of_ours_is_refused_with_a_sentence()
    {
        var database = Open(DatabaseProvider.Sqlite, await NewPlace(DatabaseProvider.Sqlite));
        var empty = await Assert.ThrowsAsync<AuditUnreadableException>(() => Verify(database));
        await database.CreateOrUpgrade(Cancellation);
        await Append(database, 1);
        await Seal(database);

        Assert.Contains("schema version 0", empty.Message, StringComparison.Ordinal);
        Assert.Contains("--key", (await Assert.ThrowsAsync<AuditUnreadableException>(() => new AuditVerification(database, null).Run(null, [], (_, _) => { }, Cancellation))).Message, StringComparison.Ordinal);
        Assert.Contains("nowhere.jsonl", (await Assert.ThrowsAsync<AuditUnreadableException>(() => Verify(database, null, FileOf("nowhere.jsonl")))).Message, StringComparison.Ordinal);
    }
}

using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Grains.Tests.Auditing;

/// <summary>The sealer as a part of a host: what it does at start, at each tick, when something fails, and at the end.</summary>
public sealed class SealerTests(PostgreSqlServer server) : AuditTest(server)
{
    private readonly Heard _log = new();

    [Theory, EachDatabase]
    public async Task What_is_told_is_sealed_at_the_next_tick(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        using var sealer = await Running(database);
        await Append(database, 2);

        await Ticked(() => Sealed(database, 2), "two rows sealed");
        await Append(database, 1);
        await Ticked(() => Sealed(database, 3), "the third sealed");

        await sealer.StopAsync(Cancellation);
        Assert.True((await Verify(database, null, Places.Checkpoints)).Sound);
    }

    [Theory, EachDatabase]
    public async Task What_was_told_before_it_stops_is_sealed_before_it_is_gone(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        using var sealer = await Running(database);
        await Append(database, 2);

        await sealer.StopAsync(Cancellation);

        Assert.Equal(2, await Count(database, "audit_seal"));
    }

    [Theory, EachDatabase]
    public async Task A_checkpoint_whose_line_was_lost_in_a_crash_is_published_at_the_next_start(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        await Append(database, 2);
        await Seal(database);
        await Append(database, 1, AuditLog.Server);
        await Append(database, 2);
        await Seal(database);
        File.Delete(Places.Checkpoints);

        using (var sealer = await Running(database))
        {
            await sealer.StopAsync(Cancellation);
        }

        var published = (await CheckpointFile.Lines(Places.Checkpoints, Cancellation)).Select(l => CheckpointLine.Read(l)!.Said);
        Assert.Equal([(AuditLog.Server, 1L, 1L), (Campaign, 2L, 4L)], published.Select(c => (c.Campaign, c.Number, c.Position)));
        Assert.True((await Verify(database, null, Places.Checkpoints)).Sound);
    }

    [Fact]
    public async Task A_failure_is_said_once_and_what_it_left_is_made_up_for()
    {
        var database = await NewDatabase(DatabaseProvider.Sqlite);
        using var sealer = await Running(database);
        Directory.CreateDirectory(Places.Checkpoints);
        await Append(database, 2);
        await Ticked(() => Task.FromResult(_log.Errors.Count > 0), "an error in the log");
        for (var i = 0; i < 5; i++)
        {
            await Append(database, 1);
            await Ticked(() => Sealed(database, 3 + i), "sealing goes on");
        }

        Directory.Delete(Places.Checkpoints);
        await Ticked(() => Task.FromResult(File.Exists(Places.Checkpoints)), "the file is written");
        await sealer.StopAsync(Cancellation);

        Assert.Contains("half second", Assert.Single(_log.Errors), StringComparison.Ordinal);
        Assert.True((await Verify(database, null, Places.Checkpoints)).Sound);
    }

    [Fact]
    public async Task A_gap_is_said_once()
    {
        var database = await NewDatabase(DatabaseProvider.Sqlite);
        using var sealer = await Running(database);
        await database.Write(
            async (db, token) =>
            {
                await AuditLog.Append(db, Entry(Campaign, "a"), token);
                await AuditHeads.Advance(db, [Campaign], token);
            },
            Cancellation);
        await Append(database, 1);
        await Ticked(() => Sealed(database, 1), "the first row sealed");
        await Append(database, 1, AuditLog.Server);
        await Ticked(() => Sealed(database, 2), "another campaign sealed");
        await sealer.StopAsync(Cancellation);

        Assert.Contains($"{Campaign} has no row at position 2", Assert.Single(_log.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_refused_before_the_doors_open()
    {
        var database = await NewDatabase(DatabaseProvider.Sqlite);
        await Append(database, 1);
        await Seal(database);

        var noKey = await Assert.ThrowsAsync<AuditKeysException>(() => Sealer(database, Places with { Keys = "/dev/null/key.pem" }).StartAsync(Cancellation));
        var noFile = await Assert.ThrowsAsync<AuditKeysException>(() => Sealer(database, Places with { Checkpoints = "/dev/null/file.jsonl" }).StartAsync(Cancellation));

        Assert.Contains(AuditPlaces.KeyVariable, noKey.Message, StringComparison.Ordinal);
        Assert.Contains(AuditPlaces.CheckpointsVariable, noFile.Message, StringComparison.Ordinal);
    }

    private static async Task<bool> Sealed(CoordinationDatabase database, long rows) => await Count(database, "audit_seal") == rows;

    private AuditSealer Sealer(CoordinationDatabase database, AuditPlaces places) => new(Sealing(database), database, places, Time, _log);

    private async Task<AuditSealer> Running(CoordinationDatabase database)
    {
        var sealer = Sealer(database, Places);
        await sealer.StartAsync(Cancellation);
        return sealer;
    }

    /// <summary>Lets half seconds pass until something holds.</summary>
    private Task Ticked(Func<Task<bool>> holds, string what) => Eventually(
        async () =>
        {
            Time.Advance(TimeSpan.FromMilliseconds(500));
            return await holds();
        },
        what);

    private sealed class Heard : ILogger<AuditSealer>
    {
        private readonly List<string> _errors = [];

        public IReadOnlyList<string> Errors
        {
            get
            {
                lock (_errors)
                {
                    return [.. _errors];
                }
            }
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_errors)
            {
                _errors.Add(formatter(state, exception));
            }
        }
    }
}

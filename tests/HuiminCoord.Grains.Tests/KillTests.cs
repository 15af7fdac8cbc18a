using System.Diagnostics;
using System.Globalization;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Worker;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Tests;

/// <summary>Kills a working process again and again (kill -9) and looks at what it has left behind.</summary>
public sealed class KillTests(PostgreSqlServer server) : SpineTest(server)
{
    private const int Kills = 20;
    private const int Lanes = 4;
    private const int PerLane = 80;

    [Theory, EachDatabase]
    public async Task After_twenty_kills_every_acknowledged_command_and_every_due_step_is_there_exactly_once(DatabaseProvider provider)
    {
        var place = await NewPlace(provider);
        var auditPlaces = AuditPlaces.From(_ => null, await NewPlace(DatabaseProvider.Sqlite));
        var acknowledged = new Dictionary<(int Lane, int Number), long>();
        var seed = new Random(20200917);
        for (var kill = 0; kill < Kills; kill++)
        {
            await Work(provider, place, auditPlaces, acknowledged, killAfter: seed.Next(1, 15));
        }

        await Work(provider, place, auditPlaces, acknowledged, killAfter: null);

        Assert.Equal(Lanes * PerLane, acknowledged.Count);
        var database = Open(provider, place);
        await using var db = database.OpenToRead();
        var audit = await db.Audit.ToListAsync(Cancellation);
        AssertEachCommandOnce(audit, acknowledged);
        await AssertEachStepOnce(db, audit);
        await AssertInboxesWithoutGaps(db);
        await AssertAuditSealed(database, auditPlaces, audit.Count);
        Assert.Equal((0, 0, 0), (await Count(database, "outbox"), await Count(database, "wake_failure"), await Count(database, "relay_failure")));
    }

    /// <summary>Runs the worker until it has acknowledged some more commands and kills it, or until it is done.</summary>
    private static async Task Work(
        DatabaseProvider provider, string place, AuditPlaces audit, Dictionary<(int Lane, int Number), long> acknowledged, int? killAfter)
    {
        var worker = Path.Combine(AppContext.BaseDirectory, "HuiminCoord.Grains.Worker.dll");
        var next = Enumerable.Range(0, Lanes).Select(lane => acknowledged.Keys.Count(key => key.Lane == lane).ToString(CultureInfo.InvariantCulture));
        var start = new ProcessStartInfo("dotnet", [worker, provider.ToString(), place, Campaign, PerLane.ToString(CultureInfo.InvariantCulture), .. next]) { RedirectStandardOutput = true };
        (start.Environment[AuditPlaces.KeyVariable], start.Environment[AuditPlaces.CheckpointsVariable]) = (audit.Keys, audit.Checkpoints);
        using var process = Process.Start(start)!;
        try
        {
            await Listen(process, acknowledged, killAfter);
            await process.WaitForExitAsync(Cancellation);
        }
        finally
        {
            // Also when the test itself is cancelled: nobody else knows this process.
            process.Kill();
        }

        Assert.Equal(killAfter is null ? 0 : 137, process.ExitCode);
    }

    private static async Task Listen(Process process, Dictionary<(int Lane, int Number), long> acknowledged, int? killAfter)
    {
        var seen = 0;
        while (await process.StandardOutput.ReadLineAsync(Cancellation) is { } line)
        {
            if (line.Split(' ') is ["ack", var lane, var number, var sequence])
            {
                var command = (int.Parse(lane, CultureInfo.InvariantCulture), int.Parse(number, CultureInfo.InvariantCulture));
                Assert.True(acknowledged.TryAdd(command, long.Parse(sequence, CultureInfo.InvariantCulture)));
                if (++seen == killAfter)
                {
                    process.Kill();
                }
            }
        }
    }

    private static void AssertEachCommandOnce(List<AuditRow> audit, Dictionary<(int Lane, int Number), long> acknowledged)
    {
        var added = audit.Where(row => row.EventType == "test.counter.added")
            .Select(row => (row.GrainKey, row.Seq, StoredJson.Read<CounterEvent.Added>(row.Body).Wish)).ToList();
        Assert.Equal(acknowledged.Count, added.Count);
        foreach (var ((lane, number), sequence) in acknowledged)
        {
            // A command's two events end with the acknowledged sequence.
            Assert.Single(added, row => row == ($"{Campaign}/lane-{lane}", sequence - 1, $"wish-{lane}-{number}"));
        }

        foreach (var actor in audit.GroupBy(row => row.GrainKey))
        {
            Assert.Equal(Enumerable.Range(1, actor.Count()).Select(i => (long)i), actor.Select(row => row.Seq).Order());
        }
    }

    private static async Task AssertEachStepOnce(CoordinationDb db, List<AuditRow> audit)
    {
        var planned = audit.Where(row => row.EventType == "test.counter.step-planned")
            .SelectMany(row => CounterRegister.Recipients(row.GrainKey.Split('/')[1]).Select(recipient => (StoredJson.Read<CounterEvent.StepPlanned>(row.Body).Step.Obligation, recipient)));
        var steps = await db.Steps.ToListAsync(Cancellation);
        Assert.Equal(planned.Order(), steps.Select(step => (step.Obligation, step.Recipient)).Order());
        Assert.All(steps, step => Assert.True(step.Outcome == StepOutcome.Delivered && step.FiredAt >= step.PlannedAt));
        var slots = await db.Inbox.Select(row => row.Recipient + "|" + row.Slot).ToHashSetAsync(Cancellation);
        Assert.All(steps, step => Assert.Contains($"{step.Recipient}|{step.InboxSlot}", slots));
    }

    private static async Task AssertAuditSealed(CoordinationDatabase database, AuditPlaces places, int rows)
    {
        using var keys = AuditKeys.OpenOrCreate(places.Keys);
        var report = await new AuditVerification(database, keys).Run(null, [places.Checkpoints], (_, _) => { }, Cancellation);
        Assert.True(report.Sound, string.Join('\n', report.Campaigns.SelectMany(c => c.Faults).Select(f => $"{f}").Concat(report.UnreadableLines)));
        Assert.Equal((rows, rows), (report.Campaigns.Single().Rows, report.Campaigns.Single().SealedRows));
    }

    private static async Task AssertInboxesWithoutGaps(CoordinationDb db)
    {
        var heads = await db.InboxHeads.ToDictionaryAsync(row => row.Recipient, row => row.Head, Cancellation);
        var inboxes = (await db.Inbox.ToListAsync(Cancellation)).GroupBy(row => row.Recipient).ToList();
        Assert.Equal((Lanes * 2) + 1, inboxes.Count);
        Assert.All(inboxes, inbox =>
        {
            Assert.Equal(Enumerable.Range(1, inbox.Count()).Select(i => (long)i), inbox.Select(row => row.Seq).Order());
            Assert.Equal(inbox.Count(), heads[inbox.Key]);
        });
    }
}

using System.Diagnostics;
using System.Text.Json;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Api.Rehearsals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Tests.Rehearsals;

/// <summary>What is foreseen is what happens: at that instant and not before, to those people and to nobody else.</summary>
public sealed class EventPreviewTests
{
    private static readonly DateTimeOffset Until = ChinaTime.StartOf(new(2020, 10, 22));

    /// <summary>What the audit calls the happenings.</summary>
    private static readonly Dictionary<string, Happening> Told = new()
    {
        ["unit.submitted"] = Happening.Submitted, ["unit.accepted"] = Happening.Accepted, ["unit.returned"] = Happening.Returned,
        ["unit.extension-asked"] = Happening.ExtensionAsked, ["unit.extension-granted"] = Happening.ExtensionDecided,
        ["unit.seat-named"] = Happening.SeatNamed, ["unit.absence-marked"] = Happening.AbsenceMarked, ["unit.opened"] = Happening.Opened, ["unit.dates-revised"] = Happening.Redated,
        ["task.progress-reported"] = Happening.ProgressReported, ["task.blocked"] = Happening.Blocked, ["task.solved"] = Happening.Solved, ["task.went-stale"] = Happening.Stale,
        ["phase.opened"] = Happening.PhaseOpened, ["phase.gate-announced"] = Happening.GateNear, ["phase.gate-came"] = Happening.GateReached,
        ["phase.goal-met"] = Happening.GoalMet, ["phase.gate-passed"] = Happening.GatePassed,
        ["meeting.proposed"] = Happening.MeetingPrepared, ["meeting.agenda-composed"] = Happening.MeetingPrepared, ["meeting.submitted"] = Happening.MeetingPrepared,
        ["meeting.agreed"] = Happening.MeetingPrepared, ["meeting.returned"] = Happening.MeetingPrepared, ["meeting.noticed"] = Happening.MeetingNoticed, ["meeting.replied"] = Happening.MeetingAnswered,
        ["meeting.asked-again"] = Happening.MeetingChased, ["meeting.silence-told"] = Happening.MeetingChased, ["meeting.begun"] = Happening.MeetingSits, ["meeting.attended"] = Happening.MeetingSits,
        ["meeting.turned-to"] = Happening.MeetingSits, ["meeting.noted"] = Happening.MeetingSits, ["meeting.decision-recorded"] = Happening.MeetingSits, ["meeting.ended"] = Happening.MeetingSits,
        ["meeting.minutes-circulated"] = Happening.MinutesCirculate, ["meeting.minutes-corrected"] = Happening.MinutesCirculate, ["meeting.minutes-confirmed"] = Happening.MinutesConfirmed,
    };

    private static readonly Happening[] InDigests =
        [Happening.ReminderOverdue, Happening.ReminderDue, Happening.ReminderAhead, Happening.ReminderCorrection, Happening.ChangesTold];

    private static readonly Happening[] WithoutRows = [Happening.HandedToOffice, Happening.Unreachable];

    [Fact]
    public async Task Five_weeks_of_a_rehearsal_are_told_as_they_were_foreseen()
    {
        await using var steered = await SteeredServer.Begin(seed: 7, paused: true);
        var (driver, kinds, events, looking) = (steered.Server.Driver, new HashSet<Happening>(), 0, TimeSpan.Zero);
        while (steered.Now < Until)
        {
            var plan = await steered.Previews.Plan(TestContext.Current.CancellationToken);
            var looked = Stopwatch.GetTimestamp();
            var next = (await steered.Previews.Next(plan, TestContext.Current.CancellationToken))!;
            looking += Stopwatch.GetElapsedTime(looked);
            var before = await LastPosition(steered.Server.Database);
            while (await driver.NextInstant(TestContext.Current.CancellationToken) is { } silent && silent < next.At)
            {
                await driver.StepTo(silent);
            }

            Assert.Equal(before, await LastPosition(steered.Server.Database));
            Assert.Equal(next.At, await driver.NextInstant(TestContext.Current.CancellationToken));
            await driver.StepTo(next.At);
            await Compare(steered.Server.Database, next, before);
            kinds.UnionWith(next.Parts.Select(p => p.What));
            TestContext.Current.TestOutputHelper!.WriteLine($"{UpcomingText.In(Language.Chinese).Say(next, plan, ChinaTime.DateOf(next.At))} | {UpcomingText.In(Language.English).Say(next, plan, ChinaTime.DateOf(next.At))}");
            events++;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{events} looks ahead, {looking.TotalMilliseconds / events:0.0} ms each.");
        Assert.True(events > 100 && kinds.Count > 18, $"{events} events of {kinds.Count} kinds");
    }

    private static async Task Compare(CoordinationDatabase database, UpcomingEvent next, long before)
    {
        await using var db = database.OpenToRead();
        var audit = await db.Audit.Where(a => a.Position > before && a.Campaign == TestServer.Campaign).ToListAsync(TestContext.Current.CancellationToken);
        var digests = await db.Inbox.Where(i => i.At == next.At && i.Kind == "digest").Select(i => i.Recipient).ToListAsync(TestContext.Current.CancellationToken);

        Assert.NotEmpty(audit);
        Assert.Equal(Sorted(Seen(audit)), Sorted(next.Parts.Where(p => !InDigests.Contains(p.What) && !WithoutRows.Contains(p.What)).SelectMany(p => p.Whom, (p, whom) => $"{p.What} {whom}")));
        Assert.Equal(Sorted(digests), Sorted(next.Parts.Where(p => InDigests.Contains(p.What)).SelectMany(p => p.Whom)));
    }

    private static IEnumerable<string> Seen(List<AuditRow> audit)
    {
        // Naming the liaison is the liaison duty: it is handed in and accepted by it.
        var named = audit.Where(a => a.EventType == "unit.seat-named").Select(a => a.GrainKey).ToHashSet();
        foreach (var row in audit)
        {
            using var body = JsonDocument.Parse(row.Body);
            if (row.EventType == "office.composed")
            {
                var recipient = body.RootElement.GetProperty("recipient").GetString();
                yield return $"{(recipient == "convenor" ? Happening.Report : Happening.Summary)} {recipient}";
            }
            else if (Told.TryGetValue(row.EventType, out var what) && !(named.Contains(row.GrainKey) && what is Happening.Submitted or Happening.Accepted && body.RootElement.GetProperty("duty").GetString() == "liaison"))
            {
                // A meeting is foreseen by its title; there is one in these weeks.
                yield return row.GrainType == Rooms.Meeting ? $"{what} 2020年第1次全体会议/meeting" : $"{what} {RoomKey.IdOf(row.GrainKey)}";
            }
        }
    }

    private static List<string> Sorted(IEnumerable<string> lines) => [.. lines.Distinct().Order(StringComparer.Ordinal)];

    private static async Task<long> LastPosition(CoordinationDatabase database)
    {
        await using var db = database.OpenToRead();
        return await db.Audit.Where(a => a.Campaign == TestServer.Campaign).MaxAsync(a => (long?)a.Position, TestContext.Current.CancellationToken) ?? 0;
    }
}

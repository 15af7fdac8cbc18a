using System.Collections.Concurrent;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>In how many histories each rule of "Amendments" was met.</summary>
internal sealed class AmendmentCoverage
{
    /// <summary>Fewer among all histories of the test would be luck.</summary>
    private const int Enough = 8;

    private static readonly string[] Wanted =
    [
        "late", "skips a version", "during an outage or rest", "nothing changes",
        "1 ends", "1 ends what was handed in", "2 replans", "2 replans to undated", "2 replans over an own date", "2 replans what was entered late", "2 keeps the date", "2 keeps an own date", "2 stays entered late",
        "2 keeps the opening", "3 parts change", "3 a part is dropped", "3 added to a report", "3 reported by it", "3 closed by it", "3 a correction goes", "4 rung passed over",
        "4 assigned rung passed over", "5 begins", "5 begins late", "5 never again", "6 receipt in place of another", "6 receipt confirmed",
        "told plan", "told replanned", "told ended", "told brought", "leaves", "leaves with an assignment", "leaves with changes", "joins again", "joins later", "refused unit.left",
    ];

    private readonly ConcurrentDictionary<string, int> _met = [];

    public IEnumerable<string> Rare => Wanted.Where(w => _met.GetValueOrDefault(w) < Enough).Select(w => $"{w} ({_met.GetValueOrDefault(w)})");

    public override string ToString() => string.Join(", ", Wanted.Select(w => $"{w}: {_met.GetValueOrDefault(w)}"));

    public void Add(HistoryRun run, Coverage coverage)
    {
        coverage.Add(run);
        foreach (var met in run.Amended.Concat(run.Refused.Where(r => r == "unit.left").Select(r => $"refused {r}")))
        {
            _met.AddOrUpdate(met, 1, (_, n) => n + 1);
        }
    }

    /// <param name="before">The state in which the decision was made.</param>
    public static IEnumerable<string> Of(IReadOnlyList<UnitEvent> events, UnitState before, UnitTerms terms, DateTimeOffset now)
    {
        var amended = events.OfType<UnitEvent.Amended>().FirstOrDefault();
        var joins = events.Any(e => e is UnitEvent.Begun { PlanVersion: > 1 });
        var late = events.OfType<UnitEvent.Opened>().Where(e => joins || e.BroughtAt is not null).SelectMany(e => e.Duties).Any(d => d is { EnteredLate: true, Due: not null });
        return events.SelectMany(e => Of(e, before, terms, amended, now)).Concat(Names([("5 begins late", late)]));
    }

    private static IEnumerable<string> Of(UnitEvent @event, UnitState before, UnitTerms terms, UnitEvent.Amended? amended, DateTimeOffset now) => @event switch
    {
        UnitEvent.Amended e => Names(Reaching(e, before, now)).Concat(e.Duties.Where(d => before.Find(d.Duty) is not null).SelectMany(d => Of(d, terms.Of(before, before.Find(d.Duty)!)))),
        UnitEvent.Opened { BroughtAt: not null } e => Names([("5 begins", e.Duties.Count > 0)]),
        UnitEvent.Waived e when amended is not null && e.Reason.StartsWith("plan-", StringComparison.Ordinal) => ["3 added to a report"],
        UnitEvent.Reported when amended is not null => ["3 reported by it"],
        UnitEvent.Closed when amended is not null => ["3 closed by it"],
        UnitEvent.ReceiptConfirmed e => Names([("6 receipt confirmed", e.Paper != "plan-1")]),
        UnitEvent.Reminded e => e.Changes.Select(c => $"told {c.Split(':')[0]}"),
        UnitEvent.Left e => Names([("leaves", true), ("leaves with an assignment", before.Open.Any(o => o.Assigned is not null)), ("leaves with changes", before.Changes is not null)]),
        UnitEvent.Begun e => Names([("joins later", e.PlanVersion > 1)]),
        _ => [],
    };

    private static IEnumerable<(string, bool)> Reaching(UnitEvent.Amended e, UnitState before, DateTimeOffset now) =>
    [
        ("late", now - e.At > TimeSpan.FromHours(12)),
        ("skips a version", e.PlanVersion > before.PlanVersion + 1 && before.LeftWith == 0),
        ("during an outage or rest", before.OpenedThrough < DateOnly.FromDateTime(Reference.Shanghai.Of(now)).AddDays(-20)),
        ("nothing changes", e.Duties.Count + e.Ended.Count == 0),
        ("joins again", before.LeftWith > 0),
        ("1 ends", e.Ended.Count > 0),
        ("1 ends what was handed in", e.Ended.Any(d => before.Find(d)?.Parts.Count > 0)),
        ("5 never again", e.NotAgain.Count > 0),
        ("6 receipt in place of another", before.AwaitedReceipts.Count > 0),
    ];

    private static IEnumerable<string> Of(AmendedDuty duty, OpenDuty before)
    {
        var kept = before.Kept;
        return Names([
            ("2 replans", duty.Replanned),
            ("2 replans to undated", duty is { Replanned: true, Dated.Due: null }),
            ("2 replans over an own date", duty.Replanned && kept.MovedTo is not null),
            ("2 replans what was entered late", duty.Replanned && before.EnteredLate),
            ("2 keeps the date", duty.Keeps is not null),
            ("2 keeps an own date", !duty.Replanned && kept.MovedTo is not null),
            ("2 stays entered late", duty is { Replanned: false, Dated: { EnteredLate: true, Due: not null } }),
            ("2 keeps the opening", duty is { Replanned: false, Since: not null }),
            ("3 parts change", duty.Parts is not null),
            ("3 a part is dropped", duty.Dropped.Count > 0),
            ("3 a correction goes", before.CorrectionDue is not null && duty.Dropped.Count > 0),
            ("4 rung passed over", duty.Passed.Count > 0),
            ("4 assigned rung passed over", duty.Passed.Count > 0 && kept.Assigned is not null)]);
    }

    private static IEnumerable<string> Names(IEnumerable<(string Name, bool Met)> cases) => cases.Where(c => c.Met).Select(c => c.Name);
}

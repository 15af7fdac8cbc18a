using System.Collections.Concurrent;
using HuiminCoord.Domain.Tests.Simulation.Reference;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>What histories met: a comparison that never sees a case says nothing about it.</summary>
internal sealed class Coverage
{
    private static readonly string[] Wanted =
    [
        "refused unit.not-begun", "refused unit.already-begun", "refused text.too-long", "refused receipt.not-awaited",
        "refused obligation.unknown", "refused obligation.not-owed", "refused obligation.not-open-yet", "refused obligation.closed", "refused obligation.already-reported",
        "refused part.unknown", "refused part.not-submitted", "refused part.returned", "refused part.already-accepted", "refused part.waived",
        "refused seat.name-needed", "refused seat.term-not-current", "refused seat.same-person", "refused seat.vacant", "refused seat.term-reversed",
        "refused submit.name-the-liaison", "refused submit.received-out-of-range", "refused return.remark-needed", "refused reason.needed",
        "refused due.entered-late", "refused due.too-far", "refused due.in-the-past", "refused extension.too-late", "refused extension.not-later", "refused extension.none-pending",
        "refused withdraw.review-begun", "refused withdraw.entered-by-office",
        "refused urge.already-reported", "refused urge.entered-late", "refused urge.reason-needed", "refused urge.nobody-to-receive",
        "refused assignment.id-taken", "refused assignment.title-needed", "refused assignment.due-in-the-past",
        "refused member.pending", "refused member.decided", "refused member.none-pending", "refused member.basis-needed", "refused member.day-out-of-range", "refused member.same-holder",
        "told member", "told seat",
        "rung issue", "rung due-15", "rung t-15", "rung t-5", "rung t-1", "rung due", "rung plus-1", "rung plus-2", "rung plus-3",
        "rung week-1", "rung week-2", "rung correction-1", "rung correction-2", "rung issue.1", "rung t-5.1", "rung week-1.1", "rung t-1.2",
        "fate Delivered", "fate Superseded", "fate Undeliverable", "fate Pending", "once receipt", "once return", "once urge", "once nobody",
        "report on time", "report late", "report late by 0", "report unjudged", "revision", "revision of nothing", "revision by import", "revision to firm", "step moved", "step moved by import", "step no longer planned", "change told",
        "review begun", "taken back Open", "taken back Returned", "taken back from reported", "taken back from incomplete", "taken back passes a rung", "taken back passes a correction",
        "taken back with another returned", "reported again on time", "reported again late", "rung after taking back",
    ];

    private readonly ConcurrentDictionary<string, bool> _met = [];
    private int _events;

    public int Events => _events;

    public IEnumerable<string> Missed => Wanted.Where(w => !_met.ContainsKey(w));

    public void Add(HistoryRun run)
    {
        Interlocked.Add(ref _events, run.Events);
        foreach (var met in run.Refused.Select(r => $"refused {r}").Concat(Of(run.Seen)))
        {
            _met[met] = true;
        }
    }

    private static IEnumerable<string> Of(Reference.History seen) =>
        seen.Steps.SelectMany(s => new[] { $"rung {s.Rung}", $"fate {s.Fate}" })
            .Concat(seen.AtOnce.Select(a => a.To is null ? "once nobody" : $"once {a.Kind}"))
            .Concat(seen.Reports.Select(Name))
            .Concat(seen.Revisions.SelectMany(Names))
            .Concat(seen.Reviews.Select(_ => "review begun"))
            .Concat(seen.Withdrawals.SelectMany(w => Names(w, seen)))
            .Concat(seen.Tellings.Where(t => t.Changes.Length > 0).Select(_ => "change told"))
            .Concat(seen.Tellings.SelectMany(t => t.Changes.Split(' ')).Select(c => $"told {c.Split(':')[0]}"));

    private static IEnumerable<string> Names(Revision revision)
    {
        yield return revision.Duties.Length == 0 ? "revision of nothing" : "revision";
        yield return revision.Reason is null ? "revision by program" : "revision by import";
        yield return revision.Duties.Length > 0 && !revision.Duties.Contains('?', StringComparison.Ordinal) ? "revision to firm" : "revision of days";
        yield return revision.Moved.Length == 0 ? "no step moved" : revision.Reason is null ? "step moved" : "step moved by import";
        yield return revision.Moved.Split(' ').Any(m => m.EndsWith('>')) ? "step no longer planned" : "all steps planned";
    }

    private static IEnumerable<string> Names(Withdrawal back, Reference.History seen)
    {
        var stages = back.Parts.Split(' ').Select(p => p.Split('=')[1]).ToHashSet();
        var passed = back.Passed.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToLookup(r => r.StartsWith("correction", StringComparison.Ordinal));
        var again = seen.Reports.Where(r => r.Duty == back.Duty).Skip(1).Select(r => r.OnTime switch { true => "reported again on time", false => "reported again late", _ => "reported again" });
        return stages.Select(s => $"taken back {s}")
            .Append(back.Unreported ? "taken back from reported" : stages.Contains("Open") ? "taken back from incomplete" : "taken back and still reported")
            .Concat(passed[true].Select(_ => "taken back passes a correction"))
            .Concat(passed[false].Select(_ => "taken back passes a rung"))
            .Concat(back.CorrectionDue is not null && !stages.Contains("Returned") ? ["taken back with another returned"] : [])
            .Concat(seen.Steps.Where(s => back.Unreported && s.Duty == back.Duty && s.Slot > back.At).Select(_ => "rung after taking back"))
            .Concat(again);
    }

    private static string Name(Report report) => report.OnTime switch
    {
        null => "report unjudged",
        true => "report on time",
        false => report.LateWorkdays == 0 ? "report late by 0" : "report late",
    };
}

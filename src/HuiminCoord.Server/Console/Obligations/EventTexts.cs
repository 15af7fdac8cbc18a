using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Obligations;

/// <summary>What happened to an obligation, in the visitor's language.</summary>
internal static class EventTexts
{
    /// <summary>Events that 办理记录 tells, as the audit names them.</summary>
    internal static readonly string[] Told =
    [
        "unit.submitted", "unit.accepted", "unit.returned", "unit.waived", "unit.extension-asked", "unit.extension-granted", "unit.extension-refused",
        "unit.due-moved", "unit.urged", "unit.assigned", "unit.review-begun", "unit.withdrawn",
    ];

    /// <summary>The duty that an event is about, with its line; null for events that have none.</summary>
    /// <param name="words">The language.</param>
    /// <param name="event">What happened.</param>
    /// <param name="annual">A yearly report's parts have other names.</param>
    /// <param name="today">Days of other years carry theirs.</param>
    internal static (string Duty, string Text, string? Detail)? Say(PageWords words, UnitEvent @event, bool annual, DateOnly today) => @event switch
    {
        UnitEvent.Submitted x => (x.Duty.Value, Submitted(words, x, annual), x.Note),
        UnitEvent.Accepted x => (x.Duty.Value, words["history.accepted", words.Parts(x.Parts, annual)], null),
        UnitEvent.Returned x => (x.Duty.Value, words["history.returned", words.Part(x.Part, annual), x.Remarks.Count, words.Date(x.CorrectionDue, today)], Remarks(x.Remarks)),
        UnitEvent.Waived x => (x.Duty.Value, words["history.waived", words.Parts(x.Parts, annual)], x.Reason),
        UnitEvent.ExtensionAsked x => (x.Duty.Value, words["history.asked", words.Date(x.Until, today)], x.Reason),
        UnitEvent.ExtensionGranted x => (x.Duty.Value, words["history.granted", words.Date(x.Until, today)], x.Reason),
        UnitEvent.ExtensionRefused x => (x.Duty.Value, words["history.refused"], x.Reason),
        UnitEvent.DueMoved x => (x.Duty.Value, words["history.moved", words.Date(x.Due, today)], x.Reason),
        UnitEvent.ReviewBegun x => (x.Duty.Value, words["history.reviewBegun", words.Parts(x.Parts, annual)], null),
        UnitEvent.Withdrawn x => (x.Duty.Value, words["history.withdrawn", words.Parts(x.Parts.Keys, annual)], x.Reason),
        UnitEvent.Urged x => (x.Duty.Value, words["history.urged"], x.Reason),
        UnitEvent.Assigned x => (x.Duty.Value, words["history.assigned", words.Date(x.Assignment.Due, today)], null),
        _ => null,
    };

    private static string Submitted(PageWords words, UnitEvent.Submitted submitted, bool annual)
    {
        var parts = words.Parts(submitted.Parts, annual);
        var how = submitted.OnBehalf ? words["history.entered", parts, NearTexts.BriefMinute(submitted.At)] : words["history.submitted", parts];
        return submitted.Nil ? words["history.nil", how] : how;
    }

    private static string Remarks(IEnumerable<Remark> remarks) => string.Join('\n', remarks.Select(r => $"{r.Place}：{r.Text}"));
}

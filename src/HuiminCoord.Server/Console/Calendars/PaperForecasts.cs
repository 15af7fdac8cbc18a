using System.Text.RegularExpressions;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Calendars;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Calendars;

/// <summary>What an import would move, as a page shows it.</summary>
/// <param name="AlreadyKnown">Importing it would change nothing.</param>
/// <param name="Campaigns">Campaigns in its region.</param>
/// <param name="DueDates">Open duties whose 办理日 moves.</param>
/// <param name="Reminders">Planned reminders of open duties that move.</param>
/// <param name="Totals">Each sort of thing in a line.</param>
/// <param name="Lines">What moves; units for which the same moves stand together.</param>
/// <param name="Complete">False when more moves than is listed.</param>
public sealed record PaperForecast(string Paper, bool AlreadyKnown, int Campaigns, int DueDates, int Reminders, IReadOnlyList<string> Totals, IReadOnlyList<ShiftLine> Lines, bool Complete);

/// <summary>A duty that moves.</summary>
/// <param name="Open">False when it opens later.</param>
/// <param name="Before">办理日 so far.</param>
/// <param name="After">办理日 afterwards.</param>
/// <param name="Steps">Its reminders.</param>
public sealed record ShiftLine(string Title, string Units, bool Open, DateOnly Due, string Before, string After, IReadOnlyList<string> Steps);

/// <summary>Says what the API's preview of an import found.</summary>
internal sealed partial class PaperForecasts(PageWords words)
{
    private PageWords Words { get; } = words;

    /// <param name="found">What was found.</param>
    internal PaperForecast Of(PaperPreviewView found) => new(
        found.Paper, found.AlreadyKnown, found.Campaigns, found.DueDates.Moved, found.Steps.Moved, found.AlreadyKnown ? [] : [.. Totals(found)], Lines(found.Items), found.Complete);

    /// <summary>Dates, meetings and reminders are three things: a moved reminder is not a moved date.</summary>
    private IEnumerable<string> Totals(PaperPreviewView found) =>
    [
        Words["cal.total.dues", found.DueDates.Moved, found.DueDates.Firm],
        Words["cal.total.meetings", found.Meetings.OnRest],
        Words["cal.total.steps", found.Steps.Moved],
        Words["cal.total.coming", found.Coming.DueDatesMoved, found.Coming.DueDatesFirm, found.Coming.StepsMoved],
        Words["cal.total.campaigns", found.Campaigns, DateTexts.Short(found.KnownFrom)],
    ];

    private IReadOnlyList<ShiftLine> Lines(IReadOnlyList<ShiftView> shifts) =>
    [
        .. shifts.Select(s => (Shift: s, Before: DoBy(s.Before), After: DoBy(s.After), Steps: s.Steps.Select(Step).ToList()))
            .GroupBy(s => (s.Shift.Title, s.Shift.Open, s.Shift.Due, s.Before, s.After, Steps: string.Join('|', s.Steps)))
            .Select(g => new ShiftLine(g.Key.Title, string.Join(Words["page.comma"], g.Select(s => s.Shift.UnitName)), g.Key.Open, g.Key.Due, g.Key.Before, g.Key.After, g.First().Steps)),
    ];

    private string DoBy(DoByView doBy) => Words.Day(doBy.DoBy) + (doBy.Provisional ? Words["cal.provisional"] : "");

    private string Step(MovedStepView step) => Words["cal.step", Rung(step.Rung), DateTexts.Short(step.From), DateTexts.Short(step.To)];

    /// <summary>Reminders are named by their moments; one with another name is said by it.</summary>
    private string Rung(string id)
    {
        var match = Moment().Match(id);
        return match.Groups["before"] is { Success: true } before ? Words["cal.rung.before", before.Value]
            : match.Groups["after"] is { Success: true } after ? Words["cal.rung.after", after.Value]
            : match.Groups["due"].Success ? Words["cal.rung.due"]
            : match.Groups["issue"].Success ? Words["cal.rung.issue"]
            : id;
    }

    [GeneratedRegex("^(?:t-(?<before>[0-9]+)|plus-(?<after>[0-9]+)|(?<due>due)|(?<issue>issue))(?![a-z])")]
    private static partial Regex Moment();
}

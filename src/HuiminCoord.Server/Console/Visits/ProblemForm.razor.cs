using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Visits;

/// <summary>Enters a problem: the unit owes its mending from then on, and is told.</summary>
public sealed partial class ProblemForm : DatedForm
{
    private const int UsualWorkdays = 10;

    /// <summary>Pressed again after a failure it is the same wish: a problem is never entered twice.</summary>
    private readonly string _wish = Circuits.Desk.NewKey();

    /// <summary>The group.</summary>
    [Parameter]
    [EditorRequired]
    public required GroupLine Sheet { get; set; }

    /// <summary>The visit on which it was found; null = it was found otherwise.</summary>
    [Parameter]
    public VisitLine? Visit { get; set; }

    private string Text { get; set; } = "";

    private string? Unit { get; set; }

    private DateOnly? Due { get; set; }

    private string? About { get; set; }

    private bool Shows { get; set; }

    private IEnumerable<(string Value, string Text)> Units => Sheet.Units.Select(u => (u, GroupTexts.NameOf(Plan, u)));

    /// <summary>Those in scope; where none is named, all.</summary>
    private IEnumerable<(string Value, string Text)> Tasks =>
        Plan.Tasks.Where(t => Sheet.Tasks.Count == 0 || Sheet.Tasks.Contains(t.Id.Value)).Select(t => (t.Id.Value, t.Title));

    /// <inheritdoc/>
    protected override void OnInitialized() =>
        (Unit, Due) = (Visit?.Unit ?? (Sheet.Units.Count == 1 ? Sheet.Units[0] : null), Calendar.AddWorkingDays(Today, UsualWorkdays));

    private async Task Send()
    {
        Shows = true;
        if (Text.Trim().Length == 0 || string.IsNullOrEmpty(Unit) || Due is not { } due)
        {
            return;
        }

        var command = new SupervisionCommand.AddProblem(new UnitId(Unit), string.IsNullOrEmpty(About) ? null : new TaskId(About), Text.Trim(), due, Visit?.Id);
        await Carry(() => Desk.ToSupervision("addProblem", Sheet.Id, command, _wish), Words["supervision.problem.did", GroupTexts.NameOf(Plan, Unit)]);
    }
}

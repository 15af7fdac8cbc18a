using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Supervision;
using HuiminCoord.Server.Console.Duties;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Visits;

/// <summary>One supervision group: its problems until they are struck off, its visits, what it was ordered to look at, its report.</summary>
public sealed partial class GroupPage : LivePage
{
    /// <summary>Id of the group: du-2.</summary>
    [Parameter]
    public string Group { get; set; } = "";

    /// <summary>The form that is open.</summary>
    [SupplyParameterFromQuery(Name = "do")]
    private string? Do { get; set; }

    /// <summary>The problem that it is about.</summary>
    [SupplyParameterFromQuery(Name = "number")]
    private int? Number { get; set; }

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private Plan? Plan { get; set; }

    private WorkingCalendar? Calendar { get; set; }

    private DateOnly Today { get; set; }

    private GroupLine? Sheet { get; set; }

    /// <summary>What the unit said and showed when it handed in; null = nothing.</summary>
    private DutyEvent? HandedIn { get; set; }

    private bool MayWrite => Visitor.May("recordVisit");

    private int Late => Sheet?.Found.Count(p => p.Light == ProblemLight.Late) ?? 0;

    private string? Sentence => Sheet is not { } s ? null : Words["supervision.group.sentence", Words.Group(s.Id), s.Visits, s.Problems, s.Problems - s.Open];

    private ProblemLine? Checked => Sheet?.Found.FirstOrDefault(p => p.Number == Number && p.Light == ProblemLight.ToCheck);

    private string Place => GroupTexts.Place(Group);

    private Func<ProblemLine, string> CheckAt => problem => $"{Place}?do=check&number={problem.Number}";

    private Func<VisitLine, string> VisitAt => visit => $"{Place}/visits/{Uri.EscapeDataString(visit.Id)}";

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("getSupervision");
        var sheet = GroupLine.Of(await SupervisionFinder.Find(scene, Group, Visitor.Gone) ?? throw scene.Absent("supervision.unknown", Group));
        (Plan, Calendar, Today, Sheet) = (scene.Campaign.Plan, scene.Campaign.Calendar, scene.Campaign.Today, sheet);
        HandedIn = Do == "check" && Checked is { } problem
            ? (await DutyHistory.Of(scene, problem.Unit, problem.Duty, Visitor.Gone)).FirstOrDefault(e => e.What is Domain.Units.UnitEvent.Submitted)
            : null;
    }

    private async Task HandReport()
    {
        var group = Sheet!;
        var question = new OutwardQuestion(Words["supervision.report.hand.title"], Words["supervision.report.hand.ask", group.Visits, group.Problems, group.Open], _ => Words["supervision.report.hand"]);
        if (await Dialogs.Ask(question) is not null && await Act(() => Desk.ToSupervision("handReport", group.Id, new SupervisionCommand.HandReport())))
        {
            Toasts.Did(Words["supervision.report.hand.did"]);
        }
    }

    private void Close() => Navigation.NavigateTo(Place);

    private async Task Did()
    {
        await Reload();
        Close();
    }
}

using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Supervision;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Visits;

/// <summary>走访记录: what the group looked at, what it saw, photographs of it, and the problems found. Made for a phone on the spot.</summary>
public sealed partial class VisitPage : LivePage
{
    /// <summary>Stands in the address while a visit has no id of its own.</summary>
    internal const string Fresh = "new";

    /// <summary>Id of the group.</summary>
    [Parameter]
    public string Group { get; set; } = "";

    /// <summary>Id of the visit, or <see cref="Fresh"/>.</summary>
    [Parameter]
    public string Visit { get; set; } = "";

    /// <summary>The form that is open.</summary>
    [SupplyParameterFromQuery(Name = "do")]
    private string? Do { get; set; }

    private Plan? Plan { get; set; }

    private WorkingCalendar? Calendar { get; set; }

    private DateOnly Today { get; set; }

    private GroupLine? Sheet { get; set; }

    private bool IsFresh => Visit == Fresh;

    private VisitLine? Known => Sheet?.Visited.FirstOrDefault(v => v.Id == Visit);

    private string Place => GroupTexts.Place(Group);

    private string Here => $"{Place}/visits/{Uri.EscapeDataString(Visit)}";

    private Func<ProblemLine, string> CheckAt => problem => $"{Place}?do=check&number={problem.Number}";

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("getSupervision");
        var sheet = GroupLine.Of(await SupervisionFinder.Find(scene, Group, Visitor.Gone) ?? throw scene.Absent("supervision.unknown", Group));
        if (!IsFresh && sheet.Visited.All(v => v.Id != Visit))
        {
            throw scene.Absent("visit.unknown", Visit);
        }

        (Plan, Calendar, Today, Sheet) = (scene.Campaign.Plan, scene.Campaign.Calendar, scene.Campaign.Today, sheet);
    }

    private void Close() => Navigation.NavigateTo(Here);

    /// <summary>It has an id of its own now: problems are entered under it.</summary>
    private async Task Saved(string id)
    {
        if (IsFresh)
        {
            Navigation.NavigateTo($"{Place}/visits/{Uri.EscapeDataString(id)}");
        }
        else
        {
            await Reload();
        }
    }

    private async Task Did()
    {
        await Reload();
        Close();
    }
}

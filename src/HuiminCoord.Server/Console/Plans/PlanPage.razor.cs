using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>方案与待明确事项: what the plan says, its versions, what it leaves open, how it is amended, and who has confirmed it.</summary>
public sealed partial class PlanPage : LivePage
{
    [Inject]
    private PlanShelf Shelf { get; set; } = null!;

    [Inject]
    private CampaignPlans Known { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "tab")]
    private string? Tab { get; set; }

    [SupplyParameterFromQuery(Name = "version")]
    private int? Version { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Question { get; set; }

    [SupplyParameterFromQuery(Name = "show")]
    private string? Show { get; set; }

    [SupplyParameterFromQuery(Name = "part")]
    private string? Part { get; set; }

    /// <summary>In force; null while nothing was issued.</summary>
    private Plan? InForce { get; set; }

    /// <summary>Stored after it and not yet issued; null when there is none.</summary>
    private Plan? Waiting { get; set; }

    private WorkingCalendar? Calendar { get; set; }

    private DateOnly Today => ChinaTime.DateOf(Visitor.Now);

    private bool Issued => InForce is not null;

    private Plan? Shown => InForce ?? Waiting;

    /// <summary>Sections that the seat has something to do with.</summary>
    private IReadOnlyList<string> Tabs => Visitor.May("previewAmendment")
        ? ["overview", "versions", "questions", "members", "amend", "receipts"] : ["overview", "versions", "questions", "receipts"];

    private string Current => Issued && Tabs.Contains(Tab ?? "") ? Tab! : "overview";

    private string Sentence => Shown is not { } plan ? Words["plan.none"]
        : Issued ? Words["plan.sentence", plan.Version, plan.Units.Count, plan.Tasks.Count, plan.Questions.Count(q => q.Answer is null)]
        : Words["issue.sentence.waiting", plan.Version];

    private string? Context => Shown is { } plan
        ? Words["plan.context", plan.Document.Number, plan.Document.Issuer, DateTexts.Short(plan.Window.From), DateTexts.Short(plan.Window.To)] : null;

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        var campaign = Visitor.Asker.Campaign;
        var newest = await Shelf.NewestVersion(campaign);
        if (await Known.IsIssued(campaign, Visitor.Gone))
        {
            await using var scene = await Desk.Read("getPlan");
            (InForce, Calendar) = (scene.Campaign.Plan, scene.Campaign.Calendar);
        }

        Waiting = newest > (InForce?.Version ?? 0) ? await Shelf.Find(campaign, (InForce?.Version ?? 0) + 1) : null;
        Calendar ??= Shown is { } plan ? Shelf.Calendars(plan).AsKnownAt(Visitor.Now) : null;
    }
}

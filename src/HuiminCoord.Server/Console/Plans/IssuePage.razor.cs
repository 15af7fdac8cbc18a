using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Server.Console.Circuits;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>方案印发, for the office director: issuing a stored plan tells every unit, so the page names them first. It runs no script.</summary>
public sealed partial class IssuePage : FormPage
{
    [Inject]
    private PlanShelf Shelf { get; set; } = null!;

    [Inject]
    private CampaignPlans Known { get; set; } = null!;

    [Inject]
    private Desk Desk { get; set; } = null!;

    /// <summary>The version that the reader saw when they decided.</summary>
    [SupplyParameterFromForm(FormName = "issue")]
    private int Seen { get; set; }

    private Plan? InForce { get; set; }

    /// <summary>Stored and not yet issued; null when there is none.</summary>
    private Plan? Waiting { get; set; }

    private bool Done { get; set; }

    private int Version => (Waiting ?? InForce)?.Version ?? 0;

    private string Campaign => Visitor.Asker.Campaign;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var issued = await Known.IsIssued(Campaign, Visitor.Gone);
        var (current, newest) = (await Known.Of(Campaign, Visitor.Gone), await Shelf.NewestVersion(Campaign));
        InForce = issued ? current : null;
        Waiting = issued && current?.Version >= newest ? null : await Shelf.Find(Campaign, (InForce?.Version ?? 0) + 1);
    }

    /// <summary>The key is made of what is wished: pressing twice issues once.</summary>
    private Task Issue() => Try(async () =>
    {
        await Desk.Issue(Seen, $"issue-{Seen}");
        (Done, InForce, Waiting) = (true, Waiting, null);
    });
}

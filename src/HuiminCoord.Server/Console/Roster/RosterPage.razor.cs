using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Onboarding;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Roster;

/// <summary>单位与联络人, for the office: who sits for each unit, and the links by which units name their people.</summary>
public sealed partial class RosterPage : FormPage
{
    [Inject]
    private UnitLinks Links { get; set; } = null!;

    [Inject]
    private Nominations Nominations { get; set; } = null!;

    [Inject]
    private RosterReader Reader { get; set; } = null!;

    [Inject]
    private CampaignPlans Plans { get; set; } = null!;

    [Inject]
    private LinkAddress Address { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "links")]
    private bool All { get; set; }

    [SupplyParameterFromForm(FormName = "act")]
    private string? Link { get; set; }

    private bool IsIssued { get; set; }

    private IReadOnlyList<RosterLine> Lines { get; set; } = [];

    private int Waiting { get; set; }

    /// <summary>To be printed now: they cannot be shown again.</summary>
    private IReadOnlyList<MadeUnitLink> Made { get; set; } = [];

    private IReadOnlyList<string> Chosen { get; set; } = [];

    private bool NoneChosen { get; set; }

    private string? Withdrawn { get; set; }

    private string Campaign => Visitor.Asker.Campaign;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        IsIssued = await Plans.IsIssued(Campaign, Visitor.Gone);
        await Load();
    }

    private async Task Load()
    {
        if (IsIssued)
        {
            Lines = await Reader.Lines(Campaign, Visitor.Gone);
            Waiting = (await Nominations.List(Campaign, false, Visitor.Gone)).Count;
        }
    }

    private Task Make() => Try("makeUnitLinks", async () =>
    {
        Chosen = [.. Visitor.Http.Request.Form["Units"].OfType<string>()];
        NoneChosen = Chosen.Count == 0 && !All;
        if (!NoneChosen)
        {
            Made = await Links.Make(Campaign, All ? [] : Chosen, Visitor.Asker, Visitor.Gone);
            Chosen = [];
            await Load();
        }
    });

    private Task Withdraw() => Try("withdrawUnitLink", async () =>
    {
        var line = Lines.FirstOrDefault(l => l.Link?.Link == Link) ?? throw new RefusedException(new Refusal("link.unknown", Link ?? ""));
        await Links.Withdraw(Campaign, line.Link!.Link, Visitor.Asker, Visitor.Gone);
        Withdrawn = line.Name;
        await Load();
    });

    private static Status StatusOf(UnitLinkStage stage) => stage switch
    {
        UnitLinkStage.Open => Status.Soon,
        UnitLinkStage.Used => Status.Done,
        _ => Status.Off,
    };
}

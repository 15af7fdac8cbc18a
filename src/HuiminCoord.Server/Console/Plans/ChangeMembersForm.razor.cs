using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Api.Campaigns;
using HuiminCoord.Server.Api.Memberships;
using HuiminCoord.Server.Console.Circuits;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>Carries out what the joint meeting decided about a unit: a version of the plan, shown before it is issued.</summary>
public sealed partial class ChangeMembersForm : DrawerForm
{
    private string _key = Desk.NewKey();

    /// <summary>What was put before the meeting.</summary>
    [Parameter]
    [EditorRequired]
    public required MembershipWishView Wish { get; set; }

    /// <summary>The plan in force.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    [Inject]
    private Membership Membership { get; set; } = null!;

    [Inject]
    private AmendmentPreviews Previews { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    private string Basis { get; set; } = "";

    private bool BasisMissing { get; set; }

    private ForecastView? Forecast { get; set; }

    /// <summary>What was foreseen was foreseen of something else.</summary>
    private void Type(string basis) => (Basis, Forecast, BasisMissing, _key) = (basis, null, false, Desk.NewKey());

    private async Task Preview()
    {
        BasisMissing = string.IsNullOrWhiteSpace(Basis);
        if (!BasisMissing)
        {
            var key = _key;
            await Act(async () =>
            {
                await using var scene = await Desk.Read("previewMembership");
                var text = await Membership.Text(scene.Campaign, Wish.Unit, Basis);
                var found = await Previews.Of(scene.Campaign, text, Words.Language, Visitor.Gone);
                // What was typed meanwhile was not looked at.
                Forecast = key == _key ? new ForecastTexts(Words).Of(found, scene.Campaign.Plan, text) : null;
            });
            await Browser.InvokeVoidAsync("huimin.focus", "forecast");
        }
    }

    private async Task Issue()
    {
        var version = Forecast!.Version;
        var question = IssueQuestion.Of(Words, Words["plan.members.carry.ask", version, Wish.Name], Plan);
        if (await Dialogs.Ask(question) is not null)
        {
            await Carry(() => Desk.Do("changeMembers", wish => Membership.Change(Desk.Campaign, Wish.Unit, Basis, wish), _key), Words["issue.done", version]);
        }
    }
}

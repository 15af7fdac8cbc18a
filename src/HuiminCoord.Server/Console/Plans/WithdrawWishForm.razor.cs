using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Server.Api.Memberships;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>Gives up what was put before the meeting, with a reason.</summary>
public sealed partial class WithdrawWishForm : DrawerForm
{
    /// <summary>What was put before it.</summary>
    [Parameter]
    [EditorRequired]
    public required MembershipWishView Wish { get; set; }

    [Inject]
    private Membership Membership { get; set; } = null!;

    private string Reason { get; set; } = "";

    private Task Send() => Carry(
        () => Desk.Do("withdrawMembership", wish => Membership.Ask(Desk.Campaign, new CampaignCommand.WithdrawMembership(new UnitId(Wish.Unit), Reason), wish)),
        Words["plan.members.withdraw.did"]);
}

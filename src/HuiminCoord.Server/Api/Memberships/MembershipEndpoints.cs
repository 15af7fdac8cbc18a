using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Server.Api.Campaigns;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.Memberships;

/// <summary>Member units that join or leave: put before the joint meeting, decided by it, carried out by a version of the plan.</summary>
internal static class MembershipEndpoints
{
    private static readonly string[] Refused =
        ["membership.convenes", "membership.domain-unknown", "membership.is-member", "membership.leads", "membership.name-needed", "membership.name-taken", "reason.needed", "text.too-long", "unit.unknown"];

    internal static void Map(RouteGroupBuilder campaign)
    {
        campaign.MapGet("/membership", Show).AsRead<Reading<MembershipView>>("getMembership");
        campaign.MapPost("/membership/propose", Propose)
            .AsCommand("proposeMembership", new ProposeMembershipBody(MembershipChange.Add, "shuiwu", "涉税线索较多，需共同参与", "税务局", ["区税务局"], Domains: ["wangluo"]))
            .Refuses([.. Refused, "membership.pending", "membership.too-many"]);
        var unit = campaign.MapGroup("/membership/{unit}");
        unit.MapPost("/withdraw", Withdraw).AsCommand("withdrawMembership", new WithdrawMembershipBody("会议未同意")).Refuses("membership.none-pending", "reason.needed", "text.too-long");
        unit.MapPost("/preview", Preview).AsPreview<AmendmentPreview>("previewMembership", new ChangeMembersBody("2020年第1次全体会议")).Refuses([.. Refused, "membership.none-pending"]);
        unit.MapPost("/change", Change).AsCommand("changeMembers", new ChangeMembersBody("2020年第1次全体会议")).Refuses([.. Refused, .. AmendmentEndpoints.Refused, "membership.none-pending"]);
    }

    /// <summary>What waits for the joint meeting about its members: units that shall join or leave, and who shall sit for a unit.</summary>
    /// <remarks>The next agenda that is composed shows what is undecided.</remarks>
    internal static async Task<Reading<MembershipView>> Show(string campaign, ReadingDoor door, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return scene.One(await MembershipReader.Of(scene, cancellation));
    }

    /// <summary>Puts before the joint meeting that a unit joins or leaves.</summary>
    /// <remarks>Nothing changes before the meeting decides. What could not become a version of the plan is refused now.</remarks>
    internal static async Task<IResult> Propose(string campaign, ProposeMembershipBody body, Membership membership, CommandDoor door) =>
        CommandDoor.Said(await membership.Propose(campaign, body, door.Wish(body)));

    /// <summary>Gives up what was put before the meeting.</summary>
    /// <remarks>Also when the meeting did not agree: then the reason says so.</remarks>
    internal static async Task<IResult> Withdraw(string campaign, string unit, WithdrawMembershipBody body, Membership membership, CommandDoor door) =>
        CommandDoor.Said(await membership.Ask(campaign, new CampaignCommand.WithdrawMembership(new UnitId(unit), body.Reason), door.Wish(body)));

    /// <summary>Says what the version of the plan would change by which the unit joins or leaves. It changes nothing.</summary>
    /// <remarks>The same as the preview of any amendment: what begins, what ends, and for whom.</remarks>
    internal static async Task<AmendmentPreview> Preview(
        string campaign, string unit, ChangeMembersBody body, ReadingDoor door, Membership membership, AmendmentPreviews previews, HttpContext http, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return await previews.Of(scene.Campaign, await membership.Text(scene.Campaign, unit, body.Basis), Speaking.To(http), cancellation);
    }

    /// <summary>Carries out what the meeting decided: the unit joins or leaves from this instant on, by a new version of the plan.</summary>
    /// <remarks>
    /// A unit that joins owes what every member owes and what is still to come of it; what a unit that leaves still owed ends. History stays.
    /// The basis is kept as what the version rests on.
    /// </remarks>
    internal static async Task<IResult> Change(string campaign, string unit, ChangeMembersBody body, Membership membership, CommandDoor door) =>
        CommandDoor.Said(await membership.Change(campaign, unit, body.Basis, door.Wish(body)));
}

using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Grains.Campaigns;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Server.Api.Campaigns;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Api.Units;

namespace HuiminCoord.Server.Api.Memberships;

/// <summary>Reads what waits for the joint meeting about its members.</summary>
internal static class MembershipReader
{
    /// <summary>Everything that waits.</summary>
    internal static async Task<MembershipView> Of(ReadingScene scene, CancellationToken cancellation) => new(
        [.. Wishes(scene.Campaign).Select(w => MembershipWishView.Of(w, scene.Campaign.Plan))], await MemberReader.Pending(scene, cancellation));

    internal static IReadOnlyList<MembershipWish> Wishes(CampaignScene campaign) => StoredJson.Read<MembershipWishes>(campaign.Row.Payload).Wishes;
}

/// <summary>Member units that join or leave, for the API and for pages alike.</summary>
internal sealed class Membership(CampaignDirectory campaigns, PlanShelf plans, Amending amending, IGrainFactory grains)
{
    /// <summary>Puts a wish before the meeting.</summary>
    internal async Task<Answer> Propose(string campaign, ProposeMembershipBody body, Wish wish)
    {
        var scene = await campaigns.Campaign(campaign, wish.Gone);
        return await Ask(campaign, new CampaignCommand.ProposeMembership(body.To(scene.Plan)), wish);
    }

    /// <summary>To the campaign's actor.</summary>
    internal async Task<Answer> Ask(string campaign, CampaignCommand command, Wish wish)
    {
        await campaigns.Campaign(campaign, wish.Gone);
        Acting.As(wish.Signature);
        return await SiloChange.Outlast(() => grains.GetGrain<ICampaignGrain>(campaign).Do(command, wish.Key), wish.Gone);
    }

    /// <summary>The text of the version by which the wish would be carried out. Nothing is stored.</summary>
    /// <exception cref="RefusedException"><c>membership.none-pending</c>, or what <see cref="MembershipRules.Refuse"/> says by now.</exception>
    internal async Task<string> Text(CampaignScene scene, string unit, string basis)
    {
        var wish = Find(scene, unit) ?? throw new RefusedException(new Refusal("membership.none-pending", unit));
        return MembershipRules.Refuse(scene.Plan, wish) is { } refusal
            ? throw new RefusedException(refusal)
            : MemberPlan.Of(scene.Plan, await plans.Text(scene.Id, scene.Plan.Version), wish, basis.Trim());
    }

    /// <summary>Makes the wish the next version of the plan.</summary>
    /// <exception cref="RefusedException">What <see cref="Text"/> and <see cref="Amending.Amend"/> refuse.</exception>
    internal async Task<Answer> Change(string campaign, string unit, string basis, Wish wish)
    {
        var scene = await campaigns.Campaign(campaign, wish.Gone);
        if (Find(scene, unit) is not null)
        {
            return await amending.Amend(campaign, await Text(scene, unit, basis), wish);
        }

        // The same wish again, after it was carried out: the campaign knows its key.
        var answer = await amending.Amend(campaign, await plans.Text(campaign, scene.Plan.Version), wish);
        return answer.Replayed ? answer : throw new RefusedException(new Refusal("membership.none-pending", unit));
    }

    private static MembershipWish? Find(CampaignScene scene, string unit) =>
        MembershipReader.Wishes(scene).FirstOrDefault(w => w.Unit.Value == unit && !w.IsFulfilledBy(scene.Plan));
}

using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;

namespace HuiminCoord.Domain.Campaigns;

/// <summary>Member units that shall join or leave: what waits for the joint meeting. A version of the plan carries it out, nothing else does.</summary>
internal static class WishRules
{
    /// <summary>Most that wait at once: more than one meeting decides.</summary>
    internal const int Most = 10;

    internal static Decision<CampaignEvent> Propose(CampaignState state, CampaignCommand.ProposeMembership c, Refusal? objection, DateTimeOffset now)
    {
        if (state.Wishes.Find(w => w.Unit == c.Wish.Unit) is { } pending)
        {
            return pending.SameAs(c.Wish) ? Decision<CampaignEvent>.Nothing : new Refusal("membership.pending", pending.Name);
        }

        return objection is not null ? objection
            : state.Wishes.Count >= Most ? new Refusal("membership.too-many", $"{Most}")
            : Decision<CampaignEvent>.Keep(new CampaignEvent.MembershipProposed(c.Wish, now));
    }

    internal static Decision<CampaignEvent> Withdraw(CampaignState state, CampaignCommand.WithdrawMembership c) =>
        FreeText.Refuse(c.Reason, "reason.needed") is { } refusal ? refusal
        : c.Reason.Length > MembershipRules.LongestReason ? new Refusal("text.too-long", $"{MembershipRules.LongestReason}")
        : state.Wishes.Exists(w => w.Unit == c.Unit) ? Decision<CampaignEvent>.Keep(new CampaignEvent.MembershipWithdrawn(c.Unit, c.Reason.Trim()))
        : new Refusal("membership.none-pending", c.Unit.Value);

    /// <summary>Wishes that the version fulfils: they are off the agenda from then on.</summary>
    internal static IEnumerable<CampaignEvent> Settled(CampaignState state, Plan? next) =>
        next is null ? [] : state.Wishes.Where(w => w.IsFulfilledBy(next)).Select(w => new CampaignEvent.MembershipSettled(w.Unit, next.Version));
}

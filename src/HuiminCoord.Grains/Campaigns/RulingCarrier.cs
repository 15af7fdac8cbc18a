using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Meetings;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Units;

namespace HuiminCoord.Grains.Campaigns;

/// <summary>Carries out what a meeting ruled of its members, with its title as the basis: the unit's actor seats a member, a version of the plan lets a unit join or leave.</summary>
/// <remarks>Interrupted anywhere and asked again, it makes the same wish under the same key.</remarks>
public sealed class RulingCarrier(StoredDocuments documents, PlanShelf plans, AmendmentForecasts forecasts, CampaignClock clock, IGrainFactory grains) : IRulingCarrier
{
    /// <inheritdoc/>
    public async Task<string?> Carry(string campaign, MemberRuling ruling, string basis, CommandKey key)
    {
        ArgumentNullException.ThrowIfNull(ruling);
        var answer = ruling.IsOfSeat
            ? await grains.GetGrain<IUnitGrain>($"{campaign}/{ruling.Of}").Do(new UnitCommand.DecideMember(ruling.Agreed, ruling.From, ruling.Until, basis, ruling.Subject), key)
            : ruling.Agreed ? null
            : await grains.GetGrain<ICampaignGrain>(campaign).Do(new CampaignCommand.WithdrawMembership(new UnitId(ruling.Of), $"{basis}未同意"), key);
        return answer is null ? await Change(campaign, ruling, basis, key) : answer.Refusal?.Code;
    }

    /// <summary>The next version of the plan, written from the text in force as the campaign's actor keeps it: registers know of it a moment later.</summary>
    private async Task<string?> Change(string campaign, MemberRuling ruling, string basis, CommandKey key)
    {
        var state = await documents.Find<CampaignState, CampaignEvent>(Rooms.Campaign, campaign) ?? throw new InvalidOperationException($"{campaign} was not issued.");
        var plan = await plans.Get(campaign, state.PlanVersion);
        var text = await plans.Text(campaign, plan.Version);
        if (state.Wishes.Find(w => w.Unit.Value == ruling.Of && !w.IsFulfilledBy(plan)) is { } wish)
        {
            return AgendaMember.Of(wish, plan).Subject != ruling.Subject ? "member.changed-since" : MembershipRules.Refuse(plan, wish)?.Code ?? await Amend(campaign, plan, MemberPlan.Of(plan, text, wish, basis), key);
        }

        // Carried out, and interrupted before it was noted here: the campaign knows the key.
        var answer = await Issue(campaign, plan.Version, text, key);
        return answer.Replayed ? answer.Refusal?.Code : "membership.none-pending";
    }

    private async Task<string?> Amend(string campaign, Plan plan, string json, CommandKey key)
    {
        if (plans.Check(json).Plan is not { } next)
        {
            return "plan.invalid";
        }

        if (await forecasts.Objection(await plans.Through(campaign, plan.Version), next) is { } refusal)
        {
            return refusal.Code;
        }

        try
        {
            await plans.Put(next, json, clock.Now, key.Key);
        }
        catch (PlanTakenException)
        {
            return "plan.version-taken";
        }

        return (await Issue(campaign, next.Version, json, key)).Refusal?.Code;
    }

    private Task<Answer> Issue(string campaign, int version, string json, CommandKey key) =>
        grains.GetGrain<ICampaignGrain>(campaign).Do(new CampaignCommand.Issue(version, PlanTexts.HashOf(json)), key);
}

using System.Text.Json;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.Campaigns;

/// <summary>The first version of a campaign's plan, whole.</summary>
/// <param name="Plan">A plan as <c>plan.schema.json</c> describes it, of version 1.</param>
public sealed record StorePlanBody(JsonElement Plan);

/// <summary>A plan that was stored and waits to be issued.</summary>
/// <param name="Changed">False when this text stood there already.</param>
/// <param name="Own">True when it is the campaign of the asker's own seat; people of another one need seats there first.</param>
internal sealed record StoredPlanView(string Campaign, int Version, bool Changed, bool Own);

/// <summary>Stores first versions. Storing tells nobody: people hear of a plan when the director of its campaign issues it.</summary>
internal sealed class PlanStoring(PlanShelf plans, CampaignClock clock)
{
    /// <summary>Stores a plan's text as the first version of its campaign.</summary>
    /// <param name="json">The text.</param>
    /// <param name="own">The campaign of whoever asks: its text may be replaced until it is issued. Another campaign's stands once it is there.</param>
    /// <param name="key">Names the wish.</param>
    /// <exception cref="RefusedException"><c>plan.invalid</c>, <c>campaign.version-out-of-order</c>, <c>campaign.id-taken</c>, <c>plan.version-taken</c>.</exception>
    internal async Task<StoredPlanView> Store(string json, string own, string key)
    {
        var plan = Amending.Read(plans, json);
        var campaign = plan.Campaign.Value;
        if (plan.Version != 1)
        {
            throw new RefusedException(new Refusal("campaign.version-out-of-order", $"{plan.Version}", "0"));
        }

        if (await plans.Standing(campaign, 1) is { } there && there.Hash != PlanTexts.HashOf(json) && (there.Issued || campaign != own))
        {
            throw new RefusedException(new Refusal("campaign.id-taken", campaign));
        }

        try
        {
            return new(campaign, 1, await plans.Put(plan, json, clock.Now, key), campaign == own);
        }
        catch (PlanTakenException)
        {
            throw new RefusedException(new Refusal("plan.version-taken", "1"));
        }
    }
}

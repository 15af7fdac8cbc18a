using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Grains.Campaigns;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.Campaigns;

/// <summary>Says what an amended text would change, for the API and for pages alike. It changes nothing.</summary>
internal sealed class AmendmentPreviews(PlanShelf plans, AmendmentForecasts forecasts)
{
    /// <summary>Looks at a text beside all versions before it.</summary>
    internal async Task<AmendmentPreview> Of(CampaignScene campaign, string json, Language language, CancellationToken cancellation)
    {
        var present = campaign.Plan;
        var read = plans.Check(json);
        if (read.Plan is not { } next)
        {
            return new(present.Version + 1, false, read.Problems, null, [], EffectsView.None);
        }

        var differences = PlanComparison.Between(present, next);
        return await forecasts.Objection(campaign.Versions, next) is { } refusal
            ? new(next.Version, false, [], RefusalView.Of(refusal, language), differences, EffectsView.None)
            : new(next.Version, true, [], null, differences, EffectsView.Of(await forecasts.Of(present, next, cancellation), language));
    }
}

using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Server.Serving;

/// <summary>The plan with which a campaign was begun. A later program may ship another text of it: what was issued stays.</summary>
internal static class BegunPlan
{
    /// <summary>The settings with the plan that was issued, if somebody began the campaign and nobody names a plan now.</summary>
    /// <remarks>A plan that is named on the command line is meant: if another one was issued, the server says so and does not start.</remarks>
    internal static async Task<ServeSettings> Of(ServeSettings settings, CoordinationDatabase database)
    {
        var (campaign, version) = (settings.Plan.Campaign.Value, settings.Plan.Version);
        return settings.PlanIsShipped
            && await new PlanTexts(database, new StoredDocuments(database)).Standing(campaign, version) is { Issued: true } issued
            && PlanReader.Read(issued.Json).Plan is { } plan
            ? settings with { Plan = plan, PlanJson = issued.Json }
            : settings;
    }
}

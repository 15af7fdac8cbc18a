using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Grains.Campaigns;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.Campaigns;

/// <summary>Takes amendments to a campaign: the whole text is checked, stored as the next version, and issued.</summary>
/// <remarks>
/// A crash between storing and issuing leaves a stored version: the same wish again, or issuing it, goes on from there, and
/// another text may take its place. The campaign's actor looks at the text once more before it takes just that one.
/// </remarks>
internal sealed class Amending(CampaignDirectory campaigns, PlanShelf plans, AmendmentForecasts forecasts, CampaignClock clock, IGrainFactory grains)
{
    /// <summary>Problems that a refusal names; the preview lists all of them.</summary>
    private const int NamedProblems = 3;

    /// <summary>Makes a plan's text the next version.</summary>
    /// <exception cref="RefusedException"><c>plan.invalid</c>, <c>plan.version-taken</c>, or what <see cref="AmendmentForecasts.Objection"/> says.</exception>
    internal async Task<Answer> Amend(string campaign, string json, Wish wish)
    {
        var scene = await campaigns.Campaign(campaign, wish.Gone);
        var next = Read(plans, json);
        var refusal = await forecasts.Objection(scene.Versions, next);
        if (refusal is not null && !(next.Version <= scene.Plan.Version && await plans.Text(campaign, next.Version) == json))
        {
            throw new RefusedException(refusal);
        }

        return await Issue(next, json, wish);
    }

    /// <summary>Makes the answer to a question the next version. An answer that holds already changes nothing.</summary>
    /// <exception cref="RefusedException">What <see cref="Answered"/> and <see cref="Amend"/> refuse.</exception>
    internal async Task<Answer> Answer(string campaign, PlanAnswer answer, Wish wish)
    {
        var scene = await campaigns.Campaign(campaign, wish.Gone);
        var text = await Answered(scene, answer);
        var next = Read(plans, text);
        return await forecasts.Objection(scene.Versions, next) switch
        {
            null => await Issue(next, text, wish),
            { Code: "amendment.nothing-changed" } => await Issue(scene.Plan, await plans.Text(campaign, scene.Plan.Version), wish),
            { } refusal => throw new RefusedException(refusal),
        };
    }

    /// <summary>The text that an answer would become. Nothing is stored.</summary>
    /// <exception cref="RefusedException"><c>question.unknown</c>, <c>unit.unknown</c>.</exception>
    internal async Task<string> Answered(CampaignScene scene, PlanAnswer answer)
    {
        if (answer.Tables?.Keys.Where(u => scene.Plan.Unit(u) is null).Select(u => u.Value).FirstOrDefault() is { } unknown)
        {
            throw new RefusedException(new Refusal("unit.unknown", unknown));
        }

        return AnsweredPlan.Of(scene.Plan, await plans.Text(scene.Id, scene.Plan.Version), answer) ?? throw new RefusedException(new Refusal("question.unknown", answer.Question));
    }

    /// <exception cref="RefusedException"><c>plan.invalid</c>.</exception>
    internal static Plan Read(PlanShelf plans, string json)
    {
        var reading = plans.Check(json);
        return reading.Plan ?? throw new RefusedException(new Refusal("plan.invalid", $"{reading.Problems.Count}", string.Join("; ", reading.Problems.Take(NamedProblems))));
    }

    private async Task<Answer> Issue(Plan plan, string json, Wish wish)
    {
        try
        {
            await plans.Put(plan, json, clock.Now, wish.Key.Key);
        }
        catch (PlanTakenException)
        {
            throw new RefusedException(new Refusal("plan.version-taken", $"{plan.Version}"));
        }

        Acting.As(wish.Signature);
        var command = new CampaignCommand.Issue(plan.Version, PlanTexts.HashOf(json));
        return await SiloChange.Outlast(() => grains.GetGrain<ICampaignGrain>(plan.Campaign.Value).Do(command, wish.Key), wish.Gone);
    }
}

using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
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
/// A crash between storing and issuing leaves a stored version: the same request again, or issuing it, goes on from there, and
/// another text may take its place. The campaign's actor looks at the text once more before it takes just that one.
/// </remarks>
internal sealed class AmendmentDoor(
    IHttpContextAccessor accessor, CampaignDirectory campaigns, PlanShelf plans, AmendmentForecasts forecasts, CampaignClock clock, IGrainFactory grains, CommandDoor commands)
{
    /// <summary>Problems that a refusal names; the preview lists all of them.</summary>
    private const int NamedProblems = 3;

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("An amendment door opens only within a request.");

    /// <summary>Makes a plan's text the next version.</summary>
    /// <exception cref="RefusedException"><c>plan.invalid</c>, <c>plan.version-taken</c>, or what <see cref="AmendmentForecasts.Objection"/> says.</exception>
    internal async Task<IResult> Amend(string campaign, string json, object body)
    {
        var key = CommandKeys.Of(Http, body);
        var scene = await campaigns.Campaign(campaign, Http.RequestAborted);
        var next = Read(json);
        var refusal = await forecasts.Objection(scene.Versions, next);
        if (refusal is not null && !(next.Version <= scene.Plan.Version && await plans.Text(campaign, next.Version) == json))
        {
            throw new RefusedException(refusal);
        }

        return await Issue(next, json, key);
    }

    /// <summary>Makes the answer to a question the next version. An answer that holds already changes nothing.</summary>
    /// <exception cref="RefusedException"><c>question.unknown</c>, <c>unit.unknown</c>, or what <see cref="Amend"/> refuses.</exception>
    internal async Task<IResult> Answer(string campaign, string question, AnswerBody body)
    {
        var key = CommandKeys.Of(Http, body);
        var scene = await campaigns.Campaign(campaign, Http.RequestAborted);
        foreach (var unit in body.Tables?.Keys ?? [])
        {
            if (!IdText.IsValid(unit) || scene.Plan.Unit(new(unit)) is null)
            {
                throw new RefusedException(new Refusal("unit.unknown", CampaignDirectory.Shown(unit)));
            }
        }

        var present = await plans.Text(campaign, scene.Plan.Version);
        var text = AnsweredPlan.Of(scene.Plan, present, body.To(question)) ?? throw new RefusedException(new Refusal("question.unknown", question));
        var next = Read(text);
        return await forecasts.Objection(scene.Versions, next) switch
        {
            null => await Issue(next, text, key),
            { Code: "amendment.nothing-changed" } => await Issue(scene.Plan, present, key),
            { } refusal => throw new RefusedException(refusal),
        };
    }

    private Plan Read(string json)
    {
        var reading = plans.Check(json);
        return reading.Plan ?? throw new RefusedException(new Refusal("plan.invalid", $"{reading.Problems.Count}", string.Join("; ", reading.Problems.Take(NamedProblems))));
    }

    private async Task<IResult> Issue(Plan plan, string json, CommandKey key)
    {
        try
        {
            await plans.Put(plan, json, clock.Now, key.Key);
        }
        catch (PlanTakenException)
        {
            throw new RefusedException(new Refusal("plan.version-taken", $"{plan.Version}"));
        }

        Acting.As(commands.Signature);
        return await commands.Ask(() => grains.GetGrain<ICampaignGrain>(plan.Campaign.Value).Do(new CampaignCommand.Issue(plan.Version, PlanTexts.HashOf(json)), key));
    }
}

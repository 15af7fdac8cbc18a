using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.AspNetCore.Mvc;

namespace HuiminCoord.Server.Api.Campaigns;

/// <summary>Versions of a plan: what an amendment would change, making it, and who has confirmed its receipt.</summary>
internal static class AmendmentEndpoints
{
    /// <summary>A plan, and what stands around it in a body.</summary>
    internal static readonly RequestSizeLimitAttribute WholePlan = new(PlanLimits.Bytes + 1024);

    internal static readonly string[] Refused =
    [
        "amendment.column-kind", "amendment.id-reused", "amendment.ladder-removed", "amendment.lead-changed", "amendment.members-by-meeting", "amendment.nothing-changed",
        "amendment.other-campaign", "amendment.phase-removed", "campaign.version-out-of-order", "plan.invalid", "plan.version-taken",
    ];

    internal static void Map(RouteGroupBuilder campaign)
    {
        var example = new { plan = new { campaign = "huimin-2020", version = 2, amendment = new { reason = "……", decidedBy = "officeDirector" } } };
        campaign.MapGet("/amendments", List).AsRead<Page<AmendmentView>>("listAmendments");
        campaign.MapPost("/amendments/preview", Preview).AsPreview<AmendmentPreview>("previewAmendment", example).WithMetadata(WholePlan);
        campaign.MapPost("/amendments", Amend).AsCommand("amendPlan", example).WithMetadata(WholePlan).Refuses(Refused);
        campaign.MapPost("/questions/{question}/answer", Answer)
            .AsCommand("answerQuestion", new AnswerBody("审核时限定为5个工作日。", Settings: new SettingsBody(ReviewWorkdays: 5)))
            .Refuses([.. Refused, "question.unknown", "unit.unknown"]);
    }

    /// <summary>All versions of the plan, the first one first, with their reasons and receipts.</summary>
    /// <remarks>Receipts are asked for the newest version only: whoever confirms it has the earlier ones too.</remarks>
    internal static async Task<Page<AmendmentView>> List(string campaign, ReadingDoor door, PlanVersions versions, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        var all = await versions.Of(scene, cancellation);
        return scene.All<AmendmentView>([.. all.Select((version, i) => AmendmentView.Of(version, i == all.Count - 1))]);
    }

    /// <summary>Says what an amended plan would change, for each unit, and everything that speaks against it. It changes nothing.</summary>
    /// <remarks>
    /// Problems of the text are told at once, each with line and column; a readable plan is then held beside all versions before it.
    /// Of a plan that can be made it is said which duties begin, end or get another date now, which reminders change, and which
    /// dates have passed already and so do not hold.
    /// </remarks>
    internal static async Task<AmendmentPreview> Preview(
        string campaign, AmendBody body, ReadingDoor door, AmendmentPreviews previews, HttpContext http, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return await previews.Of(scene.Campaign, body.Plan.GetRawText(), Speaking.To(http), cancellation);
    }

    /// <summary>Makes an amendment: stores the version, issues it, and tells every unit from when on it holds.</summary>
    /// <remarks>
    /// Open duties are planned anew, ended or begun from this instant on; what was handed in stays. Send the whole plan; the example
    /// shows only what must differ from the present text.
    /// </remarks>
    internal static async Task<IResult> Amend(string campaign, AmendBody body, Amending amending, CommandDoor door) =>
        CommandDoor.Said(await amending.Amend(campaign, body.Plan.GetRawText(), door.Wish(body)));

    /// <summary>Answers an open question of the plan. The answer is an amendment like any other.</summary>
    /// <remarks>It may change settings, and the table that a unit fills; an answer that changes more is sent as an amended plan.</remarks>
    internal static async Task<IResult> Answer(string campaign, string question, AnswerBody body, Amending amending, CommandDoor door)
    {
        var wish = door.Wish(body);
        return CommandDoor.Said(await amending.Answer(campaign, body.To(question), wish));
    }
}

using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Campaigns;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Campaigns;

/// <summary>Versions of a plan: what an amendment would change, making it, and who has confirmed its receipt.</summary>
internal static class AmendmentEndpoints
{
    /// <summary>A plan, and what stands around it in a body.</summary>
    private static readonly RequestSizeLimitAttribute WholePlan = new(PlanLimits.Bytes + 1024);

    private static readonly string[] Refused =
    [
        "amendment.id-reused", "amendment.ladder-removed", "amendment.lead-changed", "amendment.members-by-meeting", "amendment.nothing-changed",
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
    internal static async Task<Page<AmendmentView>> List(string campaign, ReadingDoor door, PlanShelf plans, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        var versions = await plans.Through(campaign, scene.Campaign.Plan.Version);
        var told = await scene.Db.Audit.AsNoTracking()
            .Where(a => a.Campaign == campaign && (a.EventType == "campaign.issued" || a.EventType == "unit.receipt-confirmed"))
            .OrderBy(a => a.At).ToListAsync(cancellation);
        return scene.All<AmendmentView>([.. versions.Select((plan, i) =>
        {
            var paper = $"plan-{plan.Version}";
            var confirmed = told.Where(a => a.GrainType == Rooms.Unit && StoredJson.Read<UnitEvent>(a.Body) is UnitEvent.ReceiptConfirmed r && r.Paper == paper)
                .Select(a => a.GrainKey[(campaign.Length + 1)..]).ToHashSet();
            var units = plan.Units.Select(u => u.Id.Value).ToList();
            return new AmendmentView(
                plan.Version, plan.Amendment?.Reason ?? "", plan.Amendment?.Basis ?? "", plan.Amendment?.DecidedBy,
                told.Where(a => a.GrainType == Rooms.Campaign).Skip(i).FirstOrDefault()?.At,
                i == 0 ? [] : PlanComparison.Between(versions[i - 1], plan),
                [.. units.Where(confirmed.Contains)], i == versions.Count - 1 ? [.. units.Where(u => !confirmed.Contains(u))] : []);
        })]);
    }

    /// <summary>Says what an amended plan would change, for each unit, and everything that speaks against it. It changes nothing.</summary>
    /// <remarks>
    /// Problems of the text are told at once, each with line and column; a readable plan is then held beside all versions before it.
    /// Of a plan that can be made it is said which duties begin, end or get another date now, which reminders change, and which
    /// dates have passed already and so do not hold.
    /// </remarks>
    internal static async Task<AmendmentPreview> Preview(
        string campaign, AmendBody body, ReadingDoor door, PlanShelf plans, AmendmentForecasts forecasts, HttpContext http, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        var present = scene.Campaign.Plan;
        var read = plans.Check(body.Plan.GetRawText());
        if (read.Plan is not { } next)
        {
            return new(present.Version + 1, false, read.Problems, null, [], EffectsView.None);
        }

        var differences = PlanComparison.Between(present, next);
        return await forecasts.Objection(scene.Campaign.Versions, next) is { } refusal
            ? new(next.Version, false, [], RefusalView.Of(refusal, http), differences, EffectsView.None)
            : new(next.Version, true, [], null, differences, EffectsView.Of(await forecasts.Of(present, next, cancellation), Speaking.To(http)));
    }

    /// <summary>Makes an amendment: stores the version, issues it, and tells every unit from when on it holds.</summary>
    /// <remarks>
    /// Open duties are planned anew, ended or begun from this instant on; what was handed in stays. Send the whole plan; the example
    /// shows only what must differ from the present text.
    /// </remarks>
    internal static Task<IResult> Amend(string campaign, AmendBody body, AmendmentDoor door) => door.Amend(campaign, body.Plan.GetRawText(), body);

    /// <summary>Answers an open question of the plan. The answer is an amendment like any other.</summary>
    /// <remarks>It may change settings, and the table that a unit fills; an answer that changes more is sent as an amended plan.</remarks>
    internal static Task<IResult> Answer(string campaign, string question, AnswerBody body, AmendmentDoor door) => door.Answer(campaign, question, body);
}

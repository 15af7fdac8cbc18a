using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Campaigns;

/// <summary>Campaigns, their plans, and what the plans leave open.</summary>
internal static class CampaignEndpoints
{
    internal static void Map(RouteGroupBuilder api)
    {
        var campaigns = api.MapGroup("/campaigns").WithTags("Campaigns");
        campaigns.MapGet("", List).AsQuestion<Page<CampaignLine>>("listCampaigns");
        campaigns.MapPost("", Store).AsCommand<StoredPlanView>("storePlan", new { plan = new { campaign = "xincheng-2021", version = 1 } })
            .WithMetadata(AmendmentEndpoints.WholePlan).Refuses("campaign.id-taken", "campaign.version-out-of-order", "plan.invalid", "plan.version-taken");
        campaigns.MapGet("/{campaign}", One).AsRead<Reading<CampaignView>>("getCampaign");
        campaigns.MapGet("/{campaign}/plan", PlanText).AsRead<object>("getPlan")
            .Refuses("plan.version-unknown");
        campaigns.MapPost("/{campaign}/issue", Issue).AsCommand("issuePlan", new IssueBody(1))
            .Refuses("campaign.version-out-of-order", "plan.version-unknown");
        campaigns.MapGet("/{campaign}/questions", Questions).AsRead<Page<QuestionView>>("listQuestions");
    }

    /// <summary>Lists the campaigns of this server, also those whose plan is stored and not issued yet.</summary>
    /// <remarks>A seat sees its own campaign, administrators all. A stored plan has version 0 until it is issued.</remarks>
    internal static async Task<Page<CampaignLine>> List(HttpContext http, CoordinationDatabase database, PlanShelf plans, CancellationToken cancellation)
    {
        var only = Passages.Of(http).Asker.Campaign;
        await using var db = database.OpenToRead();
        var rows = await db.Campaigns.AsNoTracking().Where(c => only == "" || c.Campaign == only).OrderBy(c => c.Campaign).Take(PageCursor.Most).ToListAsync(cancellation);
        var known = rows.Select(c => c.Campaign).ToList();
        var stored = await db.PlanDocuments.AsNoTracking().Where(p => !known.Contains(p.Campaign) && (only == "" || p.Campaign == only))
            .Select(p => p.Campaign).Distinct().OrderBy(c => c).Take(PageCursor.Most).ToListAsync(cancellation);
        var lines = rows.Select(c => new CampaignLine(c.Campaign, c.Title, c.PlanVersion, c.Stage)).ToList();
        foreach (var campaign in stored)
        {
            lines.Add(new CampaignLine(campaign, (await plans.Get(campaign, await plans.NewestVersion(campaign))).Title, 0, "stored"));
        }

        return new(true, lines, null);
    }

    /// <summary>Stores the first version of a plan, of the seat's own campaign before its issue or of a new one. Nobody is told.</summary>
    /// <remarks>
    /// Send the whole plan; the example shows its head. A new campaign has no people yet: the security administrator gives its seats, and
    /// then its office director issues the plan.
    /// </remarks>
    internal static Task<StoredPlanView> Store(StorePlanBody body, HttpContext http, PlanStoring storing)
    {
        var key = CommandKeys.Of(http, body);
        return storing.Store(body.Plan.GetRawText(), Passages.Of(http).Asker.Campaign, key.Key);
    }

    /// <summary>One campaign: its paper, its window, and what time it is for it.</summary>
    /// <remarks>In a rehearsal the time is virtual.</remarks>
    internal static async Task<Reading<CampaignView>> One(string campaign, ReadingDoor door, CampaignClock clock)
    {
        await using var scene = await door.Open(campaign);
        return scene.One(CampaignView.Of(scene.Campaign, clock.IsVirtual));
    }

    /// <summary>The plan's text, as it was issued.</summary>
    /// <remarks>The bytes that were stored, which the plan's JSON Schema describes; of a version that was not issued, those stored last.</remarks>
    /// <param name="version">Another version than the one in force.</param>
    internal static async Task<IResult> PlanText(string campaign, ReadingDoor door, PlanShelf plans, [Within(1, 10000)] int? version = null)
    {
        await using var scene = await door.Open(campaign);
        var wanted = version ?? scene.Campaign.Row.PlanVersion;
        var text = await plans.Standing(campaign, wanted) ?? throw scene.Absent("plan.version-unknown", $"{wanted}");
        return TypedResults.Text(text.Json, "application/json");
    }

    /// <summary>Issues a stored plan version: every unit, task and phase begins to work by it, and people are told.</summary>
    /// <remarks>Versions are issued in order, each once.</remarks>
    internal static Task<IResult> Issue(string campaign, IssueBody body, CommandDoor door) => door.Issue(campaign, body.Version, body);

    /// <summary>What the paper leaves open, with the default that holds until the convenor answers.</summary>
    /// <remarks>The convenor's answer to a question is an amendment of the plan.</remarks>
    internal static async Task<Page<QuestionView>> Questions(string campaign, ReadingDoor door)
    {
        await using var scene = await door.Open(campaign);
        return scene.All<QuestionView>([.. scene.Campaign.Plan.Questions.Select(q => new QuestionView(q.Id, q.Ask, q.Default, q.Affects, q.Answer))]);
    }
}

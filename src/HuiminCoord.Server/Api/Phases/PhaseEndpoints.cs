using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Phases;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Phases;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Files;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Phases;

/// <summary>A phase of the campaign.</summary>
/// <param name="Stage"><c>waiting</c>, <c>running</c>, <c>at-gate</c>, <c>passed</c>, <c>waived</c>.</param>
/// <param name="WaivedFor">Reason of a signed waiver.</param>
/// <param name="SignedBy">Post that signed it.</param>
internal sealed record PhaseView(
    string Phase, string Title, DateOnly From, DateOnly To, string Stage, string StageWords, IReadOnlyList<GoalView> Goals, string? WaivedFor, string? SignedBy)
{
    /// <summary>Evidence files, the subject being the goal; null in lists, and for seats that do not open them.</summary>
    public IReadOnlyList<AttachmentView>? Files { get; init; }
}

/// <summary>What a phase must show.</summary>
/// <param name="Met">True once there is evidence.</param>
internal sealed record GoalView(string Goal, string Text, bool Met);

/// <summary>Evidence for a goal.</summary>
/// <param name="Evidence">What shows that the goal is met.</param>
/// <param name="Files">Evidence that was uploaded before; at most 20 files.</param>
public sealed record EvidenceBody(
    [property: Words(FreeText.MaxLength, 1)] string Evidence,
    [property: AddedLater, Entries(0, FileBody.MostListed)] IReadOnlyList<FileBody>? Files = null);

/// <summary>Leaving a phase by a signed waiver.</summary>
/// <param name="Reason">Why it is left although something is missing.</param>
/// <param name="SignedBy">The post that signed.</param>
public sealed record WaiveGateBody([property: Words(FreeText.MaxLength, 1)] string Reason, [property: Words(60, 1)] string SignedBy);

/// <summary>The campaign's phases and their gates.</summary>
internal static class PhaseEndpoints
{
    internal static void Map(RouteGroupBuilder campaign)
    {
        campaign.MapGet("/phases", List).AsRead<Page<PhaseView>>("listPhases");
        campaign.MapGet("/phases/{phase}", One).AsRead<Reading<PhaseView>>("getPhase");
        var phase = campaign.MapGroup("/phases/{phase}");
        phase.MapPost("/goals/{goal}/evidence", Record).AsCommand("recordGoal", new EvidenceBody("各单位实施方案已备案11份"))
            .Refuses("file.name-malformed", "file.too-late", "file.too-many", "file.type-refused", "file.unknown", "phase.already-left", "phase.evidence-needed", "text.too-long");
        phase.MapPost("/gate/pass", Pass).AsCommand("passGate", null)
            .Refuses("phase.already-left", "phase.goals-missing", "phase.not-open-yet", "phase.reports-open");
        phase.MapPost("/gate/waive", Waive).AsCommand("waiveGate", new WaiveGateBody("个别单位材料延期，不影响下一阶段", "联席会议召集人"))
            .Refuses("phase.already-left", "phase.not-open-yet", "phase.signature-needed", "reason.needed", "text.too-long");
    }

    /// <summary>Lists the phases in the order of the plan.</summary>
    /// <remarks>With the goals of each and which of them have evidence.</remarks>
    internal static async Task<Page<PhaseView>> List(string campaign, ReadingDoor door, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        var rows = await scene.Db.Phases.AsNoTracking().Where(p => p.Campaign == campaign).ToDictionaryAsync(p => p.Phase, cancellation);
        return scene.All<PhaseView>([.. scene.Campaign.Plan.Phases.Where(p => rows.ContainsKey(p.Id.Value)).Select(p => View(p, rows[p.Id.Value]))]);
    }

    /// <summary>One phase with its goals.</summary>
    /// <remarks>The same as in the list, with the evidence files for those seats that may open them.</remarks>
    internal static async Task<Reading<PhaseView>> One(string campaign, string phase, ReadingDoor door, FileReach reach, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        var row = await scene.Db.Phases.FindAsync([campaign, phase], cancellation);
        var view = row is not null && scene.Campaign.Plan.Phase(new(phase)) is { } plan ? View(plan, row) : throw scene.Absent("phase.unknown", phase);
        return scene.One(reach.OpensPhases(scene.Passage.Asker)
            ? view with { Files = await AttachmentView.Of(scene.Db, campaign, Rooms.Phase, phase, null, cancellation) }
            : view);
    }

    /// <summary>Records evidence for a goal.</summary>
    /// <remarks>Evidence for a goal that has some already changes nothing.</remarks>
    internal static async Task<IResult> Record(string campaign, string phase, string goal, EvidenceBody body, CommandDoor door, UploadBook uploads)
    {
        var files = await uploads.Named(campaign, body.Files, door.Asker, door.Gone);
        return await door.ToPhase(campaign, phase, (actor, key) => actor.Do(new PhaseCommand.RecordGoal(goal, body.Evidence, files), key), body);
    }

    /// <summary>Leaves the phase: every goal has evidence, every report of its window is accepted or waived.</summary>
    /// <remarks>What is missing is named in the refusal.</remarks>
    internal static Task<IResult> Pass(string campaign, string phase, CommandDoor door) =>
        door.ToPhase(campaign, phase, (actor, key) => actor.PassGate(key));

    /// <summary>Leaves the phase by a waiver that the convenor signed.</summary>
    /// <remarks>Whoever asks enters who signed. Nothing has to be complete.</remarks>
    internal static Task<IResult> Waive(string campaign, string phase, WaiveGateBody body, CommandDoor door) =>
        door.ToPhase(campaign, phase, (actor, key) => actor.Do(new PhaseCommand.WaiveGate(body.Reason, body.SignedBy), key), body);

    internal static PhaseView View(PhasePlan plan, PhaseRow row)
    {
        var detail = StoredJson.Read<PhaseDetail>(row.Payload);
        return new(
            row.Phase, plan.Title, row.OpensOn, row.ClosesOn, row.Stage, Words(row.Stage),
            [.. plan.Goals.Select(g => new GoalView(g.Id, g.Text, detail.GoalsMet.Contains(g.Id)))], detail.WaivedFor, detail.SignedBy);
    }

    private static string Words(string stage) => stage switch
    {
        "waiting" => "未开始",
        "running" => "进行中",
        "at-gate" => "待验收",
        "passed" => "已验收",
        _ => "签署意见后转入",
    };
}

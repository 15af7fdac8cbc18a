using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Board;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Obligations;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Tasks;
using HuiminCoord.Server.Push;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Offices;

/// <summary>What the office sees first: who is late or nearly, what waits for the office itself.</summary>
/// <param name="Now">Campaign time.</param>
/// <param name="Counts">Every dated duty that somebody still owes, earliest first.</param>
/// <param name="Overdue">逾期未报, earliest first.</param>
/// <param name="AwaitingReview">已报送（待审核）.</param>
/// <param name="Extensions">Requests that wait for a decision.</param>
/// <param name="WithoutLiaison">Units that only their leader can be reached in.</param>
/// <param name="Undeliverable">Reminders that found nobody: they do not count as given.</param>
/// <param name="Tasks">需协调解决 and 超期未更新.</param>
/// <param name="PhasesAtGate">Phases whose window is over and whose gate is not passed.</param>
/// <param name="Messages">Messages in the office's inbox.</param>
internal sealed record OfficeView(
    DateTimeOffset Now, IReadOnlyList<BoardDuty> Counts, IReadOnlyList<ObligationView> Overdue, IReadOnlyList<ObligationView> AwaitingReview,
    IReadOnlyList<ObligationView> Extensions, IReadOnlyList<string> WithoutLiaison, int Undeliverable, IReadOnlyList<TaskView> Tasks,
    IReadOnlyList<string> PhasesAtGate, long Messages);

/// <summary>The joint-meeting office's summary.</summary>
internal static class OfficeEndpoints
{
    internal static void Map(RouteGroupBuilder campaign) => campaign.MapGet("/office", Show).AsRead<Reading<OfficeView>>("getOffice");

    /// <summary>What the office has to know and to do now.</summary>
    /// <remarks>Everything that waits for the office, from the registers, in one answer.</remarks>
    internal static async Task<Reading<OfficeView>> Show(string campaign, ReadingDoor door, InboxReader inboxes, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        var open = await UnfinishedRows.Of(scene, cancellation);
        var seats = await scene.Db.Seats.AsNoTracking().Where(s => s.Campaign == campaign && s.Seat == "liaison").ToListAsync(cancellation);
        var supervised = await UnfinishedRows.Supervised(scene, cancellation);
        var shown = open.Select(o => ObligationView.Of(o, scene.Campaign)).ToList();
        return scene.One(new OfficeView(
            scene.Campaign.Now,
            await Counts(scene, open, cancellation),
            [.. shown.Where(o => o.Overdue)],
            [.. shown.Where(o => o.Stage == Stages.Submitted && !supervised.Contains((o.Unit, o.Duty)))],
            [.. shown.Where(o => o.Extension?.Stage == "asked")],
            RegisterReader.WithoutLiaison(scene.Campaign.Plan, seats, scene.Campaign.Today),
            await scene.Db.Steps.CountAsync(s => s.Campaign == campaign && s.Outcome == StepOutcome.Undeliverable, cancellation),
            await Tasks(scene, cancellation),
            await scene.Db.Phases.Where(p => p.Campaign == campaign && p.Stage == "at-gate").OrderBy(p => p.ClosesOn).Select(p => p.Phase).ToListAsync(cancellation),
            await inboxes.Head(new InboxAddress(campaign, Recipients.Office), cancellation)));
    }

    /// <summary>Counts are over all units that owe a duty, also those that are done with it.</summary>
    private static async Task<IReadOnlyList<BoardDuty>> Counts(ReadingScene scene, List<ObligationRow> open, CancellationToken cancellation)
    {
        var campaign = scene.Campaign.Id;
        var duties = open.Where(o => !o.EnteredLate && !o.Reported).Select(o => o.Duty).Distinct().ToList();
        var rows = await scene.Db.Obligations.AsNoTracking().Where(o => o.Campaign == campaign && duties.Contains(o.Duty)).ToListAsync(cancellation);
        return [.. RegisterReader.Counts(scene.Campaign.Plan, rows, scene.Campaign.Today).Select(BoardDuty.Of)];
    }

    private static async Task<IReadOnlyList<TaskView>> Tasks(ReadingScene scene, CancellationToken cancellation) =>
        [.. (await TaskReader.Reached(scene, cancellation)).Where(t => t.Light is TaskLight.Blocked or TaskLight.Stale)];
}

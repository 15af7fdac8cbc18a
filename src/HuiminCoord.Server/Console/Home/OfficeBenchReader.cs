using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Tasks;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Meetings;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Onboarding;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Console.Home;

/// <summary>What waits for whoever keeps the campaign going.</summary>
/// <param name="Scene">The campaign as it is now.</param>
/// <param name="ToDo">What waits, the most pressing first; nothing stands here with a count of zero.</param>
/// <param name="Duties">Duties that are due about now.</param>
/// <param name="Late">Overdue reports over all units.</param>
public sealed record OfficeFactsNow(CampaignScene Scene, IReadOnlyList<WaitingItem> ToDo, IReadOnlyList<DutyCount> Duties, int Late);

/// <summary>Something that waits.</summary>
/// <param name="Kind">Its words are <c>home.todo.{kind}</c>.</param>
public sealed record WaitingItem(string Kind, int Count, Status Is, string Link);

/// <summary>Counts what waits, over all units.</summary>
internal static class OfficeBenchReader
{
    /// <summary>Duties are shown from this long before their date, and so long after it.</summary>
    private const int DaysAround = 16;

    internal static async Task<OfficeFactsNow> Read(ReadingScene scene, Func<string, bool> may, CancellationToken cancellation)
    {
        var (db, campaign, today) = (scene.Db, scene.Campaign.Id, scene.Campaign.Today);
        var late = await db.Obligations.CountAsync(o => o.Campaign == campaign && !o.Reported && !o.EnteredLate && o.Stage != Stages.Ended && o.Due < today, cancellation);
        var (from, to) = (today.AddDays(-DaysAround), today.AddDays(DaysAround));
        var near = await db.Obligations.AsNoTracking().Where(o => o.Campaign == campaign && !o.EnteredLate && o.Due >= from && o.Due <= to).ToListAsync(cancellation);
        var liaisons = await db.Seats.AsNoTracking().Where(s => s.Campaign == campaign && s.Seat == "liaison").ToListAsync(cancellation);
        var meetings = await WaitingMeetings.Of(scene, cancellation);
        WaitingItem Meetings(string kind, Status status, params MeetingStage[] stages) =>
            meetings.Where(m => stages.Contains(m.Stage)).ToList() is var found && found is [var only] ? new(kind, 1, status, $"/meetings/{only.Meeting}") : new(kind, found.Count, status, "/meetings");
        WaitingItem[] all =
        [
            Meetings("consent", Status.Submitted, MeetingStage.Submitted),
            Meetings("notice", Status.Soon, MeetingStage.Agreed, MeetingStage.Returned),
            new("review", await db.Obligations.CountAsync(o => o.Campaign == campaign && o.Stage == Stages.Submitted && !db.Problems.Any(p => p.Campaign == campaign && p.Unit == o.Unit && p.Duty == o.Duty), cancellation), Status.Submitted, "/review"),
            new("extension", await db.Obligations.CountAsync(o => o.Campaign == campaign && o.ExtensionStage == "asked", cancellation), Status.Soon, "/review"),
            new("late", late, Status.Late, "/board"),
            new("liaison", RegisterReader.WithoutLiaison(scene.Campaign.Plan, liaisons, today).Count, Status.Soon, "/roster"),
            new("blocked", await db.Tasks.CountAsync(t => t.Campaign == campaign && t.Stage == TaskStages.Blocked, cancellation), Status.Blocked, "/tasks"),
            new("nomination", await Nominations.Undecided(scene, cancellation), Status.Soon, "/roster/nominations"),
            .. await OwnDuties.Of(scene, cancellation),
        ];
        return new(scene.Campaign, [.. all.Where(i => i.Count > 0 && may(Needed(i)))], RegisterReader.Counts(scene.Campaign.Plan, near, today), late);
    }

    /// <summary>Who does not see the page, or cannot do there what waits, is not sent there.</summary>
    private static string Needed(WaitingItem item) => (item.Kind, item.Link) switch
    {
        ("consent", _) => "agreeMeeting",
        ("notice", _) => "noticeMeeting",
        ("consolidation" or "bulletin", _) => "page.district",
        (_, "/review") => "page.review",
        (_, "/board") => "page.board",
        (_, "/tasks") => "page.tasks",
        (_, "/roster") => "page.roster",
        _ => "page.nominations",
    };
}

using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tests.Simulation.Reference;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Tests.Simulation.Meetings;

/// <summary>What a history of meetings plays in: a plan with three units, the papers, and perhaps a later version that one of them leaves with.</summary>
internal sealed class CampaignWorld
{
    private static readonly Dictionary<MeetingKind, MeetingPlan> Kinds = new()
    {
        [MeetingKind.Liaison] = Kind([new(AgendaTopic.NotReported, null)]),
        [MeetingKind.Topic] = Kind([new(AgendaTopic.OpenDecisions, 7), new(AgendaTopic.OpenQuestions, null)]),
    };

    private readonly Lazy<WorkingCalendars> _calendars;

    /// <param name="leavesAt">Shanghai time at which a version is issued that does not name the last unit; null = none is.</param>
    public CampaignWorld(IReadOnlyList<PaperFact> papers, DateTime? leavesAt)
    {
        (Papers, LeavesAt, Known) = (papers, leavesAt, new(papers));
        First = NoticePlan.Plan with { Meetings = Kinds, Questions = [new("roll", "报送日遇休息日是否顺延？", "不顺延，提前提醒。", "roll")] };
        var stays = First.Units.Take(2).ToList();
        Second = First with { Version = 2, Units = stays, Duties = [.. First.Duties.Where(d => d.OwedBy.Any(u => stays.Exists(s => s.Id == u)))], Questions = [] };
        _calendars = new(() => new WorkingCalendars(PaperFact.Table(Papers)));
    }

    public Plan First { get; }

    public Plan Second { get; }

    public IReadOnlyList<PaperFact> Papers { get; }

    public KnownPapers Known { get; }

    public DateTime? LeavesAt { get; }

    public IReadOnlyList<UnitPlan> Units => First.Units;

    /// <summary>The plan in force at that time of Shanghai.</summary>
    public Plan PlanAt(DateTime at) => LeavesAt <= at ? Second : First;

    public WorkingCalendar CalendarAt(DateTimeOffset at) => _calendars.Value.AsKnownAt(at);

    /// <summary>The same, as one unit sees it.</summary>
    public World WorldOf(UnitPlan unit) => new(First, unit, Papers) { Later = LeavesAt is null ? [] : [new(Second, Second.Unit(unit.Id))] };

    public static CampaignWorld Of(SplitMix random)
    {
        var papers = World.Of(random) is var world && random.Chance(25) ? world.Importing(random).Papers : world.Papers;
        return new(papers, random.Chance(45) ? new DateTime(2020, 11, 2).AddMinutes(random.Below(300 * 24 * 60)) : null);
    }

    private static MeetingPlan Kind(IReadOnlyList<AgendaTopicPlan> agenda) => new("", null, agenda, "", "", 60, 2, 1, null, AgendaConsent.Convenor, null);
}

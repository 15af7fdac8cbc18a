using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Meetings;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Importing;

/// <summary>What an import would move. Counts are complete, the list may be cut.</summary>
/// <param name="AlreadyKnown">The same paper is known: importing it would change nothing.</param>
/// <param name="KnownFrom">From when decisions would use it.</param>
public sealed record CalendarForecast(
    CalendarPaper? Paper, bool AlreadyKnown, DateTimeOffset? KnownFrom, ShiftCounts Open, ShiftCounts Coming, int Campaigns, IReadOnlyList<UnitShift> Shifts, bool Cut, Refusal? Refusal)
{
    /// <summary>Meetings to come whose day would be one of rest. A paper moves no meeting: people do.</summary>
    public int MeetingsOnRest { get; init; }
}

/// <summary>How much moves.</summary>
/// <param name="DueDatesMoved">Duties whose 办理日 is another day.</param>
/// <param name="DueDatesFirm">Duties whose date was provisional and is no longer.</param>
/// <param name="StepsMoved">Reminders, planned and not given, that are planned for another time, newly planned, or no longer.</param>
public sealed record ShiftCounts(int DueDatesMoved, int DueDatesFirm, int StepsMoved)
{
    internal static ShiftCounts None { get; } = new(0, 0, 0);

    internal ShiftCounts With(DutyShift shift) =>
        new(DueDatesMoved + (shift.DoByMoves ? 1 : 0), DueDatesFirm + (shift.BecomesFirm ? 1 : 0), StepsMoved + shift.Steps.Count);
}

/// <summary>One duty of one unit that moves.</summary>
/// <param name="Open">False for an occurrence that has not opened yet.</param>
public sealed record UnitShift(string Campaign, UnitPlan Unit, bool Open, DutyShift Shift);

/// <summary>Says what an import would move, from the units' stored documents and the rules that would apply it. Changes nothing.</summary>
public sealed class CalendarPreview(CoordinationDatabase database, StoredDocuments documents, CalendarShelf shelf, PlanShelf plans, CampaignClock clock)
{
    /// <summary>Most duties listed; all are counted.</summary>
    public const int MostListed = 500;

    /// <summary>Looks at every unit of every campaign that the paper concerns.</summary>
    public async Task<CalendarForecast> Of(string json, CancellationToken cancellation = default)
    {
        if (CalendarReading.Read(json, out var paper) is { } unreadable)
        {
            return Refused(unreadable);
        }

        shelf.Refresh();
        var (table, now) = (shelf.Table, clock.Now);
        if (CalendarReading.Judge(paper!, table, now) is { } verdict)
        {
            return verdict.Refusal is { } refusal ? Refused(refusal) : Nothing(paper!);
        }

        var from = CalendarReading.KnownFrom(paper!, now);
        var after = table.With([.. CalendarReading.Imports(table), new ImportedPaper(paper!, from, "")]);
        var found = new Findings();
        await using var db = database.OpenToRead();
        foreach (var row in await db.Campaigns.OrderBy(c => c.Campaign).ToListAsync(cancellation))
        {
            var plan = await plans.Get(row.Campaign, row.PlanVersion);
            if (RegionalLayer.Covers(paper!.Region, plan.District.Code))
            {
                found.Campaigns++;
                var (before, then) = (plans.Calendars(plan).AsKnownAt(now), new WorkingCalendars(after, plan.District.Code));
                await Look(row.Campaign, then, from, found, cancellation);
                found.MeetingsOnRest += (await DaysOfMeetings(db, row.Campaign, now, cancellation)).Count(day => before.IsWorkingDay(day) && !then.AsKnownAt(from).IsWorkingDay(day));
            }
        }

        return new(paper, false, from, found.Open, found.Coming, found.Campaigns, found.Listed, found.Cut, null) { MeetingsOnRest = found.MeetingsOnRest };
    }

    private static async Task<IEnumerable<DateOnly>> DaysOfMeetings(CoordinationDb db, string campaign, DateTimeOffset now, CancellationToken cancellation)
    {
        var cancelled = MeetingRegister.Word(MeetingStage.Cancelled);
        var starts = await db.Meetings.Where(m => m.Campaign == campaign && m.StartsAt > now && m.Stage != cancelled).Select(m => m.StartsAt).ToListAsync(cancellation);
        return starts.Select(ChinaTime.DateOf);
    }

    private async Task Look(string campaign, WorkingCalendars calendars, DateTimeOffset now, Findings found, CancellationToken cancellation)
    {
        foreach (var (unit, state) in await documents.Below<UnitState, UnitEvent>(Rooms.Unit, campaign, cancellation))
        {
            if (state.PlanVersion == 0)
            {
                continue;
            }

            var known = await plans.Terms(campaign, state.PlanVersion, new UnitId(unit));
            var terms = new UnitTerms(known.Plan, known.Unit, calendars);
            found.Add(campaign, terms.Unit, true, CalendarShifts.OfOpen(state, terms, now));
            found.Add(campaign, terms.Unit, false, CalendarShifts.OfComing(state, terms, now));
        }
    }

    private static CalendarForecast Refused(Refusal refusal) => new(null, false, null, ShiftCounts.None, ShiftCounts.None, 0, [], false, refusal);

    private static CalendarForecast Nothing(CalendarPaper paper) => new(paper, true, null, ShiftCounts.None, ShiftCounts.None, 0, [], false, null);

    private sealed class Findings
    {
        public int Campaigns { get; set; }

        public int MeetingsOnRest { get; set; }

        public ShiftCounts Open { get; private set; } = ShiftCounts.None;

        public ShiftCounts Coming { get; private set; } = ShiftCounts.None;

        public List<UnitShift> Listed { get; } = [];

        public bool Cut { get; private set; }

        public void Add(string campaign, UnitPlan unit, bool open, IReadOnlyList<DutyShift> shifts)
        {
            (Open, Coming) = open ? (shifts.Aggregate(Open, (c, s) => c.With(s)), Coming) : (Open, shifts.Aggregate(Coming, (c, s) => c.With(s)));
            var room = MostListed - Listed.Count;
            Cut = Cut || shifts.Count > room;
            Listed.AddRange(shifts.Take(room).Select(s => new UnitShift(campaign, unit, open, s)));
        }
    }
}

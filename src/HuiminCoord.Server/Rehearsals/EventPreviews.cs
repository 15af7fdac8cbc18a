using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Phases;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Consolidations;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Supervision;

namespace HuiminCoord.Server.Rehearsals;

/// <summary>Says what a rehearsal will tell next, from the stored documents and the script. Nobody comes to life for it.</summary>
/// <remarks>Computed anew each time: it rests on what people have done meanwhile. Ask between two instants only.</remarks>
public sealed class EventPreviews(StoredDocuments documents, PlanShelf plans, RegisterReader registers, ProblemReader problems, ConsolidationReader consolidations, RehearsalDriver driver, CampaignClock clock)
{
    /// <summary>The plan in force.</summary>
    internal async Task<Plan> Plan(CancellationToken cancellation)
    {
        var campaign = await documents.Find<CampaignState, CampaignEvent>(Rooms.Campaign, driver.Campaign, cancellation);
        return await plans.Get(driver.Campaign, campaign?.PlanVersion ?? throw new InvalidOperationException("The rehearsal has not begun."));
    }

    /// <summary>The next instant at which something is told; null when nothing will be any more unless somebody acts.</summary>
    internal async Task<UpcomingEvent?> Next(Plan plan, CancellationToken cancellation)
    {
        IEnumerable<Sleeper> sleepers = [.. await Units(cancellation), .. await Tasks(plan, cancellation), .. await Phases(plan, cancellation), .. await Office(plan, cancellation), .. await Meetings(plan, cancellation), .. await Groups(plan, cancellation), .. await Consolidations(plan)];
        return Lookahead.Next(new(clock.Now, [.. sleepers], driver.Ahead));
    }

    private async Task<IEnumerable<Sleeper>> Units(CancellationToken cancellation)
    {
        var sleepers = new List<Sleeper>();
        foreach (var (id, state, wakeAt) in await documents.Waking<UnitState, UnitEvent>(Rooms.Unit, driver.Campaign, cancellation: cancellation))
        {
            if (state.PlanVersion > 0)
            {
                sleepers.Add(new UnitSleeper(id, state, await plans.Terms(driver.Campaign, state.PlanVersion, new UnitId(id)), wakeAt));
            }
        }

        return sleepers;
    }

    private async Task<IEnumerable<Sleeper>> Tasks(Plan plan, CancellationToken cancellation) =>
        (await documents.Waking<TaskState, TaskEvent>(Rooms.Task, driver.Campaign, cancellation: cancellation))
            .Select(d => plan.Task(new TaskId(d.Id)) is { } task && d.State.PlanVersion > 0 ? new TaskSleeper(d.Id, d.State, new TaskTerms(plan, task), d.WakeAt) : null)
            .OfType<Sleeper>();

    /// <summary>A holiday paper that becomes known between now and the event may move a day of asking again; the next look sees it.</summary>
    private async Task<IEnumerable<Sleeper>> Meetings(Plan plan, CancellationToken cancellation)
    {
        var terms = new MeetingTerms(plan, plans.Calendars(plan).AsKnownAt(clock.Now));
        return (await documents.Waking<MeetingState, MeetingEvent>(Rooms.Meeting, driver.Campaign, cancellation: cancellation)).Select(d => new MeetingSleeper(d.Id, d.State, terms, d.WakeAt));
    }

    private async Task<IEnumerable<Sleeper>> Groups(Plan plan, CancellationToken cancellation)
    {
        var sleepers = new List<Sleeper>();
        foreach (var (id, state, wakeAt) in await documents.Waking<SupervisionState, SupervisionEvent>(Rooms.Supervision, driver.Campaign, cancellation: cancellation))
        {
            sleepers.Add(new SupervisionSleeper(id, state, new(id, plan, await problems.Mending(driver.Campaign, id)), wakeAt));
        }

        return sleepers;
    }

    /// <summary>The months and years of which something can be made: those whose reporting date is near or was not long ago.</summary>
    private async Task<IEnumerable<Sleeper>> Consolidations(Plan plan)
    {
        var today = ChinaTime.DateOf(clock.Now);
        var near = OfficeDuties.Periods(plan).Where(o => o.Due > today.AddDays(-120) && o.Due < today.AddDays(10));
        var sleepers = new List<Sleeper>();
        foreach (var period in near)
        {
            var (state, terms) = await consolidations.Standing(driver.Campaign, period.Id, clock.Now);
            sleepers.Add(new ConsolidationSleeper(period.Id.Value, state, terms));
        }

        return sleepers;
    }

    private async Task<IEnumerable<Sleeper>> Phases(Plan plan, CancellationToken cancellation)
    {
        var sleepers = new List<Sleeper>();
        foreach (var (id, state, wakeAt) in await documents.Waking<PhaseState, PhaseEvent>(Rooms.Phase, driver.Campaign, cancellation: cancellation))
        {
            if (state.PlanVersion > 0 && plan.Phase(new PhaseId(id)) is { } phase)
            {
                var left = state.Stage is PhaseStage.Passed or PhaseStage.Waived;
                sleepers.Add(new PhaseSleeper(id, state, phase, plans.Calendars(plan), left ? [] : await registers.OpenReports(driver.Campaign, phase.Window), wakeAt));
            }
        }

        return sleepers;
    }

    private async Task<IEnumerable<Sleeper>> Office(Plan plan, CancellationToken cancellation)
    {
        // Whom it counts does not matter here: only that it has something to say.
        var facts = await registers.FactsForOffice(plan, [], ChinaTime.DateOf(clock.Now), asksForDone: true);
        return (await documents.Waking<OfficeState, OfficeEvent>(Rooms.Office, driver.Campaign, whole: true, cancellation))
            .Where(d => d.State.PlanVersion > 0)
            .Select(d => new OfficeSleeper(d.Id, d.State, plan, plans.Calendars(plan), facts, d.WakeAt));
    }
}

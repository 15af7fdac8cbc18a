using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Registers;

namespace HuiminCoord.Grains.Campaigns;

/// <summary>Says what speaks against an amendment, and what it would do to each unit, from the stored documents. Changes nothing.</summary>
public sealed class AmendmentForecasts(StoredDocuments documents, PlanShelf plans, RegisterReader registers, CampaignClock clock)
{
    /// <summary>Looks at a version beside all that were in force before it, and beside what was assigned by hand.</summary>
    /// <param name="versions">All versions in force so far, the present one last; at least one.</param>
    public async Task<Refusal?> Objection(IReadOnlyList<Plan> versions, Plan next)
    {
        ArgumentNullException.ThrowIfNull(versions);
        ArgumentNullException.ThrowIfNull(next);
        var known = versions[^1].Duties.SelectMany(Occurrence.Of).Select(o => o.Id.Value).ToHashSet();
        var added = next.Duties.SelectMany(Occurrence.Of).Select(o => o.Id.Value).Where(id => !known.Contains(id)).ToList();
        return AmendmentRules.Refuse(versions, next)
            ?? (await registers.FirstUsed(next.Campaign.Value, added) is { } used ? new Refusal("amendment.id-reused", used) : null);
    }

    /// <summary>What the version would do to each unit if it were issued now: members in plan order, then those that leave.</summary>
    /// <param name="present">The version in force.</param>
    /// <param name="next">A version to which there is no objection.</param>
    public async Task<IReadOnlyList<UnitEffect>> Of(Plan present, Plan next, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(next);
        var (campaign, now) = (next.Campaign.Value, clock.Now);
        var kept = (await documents.Below<UnitState, UnitEvent>(Rooms.Unit, campaign, cancellation)).ToDictionary(d => new UnitId(d.Id), d => d.State);
        var leaving = kept.Where(d => d.Value is { PlanVersion: > 0, LeftWith: 0 } && next.Unit(d.Key) is null).Select(d => d.Key);
        var givenUp = await GivenUp(present, next, now, cancellation);
        var effects = new List<UnitEffect>();
        foreach (var unit in next.Units.Select(u => u.Id).Concat(leaving))
        {
            var state = kept.GetValueOrDefault(unit) ?? new UnitState();
            var former = state.PlanVersion == 0 ? null : await plans.Terms(campaign, state.PlanVersion, unit);
            effects.Add(AmendmentEffects.Of(state, former, present, next, unit, plans.Calendars(next), [.. givenUp[unit]], now));
        }

        return effects;
    }

    /// <summary>What lead units owe for tasks that end: the tasks' own rules say which milestones they give up.</summary>
    private async Task<ILookup<UnitId, DutyId>> GivenUp(Plan present, Plan next, DateTimeOffset now, CancellationToken cancellation)
    {
        var given = new List<(UnitId Unit, DutyId Duty)>();
        foreach (var (id, state) in await documents.Below<TaskState, TaskEvent>(Rooms.Task, next.Campaign.Value, cancellation))
        {
            var task = new TaskId(id);
            if (next.Task(task) is not null || present.Task(task) is not { } planned)
            {
                continue;
            }

            var terms = new TaskTerms(present, planned);
            var ended = TaskRules.Decide(state, new TaskCommand.End(next.Version), terms, now) is Decision<TaskEvent>.Kept kept ? kept.Events.Aggregate(state, TaskRules.Evolve) : state;
            given.AddRange(ended.Milestones.Where(m => m.Stage == MilestoneStage.Dropped).Select(m => (terms.Lead, terms.DutyOf(m.Id))));
        }

        return given.ToLookup(g => g.Unit, g => g.Duty);
    }
}

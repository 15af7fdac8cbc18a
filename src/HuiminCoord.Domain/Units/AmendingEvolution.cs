using HuiminCoord.Domain.Obligations;

namespace HuiminCoord.Domain.Units;

/// <summary>How an amendment changes what a unit's actor keeps.</summary>
internal static class AmendingEvolution
{
    internal static UnitState Evolve(UnitState state, UnitEvent @event) => @event switch
    {
        UnitEvent.Amended e => e.Duties.Aggregate(
            state with
            {
                PlanVersion = e.PlanVersion,
                LeftWith = 0,
                // The receipt of the newest version stands for those before it.
                AwaitedReceipts = state.AwaitedReceipts.RemoveAll(p => p.StartsWith("plan-", StringComparison.Ordinal)).Add($"plan-{e.PlanVersion}"),
                Open = state.Open.RemoveAll(o => e.Ended.Contains(o.Id)),
                NotAgain = state.NotAgain.Union(e.NotAgain).Union(e.Ended.Select(d => d.Value)),
            },
            With),
        UnitEvent.Left e => state with
        {
            LeftWith = e.PlanVersion,
            AwaitedReceipts = [],
            Open = [],
            Changes = null,
            Member = MemberMatter.Evolve(state.Member, @event),
            NotAgain = state.NotAgain.Union(e.Ended.Select(d => d.Value)),
        },
        _ => state,
    };

    private static UnitState With(UnitState state, AmendedDuty amended)
    {
        var index = state.Open.FindIndex(o => o.Id == amended.Duty);
        return index < 0 ? state : state with { Open = state.Open.SetItem(index, Amended(state.Open[index], amended)) };
    }

    private static Obligation Amended(Obligation duty, AmendedDuty amended)
    {
        var kept = PartEvolution.Dropped(duty, amended.Dropped) with
        {
            Given = duty.Given.With(amended.Passed),
            MovedTo = amended.Replanned ? null : amended.Keeps ?? duty.MovedTo,
            EnteredLate = !amended.Replanned && amended.Dated.EnteredLate,
            Since = amended.Since ?? duty.Since,
        };
        return amended.Replanned
            ? kept with { Replans = duty.Replans + 1, Unaddressed = kept.Unaddressed.Only(RungPlanner.IsCorrection), ExtensionAsked = null }
            : kept;
    }
}

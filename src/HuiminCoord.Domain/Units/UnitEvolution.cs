using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;

namespace HuiminCoord.Domain.Units;

/// <summary>How events change what a unit's actor keeps. Total: an event that finds nothing to change changes nothing.</summary>
public static class UnitEvolution
{
    /// <summary>The state after one event.</summary>
    public static UnitState Evolve(UnitState state, UnitEvent @event) => @event switch
    {
        UnitEvent.Begun e => state with
        {
            PlanVersion = e.PlanVersion,
            IssuedAt = e.IssuedAt,
            DatesKnownOn = e.KnownOn,
            DatesKnownAt = e.KnownAt,
            Leader = state.Leader ?? e.Leader,
            AwaitedReceipts = state.AwaitedReceipts.Add($"plan-{e.PlanVersion}"),
        },
        UnitEvent.Opened e => state with { OpenedThrough = e.Through, Open = state.Open.AddRange(e.Duties.Select(d => new Obligation(d.Duty) { BroughtAt = e.BroughtAt })) },
        UnitEvent.Amended or UnitEvent.Left => AmendingEvolution.Evolve(state, @event),
        UnitEvent.SeatNamed e => WithSeat(state, e.Seat, e.Holder) with { Member = MemberMatter.Evolve(state.Member, e) },
        UnitEvent.MemberProposed or UnitEvent.MemberWithdrawn or UnitEvent.MemberAgreed or UnitEvent.MemberRefused => state with { Member = MemberMatter.Evolve(state.Member, @event) },
        UnitEvent.SeatEnded e => WithSeat(state, e.Seat, state.SeatOf(e.Seat)! with { Until = e.LastDay }),
        UnitEvent.AbsenceMarked e => WithSeat(state, e.Seat, state.SeatOf(e.Seat)! with { AbsentFrom = e.From, AbsentUntil = e.Until }),
        UnitEvent.Assigned e => state with { Open = state.Open.Add(new Obligation(e.Duty) { Assigned = e.Assignment, Since = e.At }) },
        UnitEvent.Closed e => state with { Open = state.Open.RemoveAll(o => o.Id == e.Duty) },
        UnitEvent.ReceiptConfirmed e => state with { AwaitedReceipts = state.AwaitedReceipts.Remove(e.Paper) },
        UnitEvent.ChangeNoted e => state with { Changes = Noted(state.Changes, e) },
        UnitEvent.Reminded e => Reminded(state, e),
        UnitEvent.DatesRevised e => state with { DatesKnownOn = e.KnownOn, DatesKnownAt = e.KnownAt },
        _ => OnDuty(state, @event),
    };

    /// <summary>The obligation after an event about it; other events leave it as it is.</summary>
    public static Obligation Evolve(Obligation duty, UnitEvent @event) => @event switch
    {
        UnitEvent.Submitted e => PartEvolution.Submitted(duty, e),
        UnitEvent.Accepted e => PartEvolution.Reviewed(duty, e.Parts, PartStage.Accepted),
        UnitEvent.Returned e => PartEvolution.Returned(duty, e),
        UnitEvent.Waived e => PartEvolution.Reviewed(duty, e.Parts, PartStage.Waived),
        UnitEvent.ReviewBegun e => duty with { UnderReview = duty.UnderReview.Union(e.Parts) },
        UnitEvent.Withdrawn e => PartEvolution.Withdrawn(duty, e),
        UnitEvent.Reported => duty with { ExtensionAsked = null },
        UnitEvent.ExtensionAsked e => duty with { ExtensionAsked = e.Until },
        UnitEvent.ExtensionRefused => duty with { ExtensionAsked = null },
        UnitEvent.ExtensionGranted e => duty with
        {
            ExtensionAsked = null,
            Extensions = duty.Extensions + 1,
            MovedTo = e.Until,
            Since = e.At,
            // New rungs have new ids; a correction keeps its own, and must not be noted as undeliverable a second time.
            Unaddressed = duty.Unaddressed.Only(RungPlanner.IsCorrection),
        },
        UnitEvent.DueMoved e => duty with { MovedTo = e.Due },
        UnitEvent.Urged e => duty with { UrgedOn = e.On },
        _ => duty,
    };

    private static UnitState OnDuty(UnitState state, UnitEvent @event)
    {
        var index = DutyOf(@event) is { } id ? state.Open.FindIndex(o => o.Id == id) : -1;
        return index < 0 ? state : state with { Open = state.Open.SetItem(index, Evolve(state.Open[index], @event)) };
    }

    private static DutyId? DutyOf(UnitEvent @event) => @event switch
    {
        UnitEvent.Submitted e => e.Duty,
        UnitEvent.Reported e => e.Duty,
        UnitEvent.Accepted e => e.Duty,
        UnitEvent.Returned e => e.Duty,
        UnitEvent.Waived e => e.Duty,
        UnitEvent.ReviewBegun e => e.Duty,
        UnitEvent.Withdrawn e => e.Duty,
        UnitEvent.ExtensionAsked e => e.Duty,
        UnitEvent.ExtensionGranted e => e.Duty,
        UnitEvent.ExtensionRefused e => e.Duty,
        UnitEvent.DueMoved e => e.Duty,
        UnitEvent.Urged e => e.Duty,
        _ => null,
    };

    private static UnitState Reminded(UnitState state, UnitEvent.Reminded e)
    {
        var open = state.Open;
        foreach (var group in e.Steps.GroupBy(s => s.Duty))
        {
            var index = open.FindIndex(o => o.Id == group.Key);
            var given = group.Where(s => s.Fate != StepFate.Undeliverable).Select(s => s.Rung).ToList();
            var lost = group.Where(s => s.Fate == StepFate.Undeliverable).Select(s => s.Rung);
            var kept = open[index];
            open = open.SetItem(index, kept with
            {
                Given = kept.Given.With(given),
                Unaddressed = given.Aggregate(kept.Unaddressed.With(lost), (set, rung) => set.Without(rung)),
            });
        }

        return state with { Open = open, Changes = e.Changes.Count > 0 ? null : state.Changes };
    }

    private static PendingChanges Noted(PendingChanges? changes, UnitEvent.ChangeNoted e) =>
        changes is null ? new(e.At, [e.Item])
        : changes.Items.Contains(e.Item) ? changes
        // What the meeting decided about the member may be corrected before it is told: the last word is told.
        : changes with { Items = (e.Item.StartsWith(MemberMatter.Note, StringComparison.Ordinal) ? changes.Items.RemoveAll(i => i.StartsWith(MemberMatter.Note, StringComparison.Ordinal)) : changes.Items).Add(e.Item) };

    private static UnitState WithSeat(UnitState state, SeatKind kind, Seat seat) => kind switch
    {
        SeatKind.Leader => state with { Leader = seat },
        SeatKind.Liaison => state with { Liaison = seat },
        SeatKind.Deputy => state with { Deputy = seat },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Meetings;

/// <summary>Whose a meeting is: the office runs those of the joint meeting, a unit its own 推进会 and 调度会.</summary>
internal static class HolderRules
{
    /// <summary>Why the asker may not; null = nothing about who asks speaks against it.</summary>
    /// <remarks>Decided by the actor and not by a register: a register may not have heard of the meeting yet, and nobody can slip in between.</remarks>
    internal static Refusal? Refuse(MeetingState state, MeetingCommand command, MeetingTerms terms) => (command, terms.By) switch
    {
        (_, null) => null,
        (MeetingCommand.Propose c, { Unit: { } unit }) => Propose(c, unit),
        (MeetingCommand.Propose, _) => null,
        _ when state.Stage == MeetingStage.None => null,
        (_, { Unit: { } unit }) when !state.IsReachedBy(unit) => new Refusal("meeting.unknown"),
        (MeetingCommand.Reply or MeetingCommand.SuggestItem or MeetingCommand.Correct, { Unit: { } unit }) => SaidFor(command) == unit ? null : new Refusal("unit.unknown", SaidFor(command).Value),
        (_, { } by) when !by.Runs(state.Unit) => new Refusal("access.denied"),
        (MeetingCommand.Agree or MeetingCommand.Return, { } by) => ConsentRules.Refuse(state.Kind, state.Unit, terms.Plan, by),
        (MeetingCommand.Confirm, { } by) => ConsentRules.RefuseConfirmation(state.Unit, terms.Plan, by),
        _ => null,
    };

    /// <summary>Whoever holds a meeting or asks for it sits in it, whoever else is invited.</summary>
    internal static Refusal? Attends(UnitId? holder, MeetingArrangement arrangement, Plan plan) =>
        holder is { } unit && !arrangement.Units.Contains(unit) ? new Refusal("meeting.holder-missing", AgendaComposer.NameOf(plan, unit)) : null;

    /// <summary>A unit lays duties on itself alone: on others' ledgers only the joint meeting does. Others may be named as helping.</summary>
    internal static Refusal? Owes(UnitId? holder, UnitId owner, Plan plan) =>
        holder is { } unit && owner != unit ? new Refusal("decision.owner-not-holder", AgendaComposer.NameOf(plan, unit)) : null;

    /// <summary>A 专题会议 that a unit proposes is a request: the office prepares it or cancels it with a reason.</summary>
    private static Refusal? Propose(MeetingCommand.Propose c, UnitId unit) =>
        !c.Kind.IsHeldByUnits() && c.Kind != MeetingKind.Topic ? new Refusal("meeting.kind-of-office")
        : c.Unit is { } other && other != unit ? new Refusal("unit.unknown", other.Value)
        : null;

    private static UnitId SaidFor(MeetingCommand command) => command switch
    {
        MeetingCommand.Reply c => c.Unit,
        MeetingCommand.SuggestItem c => c.Unit,
        MeetingCommand.Correct c => c.Unit,
        _ => throw new InvalidOperationException($"{command.GetType().Name} is said for nobody."),
    };
}

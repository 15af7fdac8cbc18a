using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Messages;

namespace HuiminCoord.Domain.Tests.Simulation.Meetings;

/// <summary>The rules of a meeting as a history drives them; faulty variants stand in for planted bugs.</summary>
internal interface IMeetingMachine
{
    Decision<MeetingEvent> Decide(MeetingState state, MeetingCommand command, MeetingTerms terms, DateTimeOffset now);

    Decision<MeetingEvent> Wake(MeetingState state, MeetingTerms terms, DateTimeOffset now);

    MeetingState Evolve(MeetingState state, MeetingEvent @event);

    DateTimeOffset? Next(MeetingState state, MeetingTerms terms, DateTimeOffset now);

    /// <summary>The next decision to lay on its owner, as the actor asks after every input.</summary>
    MeetingDecision? ToHand(MeetingState state);

    IEnumerable<(string To, Message Message)> Told(MeetingState state, MeetingEvent happened, DateTimeOffset at, Func<UnitId, string> nameOf);
}

/// <summary>The real rules. Planted bugs override one thing each.</summary>
internal class RealMeetingRules : IMeetingMachine
{
    public virtual Decision<MeetingEvent> Decide(MeetingState state, MeetingCommand command, MeetingTerms terms, DateTimeOffset now) => MeetingRules.Decide(state, command, terms, now);

    public virtual Decision<MeetingEvent> Wake(MeetingState state, MeetingTerms terms, DateTimeOffset now) => MeetingWake.DecideWake(state, terms, now);

    public virtual MeetingState Evolve(MeetingState state, MeetingEvent @event) => MeetingRules.Evolve(state, @event);

    public virtual DateTimeOffset? Next(MeetingState state, MeetingTerms terms, DateTimeOffset now) => MeetingWake.NextWake(state, terms, now);

    public virtual MeetingDecision? ToHand(MeetingState state) => DecisionRules.NextToHand(state);

    public virtual IEnumerable<(string To, Message Message)> Told(MeetingState state, MeetingEvent happened, DateTimeOffset at, Func<UnitId, string> nameOf) => MeetingTelling.Of(state, happened, at, nameOf, Consenter.Convenor);
}

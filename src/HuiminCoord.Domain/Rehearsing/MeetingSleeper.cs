using HuiminCoord.Domain.Meetings;

namespace HuiminCoord.Domain.Rehearsing;

/// <summary>A meeting in a look ahead.</summary>
/// <param name="Terms">Without what the registers say: a composed agenda is told and not foreseen.</param>
public sealed record MeetingSleeper(string Id, MeetingState State, MeetingTerms Terms, DateTimeOffset? WakeAt) : Sleeper(Id, WakeAt)
{
    /// <inheritdoc/>
    internal override Played Wake(DateTimeOffset now)
    {
        var events = Events(MeetingWake.DecideWake(State, Terms, now));
        var after = events.Aggregate(State, MeetingRules.Evolve);
        return new(this with { State = after, WakeAt = MeetingWake.NextWake(after, Terms, now) }, events.Count == 0 ? [] : [Told(Happening.MeetingChased, State)]);
    }

    /// <inheritdoc/>
    internal override Played Ask(PlayedAction action, DateTimeOffset now)
    {
        var (after, told) = (State, new List<UpcomingPart>());
        foreach (var command in ((PlayedAction.ToMeeting)action).Act.Commands(State, Terms.Plan))
        {
            var events = command is MeetingCommand.Compose ? [] : Events(MeetingRules.Decide(after, command, Terms, now));
            after = events.Aggregate(after, MeetingRules.Evolve);
            if (events.Count > 0 || command is MeetingCommand.Compose)
            {
                told.Add(Told(Kind(command), after));
            }
        }

        return new(this with { State = after }, told);
    }

    /// <summary>What a command is when people hear of it.</summary>
    internal static Happening Kind(MeetingCommand command) => command switch
    {
        MeetingCommand.Notify or MeetingCommand.Move or MeetingCommand.Cancel => Happening.MeetingNoticed,
        MeetingCommand.Reply => Happening.MeetingAnswered,
        MeetingCommand.Begin or MeetingCommand.Attend or MeetingCommand.TurnTo or MeetingCommand.Note or MeetingCommand.RecordDecision or MeetingCommand.End => Happening.MeetingSits,
        MeetingCommand.Circulate or MeetingCommand.Correct => Happening.MinutesCirculate,
        MeetingCommand.Confirm => Happening.MinutesConfirmed,
        _ => Happening.MeetingPrepared,
    };

    private static UpcomingPart Told(Happening what, MeetingState state) => UpcomingPart.OfMeeting(what, state.Arrangement!.Title);
}

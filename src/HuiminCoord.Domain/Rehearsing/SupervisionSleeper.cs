using HuiminCoord.Domain.Supervision;

namespace HuiminCoord.Domain.Rehearsing;

/// <summary>A supervision group in a look ahead.</summary>
public sealed record SupervisionSleeper(string Id, SupervisionState State, SupervisionTerms Terms, DateTimeOffset? WakeAt) : Sleeper(Id, WakeAt)
{
    /// <summary>It wakes only to tell a unit what an interrupted call did not.</summary>
    internal override Played Wake(DateTimeOffset now) => new(this with { WakeAt = SupervisionRules.NextWake(State, now) }, []);

    /// <inheritdoc/>
    internal override Played Ask(PlayedAction action, DateTimeOffset now)
    {
        var command = ((PlayedAction.ToSupervision)action).Command;
        var events = Events(SupervisionRules.Decide(State, command, Terms, now));
        return new(this with { State = events.Aggregate(State, SupervisionRules.Evolve) }, [.. events.SelectMany(e => Told(e, action.By))]);
    }

    /// <summary>A check is told to the unit as the office's review is.</summary>
    private IEnumerable<UpcomingPart> Told(SupervisionEvent @event, string by) => @event switch
    {
        SupervisionEvent.ProblemChecked e =>
        [
            UpcomingPart.Of(Happening.ProblemChecked, by),
            .. State.Problem(e.Number) is { } problem ? [UpcomingPart.Of(e.Mended ? Happening.Accepted : Happening.Returned, problem.Unit.Value)] : Array.Empty<UpcomingPart>(),
        ],
        SupervisionEvent.ProblemStruckOff => [UpcomingPart.Of(Happening.ProblemChecked, by)],
        _ => [UpcomingPart.Of(Happening.Supervised, by)],
    };
}

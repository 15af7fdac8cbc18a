using HuiminCoord.Domain.Consolidations;

namespace HuiminCoord.Domain.Rehearsing;

/// <summary>A period's consolidation in a look ahead: it never wakes by itself, and says nothing to what it refuses.</summary>
/// <param name="Id">The month or year.</param>
/// <param name="Terms">As the registers know them now: nothing is added before the instant that is looked for.</param>
public sealed record ConsolidationSleeper(string Id, ConsolidationState State, ConsolidationTerms Terms) : Sleeper(Id, null)
{
    /// <inheritdoc/>
    internal override Played Wake(DateTimeOffset now) => new(this, []);

    /// <inheritdoc/>
    internal override Played Ask(PlayedAction action, DateTimeOffset now)
    {
        var events = Events(ConsolidationRules.Decide(State, ((PlayedAction.ToConsolidation)action).Command, Terms, now));
        return new(this with { State = events.Aggregate(State, ConsolidationRules.Evolve) }, [.. events.Select(e => UpcomingPart.Of(What(e), action.By)).Distinct()]);
    }

    private static Happening What(ConsolidationEvent @event) => @event switch
    {
        ConsolidationEvent.ObjectionMade => Happening.BulletinContested,
        ConsolidationEvent.BulletinAcknowledged => Happening.BulletinSigned,
        _ => Happening.Consolidated,
    };
}

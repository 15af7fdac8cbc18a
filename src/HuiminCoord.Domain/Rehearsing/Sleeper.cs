using HuiminCoord.Domain.Deciding;

namespace HuiminCoord.Domain.Rehearsing;

/// <summary>An actor as a look ahead plays it: its stored document, its rules, and when it wakes next.</summary>
/// <param name="Id">Its id in the campaign.</param>
/// <param name="WakeAt">As it is stored: a command may have kept an earlier instant than the rules would name now. Null = never.</param>
public abstract record Sleeper(string Id, DateTimeOffset? WakeAt)
{
    /// <summary>What it tells when it wakes.</summary>
    internal abstract Played Wake(DateTimeOffset now);

    /// <summary>What comes of something that a person asks of it; what is refused, or holds already, tells nothing.</summary>
    internal virtual Played Ask(PlayedAction action, DateTimeOffset now) => new(this, []);

    private protected static IReadOnlyList<TEvent> Events<TEvent>(Decision<TEvent> decision) => decision is Decision<TEvent>.Kept kept ? kept.Events : [];
}

/// <summary>An actor after it was woken or asked, and what that told; nothing = nobody notices.</summary>
internal sealed record Played(Sleeper After, IReadOnlyList<UpcomingPart> Told);

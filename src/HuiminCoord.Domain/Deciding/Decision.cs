namespace HuiminCoord.Domain.Deciding;

/// <summary>What a room decides about one command: events to keep, nothing to do, or a refusal.</summary>
/// <remarks>A repeated command yields <see cref="Nothing"/>, not an error: the wish is already fulfilled.</remarks>
public abstract record Decision<TEvent>
{
    private Decision()
    {
    }

    /// <summary>Nothing changes: what was asked for already holds.</summary>
    public static Decision<TEvent> Nothing { get; } = new Kept([]);

    /// <summary>The events to keep, in order.</summary>
    public static Decision<TEvent> Keep(params IReadOnlyList<TEvent> events) => events.Count == 0 ? Nothing : new Kept(events);

    /// <summary>The command is not carried out.</summary>
    public static Decision<TEvent> Refuse(string code, params IReadOnlyList<string> arguments) => new Refused(new Refusal(code, arguments));

    /// <summary>A refusal needs no type of its own at the place where it is found.</summary>
    public static implicit operator Decision<TEvent>(Refusal refusal) => new Refused(refusal);

    /// <summary>Events to keep; an empty list means that nothing changes.</summary>
    public sealed record Kept(IReadOnlyList<TEvent> Events) : Decision<TEvent>;

    /// <summary>Not carried out.</summary>
    public sealed record Refused(Refusal Refusal) : Decision<TEvent>;
}

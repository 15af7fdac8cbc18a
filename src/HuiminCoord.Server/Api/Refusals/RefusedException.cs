using HuiminCoord.Domain.Deciding;

namespace HuiminCoord.Server.Api.Refusals;

/// <summary>A door does not let a request through: nothing was asked of any actor.</summary>
public sealed class RefusedException : Exception
{
    public RefusedException()
        : this(new Refusal("server.failed"))
    {
    }

    public RefusedException(string message)
        : this(new Refusal("server.failed", message))
    {
    }

    public RefusedException(string message, Exception inner)
        : base(message, inner) => Refusal = new Refusal("server.failed", message);

    /// <param name="refusal">Why.</param>
    public RefusedException(Refusal refusal)
        : base(refusal?.Code) => Refusal = refusal!;

    /// <summary>Why.</summary>
    public Refusal Refusal { get; }

    /// <summary>False when the register did not yet show what the caller had just done: asking again may succeed.</summary>
    public bool UpToDate { get; init; } = true;

    /// <summary>Where an upload goes on, for programs; null when this is about none.</summary>
    public long? Offset { get; init; }
}

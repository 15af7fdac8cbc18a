namespace HuiminCoord.Server.Settings;

/// <summary>A command stops with a sentence for the person at the terminal; no stack trace helps them.</summary>
public sealed class CommandRefusedException : Exception
{
    public CommandRefusedException()
    {
    }

    public CommandRefusedException(string message)
        : base(message)
    {
    }

    public CommandRefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

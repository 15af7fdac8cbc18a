namespace HuiminCoord.Domain.Channels;

/// <summary>What one attempt to hand a message over came to.</summary>
/// <param name="Error">Null = the receiver said yes. Else a word of ours, such as <c>timeout</c> or <c>smtp-550</c>; never what the receiver or a library said.</param>
/// <param name="Hopeless">True when the receiver refused for good: another attempt would only be refused again.</param>
/// <param name="Pause">How long the receiver asks to be left alone.</param>
public sealed record Attempt(string? Error, bool Hopeless = false, TimeSpan? Pause = null)
{
    /// <summary>The receiver said yes.</summary>
    public static Attempt Taken { get; } = new(Error: null);
}

/// <summary>What is done after an attempt.</summary>
/// <param name="Outcome">How the message ends, see <see cref="DeliveryOutcomes"/>; null = it is tried again.</param>
/// <param name="Attempts">Attempts that have failed in a row for the message that is next.</param>
/// <param name="Wait">How long the channel rests.</param>
public sealed record Verdict(string? Outcome, int Attempts, TimeSpan Wait);

/// <summary>How a message ends on a channel.</summary>
public static class DeliveryOutcomes
{
    /// <summary>The receiver said yes.</summary>
    public const string Sent = "sent";

    /// <summary>It was not handed over and will not be; the inbox has it.</summary>
    public const string GivenUp = "given-up";
}

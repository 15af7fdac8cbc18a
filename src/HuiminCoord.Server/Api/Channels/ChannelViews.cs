using HuiminCoord.Domain.Channels;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Channels.Reaching;

namespace HuiminCoord.Server.Api.Channels;

/// <summary>A seat's way outside. Real times.</summary>
/// <param name="Target">The mail address; of a webhook only scheme and host, the rest is its key.</param>
/// <param name="Template">Null for mail.</param>
/// <param name="Enabled">False = switched off, until the seat sets it anew.</param>
/// <param name="Waiting">Messages that have not been handed over yet.</param>
/// <param name="FailedAttempts">How often the next message has failed in a row.</param>
/// <param name="NextAttemptAt">When it is tried again; null = at once.</param>
/// <param name="Failure">Why the last attempt failed, stable; null after a success.</param>
/// <param name="FailureWords">The same as the office reads it.</param>
public sealed record ChannelView(
    string Recipient, ChannelKind Kind, string Target, WebhookTemplate? Template, bool Enabled, long Waiting, int FailedAttempts,
    DateTimeOffset? NextAttemptAt, string? Failure, string? FailureWords, DateTimeOffset SetAt, string SetBy)
{
    internal static ChannelView Of(ChannelRow row, long head) => new(
        row.Recipient, row.Kind, Shown(row), row.Template, row.Enabled, Math.Max(0, head - row.Cursor), row.Attempts,
        row.Attempts > 0 ? row.NotBefore : null, row.LastError, row.LastError is { } error ? Failures.Words(error) : null, row.CreatedAt, row.SetBy);

    /// <summary>Whoever could read a robot's whole address could speak in its group.</summary>
    private static string Shown(ChannelRow row) =>
        row.Kind == ChannelKind.Mail ? row.Target : $"{new Uri(row.Target).GetLeftPart(UriPartial.Authority)}/…";
}

/// <summary>What became of a channel.</summary>
/// <param name="Changed">False when there was none.</param>
internal sealed record ChannelRemovedView(string Recipient, ChannelKind Kind, bool Changed);

/// <summary>What became of a test.</summary>
/// <param name="Delivery">Under which id the receiver got it, or would have.</param>
/// <param name="Failure">Why it was not taken, stable; null when it was.</param>
/// <param name="FailureWords">The same as the office reads it.</param>
internal sealed record ChannelTestView(string Recipient, ChannelKind Kind, string Delivery, bool Sent, string? Failure, string? FailureWords);

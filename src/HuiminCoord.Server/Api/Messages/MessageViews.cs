using HuiminCoord.Domain.Channels;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Channels.Reaching;

namespace HuiminCoord.Server.Api.Messages;

/// <summary>A message as the office sees it: whom it reached, and whether it was read. Bodies are the recipient's.</summary>
/// <param name="Recipient">A seat (jiaoyu/liaison) or office, convenor, group.</param>
/// <param name="Unit">Null for the office, the convenor and the group.</param>
/// <param name="Seq">Its place in the recipient's inbox.</param>
/// <param name="At">Campaign time.</param>
/// <param name="Channels">站内 first, then what the seat has asked for.</param>
/// <param name="ReadAt">Campaign time; null while it is 未读.</param>
/// <param name="ReadWords">已读 or 未读.</param>
internal sealed record MessageView(
    string Recipient, string? Unit, string? UnitName, long Seq, string Kind, string Title, DateTimeOffset At, IReadOnlyList<ReachedView> Channels,
    bool Read, DateTimeOffset? ReadAt, string ReadWords)
{
    internal static MessageView Of(ReadMessage message, IEnumerable<ReachedView> channels, CampaignScene scene)
    {
        var row = message.Row;
        var unit = row.Recipient.Split('/') is [var id, _] ? id : null;
        return new(
            row.Recipient, unit, unit is null ? null : scene.Plan.Unit(new UnitId(unit))?.Name ?? unit, row.Seq, row.Kind, row.Title, row.At, [.. channels],
            message.ReadAt is not null, message.ReadAt, message.ReadAt is null ? "未读" : "已读");
    }
}

/// <summary>One way on which a message went, or is to go.</summary>
/// <param name="Channel">inbox, mail or webhook.</param>
/// <param name="Words">站内, 邮件 or 机器人.</param>
/// <param name="State">delivered, waiting or failed.</param>
/// <param name="StateWords">已送达, 待送达 or 未送达.</param>
/// <param name="At">When it was settled, real time; null for the inbox and while it waits.</param>
/// <param name="Failure">Why it failed, stable.</param>
/// <param name="FailureWords">The same as the office reads it.</param>
internal sealed record ReachedView(string Channel, string Words, string State, string StateWords, DateTimeOffset? At, string? Failure, string? FailureWords)
{
    /// <summary>What stands in the inbox has reached it.</summary>
    internal static ReachedView Inbox { get; } = new("inbox", "站内", "delivered", "已送达", null, null, null);

    internal static ReachedView Of(DeliveryRow row)
    {
        var (channel, words) = Named(row.Kind);
        var sent = row.Outcome == DeliveryOutcomes.Sent;
        return new(channel, words, sent ? "delivered" : "failed", sent ? "已送达" : "未送达", row.At, row.Error, Said(row.Error));
    }

    /// <summary>It is the channel's turn, or will be.</summary>
    internal static ReachedView Waiting(ChannelRow row)
    {
        var (channel, words) = Named(row.Kind);
        return new(channel, words, "waiting", "待送达", null, row.LastError, Said(row.LastError));
    }

    private static (string, string) Named(ChannelKind kind) => kind == ChannelKind.Mail ? ("mail", "邮件") : ("webhook", "机器人");

    private static string? Said(string? failure) => failure is null ? null : Failures.Words(failure);
}

using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Inboxes;
using HuiminCoord.Server.Push;

namespace HuiminCoord.Server.Api.Messages;

/// <summary>How a message is marked.</summary>
/// <param name="ReadAt">Campaign time of the first mark; null while it is 未读.</param>
/// <param name="DoneAt">Campaign time of the first mark; null while it is not 办结.</param>
/// <param name="Changed">False when what was asked for already held.</param>
internal sealed record MessageMarksView(string Recipient, long Seq, DateTimeOffset? ReadAt, DateTimeOffset? DoneAt, bool Changed);

/// <summary>The marks that recipients set on their messages: 已读 and 办结, each of which may be taken back.</summary>
internal static class MarkEndpoints
{
    internal static void Map(RouteGroupBuilder campaign)
    {
        var message = campaign.MapGroup("/inbox/{seq}");
        Mark(message.MapPost("/read", MarkRead), "markMessageRead");
        Mark(message.MapPost("/read/undo", UnmarkRead), "unmarkMessageRead");
        Mark(message.MapPost("/done", MarkDone), "markMessageDone");
        Mark(message.MapPost("/done/undo", UnmarkDone), "unmarkMessageDone");
    }

    /// <summary>Marks a message as read.</summary>
    /// <remarks>The first mark counts; repeating it changes nothing.</remarks>
    /// <param name="seq">The message's place in the recipient's inbox.</param>
    /// <param name="recipient">A seat such as jiaoyu/liaison, or office, convenor, group.</param>
    internal static Task<MessageMarksView> MarkRead(
        string campaign, [Within(1, int.MaxValue)] int seq, [Words(90, 1)] string recipient, HttpContext http, CampaignDirectory campaigns, InboxBook inboxes) =>
        Marked((campaign, recipient, seq), http, campaigns, inbox => inboxes.Mark(inbox, seq, InboxMark.Read, Passages.Signature(http), http.RequestAborted));

    /// <summary>Marks a message as unread again.</summary>
    /// <remarks>A message that is not marked stays as it is.</remarks>
    /// <param name="seq">The message's place in the recipient's inbox.</param>
    /// <param name="recipient">A seat such as jiaoyu/liaison, or office, convenor, group.</param>
    internal static Task<MessageMarksView> UnmarkRead(
        string campaign, [Within(1, int.MaxValue)] int seq, [Words(90, 1)] string recipient, HttpContext http, CampaignDirectory campaigns, InboxBook inboxes) =>
        Marked((campaign, recipient, seq), http, campaigns, inbox => inboxes.Unmark(inbox, seq, InboxMark.Read, http.RequestAborted));

    /// <summary>Marks a message as done: nothing is left to do about it.</summary>
    /// <remarks>It counts as read, too. The first mark counts; repeating it changes nothing.</remarks>
    /// <param name="seq">The message's place in the recipient's inbox.</param>
    /// <param name="recipient">A seat such as jiaoyu/liaison, or office, convenor, group.</param>
    internal static Task<MessageMarksView> MarkDone(
        string campaign, [Within(1, int.MaxValue)] int seq, [Words(90, 1)] string recipient, HttpContext http, CampaignDirectory campaigns, InboxBook inboxes) =>
        Marked((campaign, recipient, seq), http, campaigns, inbox => inboxes.Mark(inbox, seq, InboxMark.Done, Passages.Signature(http), http.RequestAborted));

    /// <summary>Says that a message is not done after all.</summary>
    /// <remarks>It stays read. A message that is not marked stays as it is.</remarks>
    /// <param name="seq">The message's place in the recipient's inbox.</param>
    /// <param name="recipient">A seat such as jiaoyu/liaison, or office, convenor, group.</param>
    internal static Task<MessageMarksView> UnmarkDone(
        string campaign, [Within(1, int.MaxValue)] int seq, [Words(90, 1)] string recipient, HttpContext http, CampaignDirectory campaigns, InboxBook inboxes) =>
        Marked((campaign, recipient, seq), http, campaigns, inbox => inboxes.Unmark(inbox, seq, InboxMark.Done, http.RequestAborted));

    private static void Mark(RouteHandlerBuilder endpoint, string name) =>
        endpoint.AsCommand<MessageMarksView>(name, null).Refuses("id.malformed", "message.unknown", "recipient.unknown");

    private static async Task<MessageMarksView> Marked(
        (string Campaign, string Recipient, int Seq) message, HttpContext http, CampaignDirectory campaigns, Func<InboxAddress, Task<(MessageMarks Marks, bool Changed)>> mark)
    {
        CommandKeys.Of(http, null);
        CampaignDirectory.RequireRecipient(await campaigns.Campaign(message.Campaign, http.RequestAborted), message.Recipient);
        var (marks, changed) = await mark(new InboxAddress(message.Campaign, message.Recipient));
        return new(message.Recipient, message.Seq, marks.ReadAt, marks.DoneAt, changed);
    }
}

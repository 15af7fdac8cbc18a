using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Inboxes;

namespace HuiminCoord.Server.Console.Messages;

/// <summary>How the inboxes that are open to a seat stand together.</summary>
internal static class InboxTotals
{
    internal static async Task<InboxCounts> Of(InboxBook book, Visitor visitor)
    {
        var asker = visitor.Asker;
        var all = await book.Counts(asker.Campaign, [.. asker.Standing.Inboxes], visitor.Gone);
        return new(all.Values.Sum(c => c.Head), all.Values.Sum(c => c.Unread), all.Values.Sum(c => c.Open));
    }
}

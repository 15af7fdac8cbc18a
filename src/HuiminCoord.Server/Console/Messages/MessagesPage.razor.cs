using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Inboxes;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Messages;

/// <summary>消息: what others did and what is due, each once, with what is unread and what is not done.</summary>
public sealed partial class MessagesPage : LivePage
{
    [Inject]
    private InboxBook Book { get; set; } = null!;

    /// <summary>Which messages: unread, open or all.</summary>
    [SupplyParameterFromQuery]
    public string? Show { get; set; }

    private InboxCounts Counts { get; set; } = InboxCounts.Empty;

    private InboxFilter Filter => Enum.TryParse<InboxFilter>(Show, ignoreCase: true, out var filter) ? filter : InboxFilter.All;

    private IEnumerable<(InboxFilter Filter, long Count)> Shows => [(InboxFilter.Unread, Counts.Unread), (InboxFilter.Open, Counts.Open), (InboxFilter.All, Counts.Head)];

    /// <inheritdoc/>
    private protected override async Task Load() => Counts = await InboxTotals.Of(Book, Visitor);
}

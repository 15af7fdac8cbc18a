using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Inboxes;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Messages;

/// <summary>The inbox beside a workbench: what is not done yet.</summary>
public sealed partial class InboxDrawer : LivePage
{
    [Inject]
    private InboxBook Book { get; set; } = null!;

    private InboxCounts Counts { get; set; } = InboxCounts.Empty;

    /// <inheritdoc/>
    private protected override async Task Load() => Counts = await InboxTotals.Of(Book, Visitor);
}

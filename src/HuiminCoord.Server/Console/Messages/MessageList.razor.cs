using System.Globalization;
using System.Text.Json;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Inboxes;
using HuiminCoord.Server.Push;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Messages;

/// <summary>The messages of the seat and of those for which it stands in, the latest first. Each stands here once and never goes away.</summary>
public sealed partial class MessageList : LivePage
{
    private const int PageSize = 30;

    private int _pages = 1;

    [Inject]
    private InboxBook Book { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    /// <summary>Which messages.</summary>
    [Parameter]
    public InboxFilter Filter { get; set; } = InboxFilter.All;

    /// <summary>Called when a mark has changed the counts.</summary>
    [Parameter]
    public EventCallback Marked { get; set; }

    private IReadOnlyList<MarkedMessage> Shown { get; set; } = [];

    private bool HasMore { get; set; }

    private Plan? Plan { get; set; }

    private DateOnly Today => ChinaTime.DateOf(Visitor.Now);

    private bool Several => Visitor.Asker.Standing.Inboxes.Skip(1).Any();

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        var asker = Visitor.Asker;
        var most = _pages * PageSize;
        var found = await Book.Page(asker.Campaign, [.. asker.Standing.Inboxes], Filter, null, most + 1, Visitor.Gone);
        (Shown, HasMore) = ([.. found.Take(most)], found.Count > most);
        Plan = await Visitor.Plan();
    }

    private Task More()
    {
        _pages++;
        return Reload();
    }

    private async Task Set(MarkedMessage message, InboxMark mark)
    {
        var inbox = new InboxAddress(message.Row.Campaign, message.Row.Recipient);
        if (await Act(async () =>
        {
            Visitor.Require(mark == InboxMark.Read ? "markMessageRead" : "markMessageDone");
            await Book.Mark(inbox, message.Row.Seq, mark, Visitor.Asker.Signature, Visitor.Gone);
        }))
        {
            await Marked.InvokeAsync();
            Toasts.Did(Words[mark == InboxMark.Read ? "messages.didRead" : "messages.didDone", message.Row.Title], () => InvokeAsync(() => Undo(inbox, message.Row.Seq, mark)));
        }
    }

    private async Task Undo(InboxAddress inbox, long seq, InboxMark mark)
    {
        await Act(() => Book.Unmark(inbox, seq, mark, Visitor.Gone));
        await Marked.InvokeAsync();
    }

    /// <summary>The minute of today, the day of another time.</summary>
    private string Time(DateTimeOffset at)
    {
        var day = ChinaTime.DateOf(at);
        var format = day == Today ? "HH:mm" : day.Year == Today.Year ? "MM-dd HH:mm" : "yyyy-MM-dd HH:mm";
        return at.ToOffset(ChinaTime.Offset).ToString(format, CultureInfo.InvariantCulture);
    }

    private static string Mark(MarkedMessage message) => MessageMark.Of(message.Row.Recipient, message.Row.Seq);

    /// <summary>Where what the message speaks of is dealt with; null when it speaks of several things or of none.</summary>
    private string? LinkOf(InboxRow row)
    {
        if (Named(row, "meeting") is { } meeting && Visitor.May("page.meeting"))
        {
            return $"/meetings/{meeting}";
        }

        if (Named(row, "bulletin") is { } bulletin && Visitor.May("page.bulletins"))
        {
            return Visitor.May("page.district") ? $"/district?duty={bulletin}" : $"/bulletins?duty={bulletin}";
        }

        if (Visitor.Asker.Standing.Seat.Unit is null)
        {
            return Visitor.May("page.board") ? "/board" : null;
        }

        return row.Data is null ? null : Named(row, "duty") is { } duty ? $"/fill/{duty}" : "/fill";
    }

    /// <summary>An id that the message carries; null when it carries none of that name.</summary>
    private static string? Named(InboxRow row, string name)
    {
        if (row.Data is null)
        {
            return null;
        }

        using var data = JsonDocument.Parse(row.Data);
        return data.RootElement.ValueKind == JsonValueKind.Object && data.RootElement.TryGetProperty(name, out var id) ? id.GetString() : null;
    }
}

using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Push;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Home;

/// <summary>工作台, its beginning: who one is, where one sits, what one was told last.</summary>
public sealed partial class WorkbenchPage : LivePage
{
    /// <summary>Messages shown of each inbox.</summary>
    private const int Latest = 10;

    [Inject]
    private SeatBook SeatBook { get; set; } = null!;

    [Inject]
    private CampaignPlans Plans { get; set; } = null!;

    [Inject]
    private InboxReader Inboxes { get; set; } = null!;

    private Plan? Plan { get; set; }

    private IReadOnlyList<(string Title, bool IsCurrent)> Seats { get; set; } = [];

    private IReadOnlyList<(string Recipient, InboxItem Item)> Messages { get; set; } = [];

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        var asker = Visitor.Asker;
        Plan = await Visitor.Plan();
        var seats = new List<(string, bool)>();
        foreach (var held in await SeatBook.Of(asker.Account, Visitor.Gone))
        {
            var plan = held.Campaign.Length == 0 ? null : await Plans.Of(held.Campaign, Visitor.Gone);
            seats.Add((Words.Title(held.Seat, plan), held.Appointment == asker.Appointment));
        }

        Seats = seats;
        Messages = await Newest(asker);
    }

    /// <summary>The newest of all inboxes that are open to the seat, newest first.</summary>
    private async Task<IReadOnlyList<(string Recipient, InboxItem Item)>> Newest(Asker asker)
    {
        var all = new List<(string Recipient, InboxItem Item)>();
        foreach (var recipient in asker.Campaign.Length == 0 ? [] : asker.Standing.Inboxes)
        {
            var inbox = new InboxAddress(asker.Campaign, recipient);
            var head = await Inboxes.Head(inbox, Visitor.Gone);
            all.AddRange((await Inboxes.After(inbox, Math.Max(0, head - Latest), Latest, Visitor.Gone)).Select(m => (recipient, m)));
        }

        return [.. all.OrderByDescending(m => m.Item.At).ThenByDescending(m => m.Item.Seq)];
    }
}

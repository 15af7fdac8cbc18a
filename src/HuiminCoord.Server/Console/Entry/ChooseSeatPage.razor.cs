using HuiminCoord.Server.Access;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Entry;

/// <summary>Sitting in another of one's seats. What is done is done from a seat, so the change opens a new session.</summary>
public sealed partial class ChooseSeatPage : FormPage
{
    [Inject]
    private SeatBook Seats { get; set; } = null!;

    [Inject]
    private SeatSwitch Switch { get; set; } = null!;

    [Inject]
    private CampaignPlans Plans { get; set; } = null!;

    [SupplyParameterFromForm]
    private string? Appointment { get; set; }

    [SupplyParameterFromQuery(Name = "back")]
    private string? Back { get; set; }

    private IReadOnlyList<SeatLine> Held { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var lines = new List<SeatLine>();
        foreach (var held in await Seats.Of(Visitor.Asker.Account, Visitor.Gone))
        {
            var plan = held.Campaign.Length == 0 ? null : await Plans.Of(held.Campaign, Visitor.Gone);
            lines.Add(new(held, Words.Title(held.Seat, plan), plan?.Title ?? Words["seats.server"], held.Appointment == Visitor.Asker.Appointment));
        }

        Held = lines;
    }

    private Task Submit() => Try(async () =>
    {
        var back = LocalPath.Of(Back) ?? "/";
        if (Held.FirstOrDefault(s => s.Appointment == Appointment) is { IsCurrent: false, Seat: var wanted })
        {
            var campaign = wanted.Campaign.Length == 0 ? null : wanted.Campaign;
            var signed = await Switch.To(Visitor.Asker, wanted.Seat.ToString(), campaign, SessionKind.Console, Visitor.Client, Visitor.Gone);
            SessionCookie.Set(Visitor.Http, signed.Token);
        }

        Go(back);
    });

    private sealed record SeatLine(HeldSeat Seat, string Title, string Campaign, bool IsCurrent)
    {
        public string Appointment => Seat.Appointment;
    }
}

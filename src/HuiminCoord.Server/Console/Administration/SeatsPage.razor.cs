using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Administration;

/// <summary>Who sits where, for security administrators; the system administrator gives the first of them their seat.</summary>
public sealed partial class SeatsPage : FormPage
{
    [Inject]
    private AppointmentList Appointments { get; set; } = null!;

    [Inject]
    private Appointing Appointing { get; set; } = null!;

    [Inject]
    private CampaignPlans AllPlans { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "campaign")]
    private string? Campaign { get; set; }

    [SupplyParameterFromForm(FormName = "give")]
    private SeatForm? Form { get; set; }

    [SupplyParameterFromForm(FormName = "act")]
    private string? End { get; set; }

    private IReadOnlyList<Plan> Plans { get; set; } = [];

    private Plan? Plan { get; set; }

    private IReadOnlyList<AppointmentEntry> Servers { get; set; } = [];

    private IReadOnlyList<AppointmentEntry> Campaigns { get; set; } = [];

    private SeatForm? Given { get; set; }

    private AppointmentEntry? Taken { get; set; }

    /// <summary>False for the system administrator, who gives one seat only.</summary>
    private bool GivesAll => Visitor.Asker.Standing.Seat.Role == SeatRole.SecurityAdmin;

    private IEnumerable<(string Value, string Text)> Choices => SeatChoices.Of(Words, GivesAll ? Plan : null, GivesAll);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Form ??= new SeatForm();
        Plans = GivesAll ? await AllPlans.All(Visitor.Gone) : [];
        Plan = Plans.FirstOrDefault(p => p.Campaign.Value == Campaign) ?? (Plans.Count > 0 ? Plans[0] : null);
        await Load();
    }

    private protected override string? FieldOf(Refusal refusal) => refusal.Code switch
    {
        "account.unknown" => "Login",
        "seat.unknown" or "appointment.seat-taken" => "Seat",
        "date.malformed" => "From",
        "seat.term-reversed" => "Until",
        _ => null,
    };

    private async Task Load()
    {
        Servers = await Appointments.List(null, Visitor.Gone);
        Campaigns = Plan is null ? [] : await Appointments.List(Plan.Campaign.Value, Visitor.Gone);
    }

    private Task Give() => Try("giveSeat", async () =>
    {
        var wish = Form!.Read();
        var isAdmin = SeatAddress.Find(wish.Seat)?.IsAdmin == true;
        await Appointing.Appoint(wish, isAdmin ? null : Plan, Visitor.Asker, Visitor.Gone);
        (Given, Form) = (Form, new SeatForm());
        await Load();
    });

    private Task Take() => Try("endAppointment", async () =>
    {
        var known = Servers.Concat(Campaigns).FirstOrDefault(a => a.Appointment == End) ?? throw new RefusedException(new Refusal("appointment.unknown", End ?? ""));
        await Appointing.End(known.Appointment, known.Campaign, Visitor.Asker, Visitor.Gone);
        Taken = known;
        await Load();
    });

    /// <summary>A unit's seats follow the unit's own word: they are not given here, so taking one away cannot be undone here.</summary>
    private static bool CanBeGiven(AppointmentEntry entry) => SeatAddress.Find(entry.Seat) is { Kind: null };
}

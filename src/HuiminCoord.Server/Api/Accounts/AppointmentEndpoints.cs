using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Api.Sessions;

namespace HuiminCoord.Server.Api.Accounts;

/// <summary>Who sits in which seat of the server or of a campaign, and when one's own seat is away.</summary>
internal static class AppointmentEndpoints
{
    internal static void Map(RouteGroupBuilder api, RouteGroupBuilder campaign)
    {
        var appointments = api.MapGroup("/appointments").WithTags("Accounts");
        appointments.MapGet("", List).AsQuestion<Page<AppointmentEntry>>("listAppointments").Refuses("campaign.unknown");
        appointments.MapPost("", Give).AsAct<GivenSeatView>("giveSeat", new GiveSeatBody("bangongshi-1", "office-staff", "huimin-2020", new DateOnly(2020, 9, 17)))
            .Refuses(
                "account.unknown", "appointment.administrators-apart", "appointment.by-security", "appointment.by-the-unit", "appointment.held-already", "appointment.own",
                "appointment.seat-taken", "campaign.unknown", "seat.term-reversed", "seat.unknown");
        appointments.MapPost("/{appointment}/end", End).AsAct<DoneView>("endAppointment", null).Refuses("appointment.last-administrator", "appointment.unknown");
        campaign.MapPost("/absence", MarkAbsent).AsAct<DoneView>("markOwnAbsence", new OwnAbsenceBody(new DateOnly(2020, 11, 2), new DateOnly(2020, 11, 13)))
            .Refuses("appointment.unknown", "seat.term-reversed");
        campaign.MapPost("/absence/end", ComeBack).AsAct<DoneView>("endOwnAbsence", null).Refuses("appointment.unknown");
    }

    /// <summary>Appointments that were not taken away, by seat.</summary>
    /// <remarks>Those of a unit's people carry the name in the roster that they stand for, and end when the unit names somebody else.</remarks>
    /// <param name="campaign">The campaign's; absent = the administrators of the server.</param>
    internal static async Task<Page<AppointmentEntry>> List(AppointmentList list, PlanShelf plans, CancellationToken cancellation, [Words(60)] string? campaign = null)
    {
        await PlanOf(campaign, plans);
        return new(true, await list.List(campaign, cancellation), null);
    }

    /// <summary>Gives a seat of the server or of a campaign to an account.</summary>
    /// <remarks>The system administrator gives one only: that of the first security administrator, who gives all others. Nobody gives themselves one.</remarks>
    internal static async Task<GivenSeatView> Give(GiveSeatBody body, HttpContext http, Appointing appointing, PlanShelf plans, CancellationToken cancellation)
    {
        var plan = await PlanOf(body.Campaign, plans);
        return new(await appointing.Appoint(new AppointmentWish(body.Login, body.Seat, body.From, body.Until), plan, Passages.Of(http).Asker, cancellation));
    }

    /// <summary>Takes a seat away at once.</summary>
    /// <remarks>The session that sits in it ends with the next request, its push connections within a second.</remarks>
    internal static async Task<DoneView> End(string appointment, HttpContext http, Appointing appointing, CancellationToken cancellation)
    {
        await appointing.End(appointment, null, Passages.Of(http).Asker, cancellation);
        return new(true);
    }

    /// <summary>Announces when one's own seat of the campaign is away: meanwhile whoever covers it does its work.</summary>
    /// <remarks>The office director stands in for the convenor, the office's staff for the director. Both days count; a later word takes the place of an earlier one.</remarks>
    internal static async Task<DoneView> MarkAbsent(string campaign, OwnAbsenceBody body, HttpContext http, Appointing appointing, CancellationToken cancellation)
    {
        await appointing.MarkAbsent(Passages.Of(http).Asker, body.From, body.Until, cancellation);
        return new(true);
    }

    /// <summary>Takes the announcement back: one's own seat is there.</summary>
    /// <remarks>Whoever stood in for it no longer does, from the next request on.</remarks>
    internal static async Task<DoneView> ComeBack(string campaign, HttpContext http, Appointing appointing, CancellationToken cancellation)
    {
        await appointing.MarkAbsent(Passages.Of(http).Asker, null, null, cancellation);
        return new(true);
    }

    /// <summary>People get their seats before the plan is issued: the newest version that is stored says which there are.</summary>
    private static async Task<Plan?> PlanOf(string? campaign, PlanShelf plans) =>
        campaign is null ? null
        : await plans.NewestVersion(campaign) is > 0 and var version ? await plans.Get(campaign, version)
        : throw new RefusedException(new Refusal("campaign.unknown", CampaignDirectory.Shown(campaign)));
}

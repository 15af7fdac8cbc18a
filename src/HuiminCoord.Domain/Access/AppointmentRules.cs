using HuiminCoord.Domain.Deciding;

namespace HuiminCoord.Domain.Access;

/// <summary>What decides whether somebody may be given a seat.</summary>
/// <param name="Living">Who sits where in the same campaign, or among the administrators.</param>
/// <param name="Account">Who is to be given the seat.</param>
/// <param name="By">Who gives it.</param>
/// <param name="ByRole">The seat from which it is given.</param>
/// <param name="OneAdministrator">The setting that lets one person hold several administrators' seats.</param>
public sealed record AppointmentFacts(IReadOnlyList<(string Account, SeatAddress Seat)> Living, string Account, string By, SeatRole ByRole, bool OneAdministrator);

/// <summary>Who may be given which seat.</summary>
public static class AppointmentRules
{
    /// <summary>Why not; null when the seat may be given.</summary>
    public static Refusal? Refuse(SeatAddress seat, AppointmentFacts facts)
    {
        ArgumentNullException.ThrowIfNull(seat);
        ArgumentNullException.ThrowIfNull(facts);
        if (seat.Kind is not null)
        {
            return new Refusal("appointment.by-the-unit");
        }

        if (facts.Living.Any(l => l.Seat == seat && (l.Account == facts.Account || !seat.IsShared)))
        {
            return new Refusal(facts.Living.Any(l => l.Seat == seat && l.Account == facts.Account) ? "appointment.held-already" : "appointment.seat-taken");
        }

        return RefuseGiver(seat, facts) ?? RefuseAdministrator(seat, facts);
    }

    /// <summary>The system administrator gives one seat only: that of the first security administrator, who gives all others.</summary>
    private static Refusal? RefuseGiver(SeatAddress seat, AppointmentFacts facts)
    {
        if (facts.ByRole == SeatRole.SystemAdmin && (seat.Role != SeatRole.SecurityAdmin || facts.Living.Any(l => l.Seat.Role == SeatRole.SecurityAdmin)))
        {
            return new Refusal("appointment.by-security");
        }

        return facts.By == facts.Account && !facts.OneAdministrator ? new Refusal("appointment.own") : null;
    }

    /// <summary>系统、安全、审计管理员 are three people: whoever gives access does not run the server, and neither reviews themselves.</summary>
    private static Refusal? RefuseAdministrator(SeatAddress seat, AppointmentFacts facts) =>
        seat.IsAdmin && !facts.OneAdministrator && facts.Living.Any(l => l.Account == facts.Account && l.Seat.IsAdmin)
            ? new Refusal("appointment.administrators-apart")
            : null;
}

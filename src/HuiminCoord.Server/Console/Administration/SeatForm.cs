using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Layout;

namespace HuiminCoord.Server.Console.Administration;

/// <summary>Who is to sit where, as it is typed.</summary>
internal sealed class SeatForm
{
    public string? Login { get; set; }

    public string? Seat { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    /// <summary>What was typed.</summary>
    /// <exception cref="RefusedException"><c>date.malformed</c>, <c>seat.term-reversed</c>.</exception>
    internal AppointmentWish Read()
    {
        var (from, until) = (TypedDay.Read(From), TypedDay.Read(Until));
        return from <= until || from is null || until is null
            ? new AppointmentWish((Login ?? "").Trim().ToLowerInvariant(), Seat ?? "", from, until)
            : throw new RefusedException(new Refusal("seat.term-reversed", $"{from:yyyy-MM-dd}", $"{until:yyyy-MM-dd}"));
    }
}

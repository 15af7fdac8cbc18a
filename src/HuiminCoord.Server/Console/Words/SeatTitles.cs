using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Server.Console.Words;

/// <summary>What seats are called on pages: 教育局 · 联络人.</summary>
internal static class SeatTitles
{
    /// <param name="words">The language.</param>
    /// <param name="seat">The seat.</param>
    /// <param name="plan">The seat's plan; null for administrators, and where none is at hand: then units go by their ids.</param>
    internal static string Title(this PageWords words, SeatAddress seat, Plan? plan)
    {
        var role = words.Role(seat.Role);
        if (seat.Unit is not { } unit)
        {
            return role;
        }

        var section = seat.Section is { } id ? plan?.Domains.SelectMany(d => d.Sections).FirstOrDefault(s => s.Id == id)?.Name ?? id : null;
        return string.Join(" · ", new[] { plan?.Unit(unit)?.Name ?? unit.Value, section, role }.OfType<string>());
    }

    /// <summary>The same for a stored address, and for the office as a whole; an unreadable one is shown as it is.</summary>
    internal static string Title(this PageWords words, string seat, Plan? plan) =>
        SeatAddress.Find(seat) is { } found ? words.Title(found, plan) : seat == Recipients.Office ? words["seat.office"] : seat;
}

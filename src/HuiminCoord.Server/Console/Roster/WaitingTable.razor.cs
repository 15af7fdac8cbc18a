using HuiminCoord.Domain.Access;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Onboarding;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Roster;

/// <summary>Nominations that wait for the office, one a row.</summary>
public sealed partial class WaitingTable : PagePart
{
    /// <summary>The rows.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<NominationEntry> Nominations { get; set; }

    /// <summary>Those that stay chosen after some were refused; empty = all are.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<string> Chosen { get; set; }

    /// <summary>Login names that were typed, by nomination.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyDictionary<string, string> Logins { get; set; }

    /// <summary>联络人: the unit stands in its own column.</summary>
    private string SeatOf(NominationEntry entry) => SeatAddress.Find(entry.Seat) is { } seat ? Words.Role(seat.Role) : entry.Seat;
}

using HuiminCoord.Domain.Access;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Onboarding;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Roster;

/// <summary>Nominations that are decided, the newest first.</summary>
public sealed partial class DecidedTable : PagePart
{
    /// <summary>The rows.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<NominationEntry> Nominations { get; set; }

    private string SeatOf(NominationEntry entry) => SeatAddress.Find(entry.Seat) is { } seat ? Words.Role(seat.Role) : entry.Seat;
}

using HuiminCoord.Domain.Access;
using HuiminCoord.Server.Console.Layout;

namespace HuiminCoord.Server.Console.Home;

/// <summary>工作台: what the seat has to do, and what it was told.</summary>
public sealed partial class WorkbenchPage : PagePart
{
    private SeatAddress Seat => Visitor.Asker.Standing.Seat;

    /// <summary>One of the three seats of a unit.</summary>
    private bool IsUnit => Seat is { Unit: not null, Role: not SeatRole.Section };

    private bool SeesBoard => Seat.Role is SeatRole.OfficeDirector or SeatRole.OfficeStaff or SeatRole.Convenor or SeatRole.Group;

    private bool HasInbox => Visitor.Asker.Campaign.Length > 0 && Visitor.Asker.Standing.Inboxes.Any();
}

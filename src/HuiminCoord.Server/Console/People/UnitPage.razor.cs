using HuiminCoord.Server.Console.Layout;

namespace HuiminCoord.Server.Console.People;

/// <summary>单位与联络人, for a unit's own people.</summary>
public sealed partial class UnitPage : PagePart
{
    private string Unit => Visitor.Asker.Standing.Seat.Unit?.Value ?? "";
}

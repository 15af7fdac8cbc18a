using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.People;

/// <summary>The same for the office, which enters what units hand in on paper: one unit of the roster.</summary>
public sealed partial class RosterUnitPage : PagePart
{
    [SupplyParameterFromQuery(Name = "unit")]
    private string? Unit { get; set; }
}

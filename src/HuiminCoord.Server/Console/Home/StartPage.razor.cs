using HuiminCoord.Domain.Access;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Home;

/// <summary>Leads everybody to where their seat has work.</summary>
public sealed partial class StartPage : PagePart
{
    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized() => Navigation.NavigateTo(Visitor.Asker.Standing.Seat.Role switch
    {
        SeatRole.SystemAdmin => "/admin/accounts",
        SeatRole.SecurityAdmin => "/admin/seats",
        SeatRole.AuditAdmin => "/audit",
        _ => "/home",
    });
}

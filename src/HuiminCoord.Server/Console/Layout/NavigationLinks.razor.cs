using HuiminCoord.Domain.Access;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Links to the pages that the seat reaches, by the access matrix.</summary>
public sealed partial class NavigationLinks : PagePart
{
    private static readonly (string Group, string Text, string Path, string Operation)[] All =
    [
        ("", "nav.workbench", "/home", "page.workbench"),
        ("nav.base", "nav.roster", "/roster", "page.roster"),
        ("nav.base", "nav.unit", "/unit", "page.unit"),
        ("nav.base", "nav.nominations", "/roster/nominations", "page.nominations"),
        ("nav.base", "nav.contacts", "/roster/contacts", "page.contacts"),
        ("nav.base", "nav.plan", "/plan", "page.plan"),
        ("nav.system", "nav.accounts", "/admin/accounts", "page.accounts"),
        ("nav.system", "nav.seats", "/admin/seats", "page.seats"),
        ("nav.system", "nav.sessions", "/admin/sessions", "page.sessions"),
        ("nav.system", "nav.operations", "/operations", "page.operations"),
        ("nav.system", "nav.audit", "/audit", "page.audit"),
    ];

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private AccessMatrix Matrix { get; set; } = null!;

    private IEnumerable<IGrouping<string, NavigationLink>> Groups =>
        from link in All
        where Visitor.Asker.Standing.ReachOf(Matrix, link.Operation) != Reach.None
        group new NavigationLink(link.Text, link.Path) by link.Group;

    private bool IsCurrent(NavigationLink link) => new Uri(Navigation.Uri).AbsolutePath == link.Path;

    private sealed record NavigationLink(string Text, string Path);
}

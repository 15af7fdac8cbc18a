using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Links to the pages that the seat reaches, by the access matrix, with what waits behind them.</summary>
public sealed partial class NavigationLinks : LivePage
{
    private static readonly (string Group, string Text, string Path, string Operation)[] All =
    [
        ("", "nav.workbench", "/home", "page.workbench"),
        ("", "nav.messages", "/messages", "page.messages"),
        ("", "nav.schedule", "/schedule", "page.schedule"),
        ("nav.report", "nav.board", "/board", "page.board"),
        ("nav.report", "nav.fill", "/fill", "page.fill"),
        ("nav.report", "nav.review", "/review", "page.review"),
        ("nav.report", "nav.district", "/district", "page.district"),
        ("nav.report", "nav.bulletins", "/bulletins", "page.bulletins"),
        ("nav.progress", "nav.tasks", "/tasks", "page.tasks"),
        ("nav.progress", "nav.phases", "/phases", "page.phases"),
        ("nav.progress", "nav.supervision", "/supervision", "page.supervision"),
        ("nav.meeting", "nav.meetings", "/meetings", "page.meetings"),
        ("nav.meeting", "nav.decisions", "/decisions", "page.decisions"),
        ("nav.base", "nav.roster", "/roster", "page.roster"),
        ("nav.base", "nav.unit", "/unit", "page.unit"),
        ("nav.base", "nav.nominations", "/roster/nominations", "page.nominations"),
        ("nav.base", "nav.contacts", "/roster/contacts", "page.contacts"),
        ("nav.base", "nav.plan", "/plan", "page.plan"),
        ("nav.base", "nav.receipt", "/plan/receipt", "page.planReceipt"),
        ("nav.base", "nav.calendar", "/calendar", "page.calendar"),
        ("nav.system", "nav.accounts", "/admin/accounts", "page.accounts"),
        ("nav.system", "nav.seats", "/admin/seats", "page.seats"),
        ("nav.system", "nav.sessions", "/admin/sessions", "page.sessions"),
        ("nav.system", "nav.operations", "/operations", "page.operations"),
        ("nav.system", "nav.audit", "/audit", "page.audit"),
    ];

    [Inject]
    private Badges Badges { get; set; } = null!;

    private IReadOnlyDictionary<string, int> Counts { get; set; } = new Dictionary<string, int>();

    private IEnumerable<IGrouping<string, NavigationLink>> Groups =>
        from link in All
        where Visitor.May(link.Operation)
        group new NavigationLink(link.Text, link.Path) by link.Group;

    /// <summary>A live page goes to the next one without drawing what is around it.</summary>
    protected override void OnInitialized() => Navigation.LocationChanged += Moved;

    /// <inheritdoc/>
    private protected override async Task Load() => Counts = await Badges.Read();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Navigation.LocationChanged -= Moved;
        base.Dispose(disposing);
    }

    private void Moved(object? sender, LocationChangedEventArgs place) => _ = InvokeAsync(StateHasChanged);

    private bool IsCurrent(NavigationLink link) => new Uri(Navigation.Uri).AbsolutePath == link.Path;

    private sealed record NavigationLink(string Text, string Path);
}

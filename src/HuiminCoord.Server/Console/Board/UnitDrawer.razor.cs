using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HuiminCoord.Server.Console.Board;

/// <summary>A unit and one of its duties beside the board: how it stands, who can be reached, what was done; and the office's acts.</summary>
public sealed partial class UnitDrawer : LivePage
{
    /// <summary>The unit.</summary>
    [Parameter]
    [EditorRequired]
    public required BoardLine Line { get; set; }

    /// <summary>The board's duties.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<BoardColumn> Columns { get; set; }

    /// <summary>What can be handed in on paper, of all units.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<PaperChoice> Papers { get; set; }

    /// <summary>The board's address.</summary>
    [Parameter]
    [EditorRequired]
    public required BoardPlace Place { get; set; }

    /// <summary>False for whoever only looks.</summary>
    [Parameter]
    public bool MayAct { get; set; }

    /// <summary>Something was done.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private DossierReader Reader { get; set; } = null!;

    [Inject]
    private Urging Urging { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    private UnitDossier? Dossier { get; set; }

    private DateOnly Today { get; set; }

    private WorkingCalendar? Calendar { get; set; }

    private BoardColumn Column => Columns.FirstOrDefault(c => c.Duty == Place.Of) ?? Columns[0];

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("page.board");
        (Today, Calendar) = (scene.Campaign.Today, scene.Campaign.Calendar);
        var unit = scene.Campaign.Plan.Unit(new UnitId(Line.Unit));
        Dossier = unit is null ? null : await Reader.Read(scene, Words, unit, Column.Duty, Visitor.May("listMessages"), Visitor.Gone);
    }

    private void Do(string what) => Navigation.NavigateTo((Place with { Doing = what }).Path);

    private async Task Close()
    {
        Navigation.NavigateTo(Place.Closed.Path);
        await Browser.InvokeVoidAsync("huimin.focus", $"unit-{Line.Unit}");
    }

    private void GiveUp() => Navigation.NavigateTo((Place with { Doing = null }).Path);

    private async Task Finish()
    {
        await Reload();
        await Changed.InvokeAsync();
        GiveUp();
    }

    private async Task Urge()
    {
        UrgeTarget[] target = [new(Line.Unit, Line.Name, Dossier!.Urge!)];
        if (await Urging.Ask(Column.Title, target, Dossier.Reminders) is { } confirmed && await Act(() => Urging.One(Column.Duty, Line.Unit, confirmed.Reason)))
        {
            Toasts.Did(Words["urge.did", Line.Name]);
            await Changed.InvokeAsync();
        }
    }
}

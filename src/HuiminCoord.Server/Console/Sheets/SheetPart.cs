using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Obligations;
using HuiminCoord.Server.Console.Duties;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Drafts;
using HuiminCoord.Server.Reporting;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>A page on which a sheet is typed, whoever types it: its tabs, where the focus goes, and how what is typed is kept.</summary>
public abstract class SheetPart : ActingPart, IAsyncDisposable
{
    private string? _goal;

    /// <summary>As it was read last.</summary>
    [Parameter]
    [EditorRequired]
    public required SheetScene Scene { get; set; }

    /// <summary>The obligation.</summary>
    [Parameter]
    [EditorRequired]
    public required DutyLine Line { get; set; }

    /// <summary>The same as the API shows it.</summary>
    [Parameter]
    [EditorRequired]
    public required ObligationView View { get; set; }

    /// <summary>The campaign as it is now.</summary>
    [Parameter]
    [EditorRequired]
    public required CampaignScene Campaign { get; set; }

    [Inject]
    private CellBook Cells { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    [Inject]
    private protected DraftBook Drafts { get; set; } = null!;

    [Inject]
    private protected ReportHandover Handover { get; set; } = null!;

    [Inject]
    private protected TimeProvider Time { get; set; } = null!;

    [Inject]
    private protected Dialogs Dialogs { get; set; } = null!;

    [Inject]
    private protected Toasts Toasts { get; set; } = null!;

    private protected SheetModel? Model { get; private set; }

    private protected string Tab { get; set; } = SheetForm.Table;

    private protected string Unit => Scene.Place.Unit.Id.Value;

    private protected string Duty => Scene.Place.Duty;

    private protected bool CanImport => Model is { CanWrite: true, Keeper: not null } && Visitor.May("uploadReportWorkbook");

    /// <summary>What keeps the files beside the sheet; null while nothing does.</summary>
    private protected abstract IAsyncDisposable? KeptFiles { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var keeper in new[] { Model?.Keeper, KeptFiles })
        {
            await (keeper?.DisposeAsync() ?? default);
        }
    }

    /// <summary>Opens the sheet.</summary>
    private protected void Open(SheetRights rights)
    {
        Tab = Scene.Layout.Sections.Count > 0 ? SheetForm.Table : SheetForm.Summary;
        Model = new(Scene, Visitor.IsLive && rights.Fill ? Keeper() : null, rights);
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (Model is { } model && model.Scene != Scene)
        {
            model.Renew(Scene);
            Renewed(model);
        }
    }

    /// <summary>The sheet was read anew.</summary>
    private protected virtual void Renewed(SheetModel model)
    {
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_goal is { } goal)
        {
            _goal = null;
            await Browser.InvokeVoidAsync("huimin.focus", goal);
        }
    }

    /// <summary>Goes to a field, wherever it stands.</summary>
    private protected void Jump(string field)
    {
        var cell = SheetFields.CellOf(field);
        Tab = cell is null ? SheetForm.Summary : SheetForm.Table;
        Focus(cell is { } at ? SheetTexts.Id(at) : field.Replace('/', '-'));
    }

    /// <summary>Once the page is drawn, the focus goes there.</summary>
    /// <param name="id">Of the element.</param>
    private protected void Focus(string id) => _goal = id;

    private SheetKeeper Keeper()
    {
        var keeper = new SheetKeeper(Cells, Visitor, Desk, Scene.Place, Time, work => InvokeAsync(work));
        keeper.Changed += () =>
        {
            Model?.Judge();
            StateHasChanged();
        };
        return keeper;
    }
}

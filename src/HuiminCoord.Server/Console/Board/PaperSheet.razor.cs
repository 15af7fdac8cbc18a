using HuiminCoord.Domain.Drafts;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Obligations;
using HuiminCoord.Server.Console.Drafting;
using HuiminCoord.Server.Console.Duties;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Sheets;
using HuiminCoord.Server.Console.Uploads;
using HuiminCoord.Server.Drafts;
using HuiminCoord.Server.Reporting;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HuiminCoord.Server.Console.Board;

/// <summary>A unit's paper as the office types it: when it came, its scan, its figures and its words, and the way to hand it in for the unit.</summary>
public sealed partial class PaperSheet : ActingPart, IAsyncDisposable
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

    /// <summary>It was handed in.</summary>
    [Parameter]
    public EventCallback Handed { get; set; }

    [Inject]
    private CellBook Cells { get; set; } = null!;

    [Inject]
    private DraftBook Drafts { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    private SheetModel? Model { get; set; }

    private DraftKeeper<PaperDraft>? FileKeeper { get; set; }

    private PaperReceipt Receipt { get; } = new();

    private IReadOnlyList<DraftFile> Files { get; set; } = [];

    private string Tab { get; set; } = SheetForm.Table;

    private string Unit => Scene.Place.Unit.Id.Value;

    private string Duty => Scene.Place.Duty;

    private string Back => new BoardPlace(Unit: Unit, Of: Duty).Path;

    private string Workbook => WorkbookDownload.At(Duty, Unit);

    private bool CanImport => Model is { CanWrite: true, Keeper: not null } && Visitor.May("uploadReportWorkbook");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Model?.Keeper is { } keeper)
        {
            await keeper.DisposeAsync();
        }

        if (FileKeeper is { } files)
        {
            await files.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Tab = Scene.Layout.Sections.Count > 0 ? SheetForm.Table : SheetForm.Summary;
        var rights = new SheetRights(Visitor.May("saveReportFields") && Visitor.May("enterReport"), Propose: false, Approve: false, Section: null);
        Model = new(Scene, Visitor.IsLive && rights.Fill ? Keep() : null, rights);
        Receipt.Day = Campaign.Today;
        if (Visitor.IsLive && rights.Fill)
        {
            FileKeeper = new(Drafts, Visitor, Time, DraftOwner.Office, new DraftForm($"paper/{Unit}/{Duty}"), () => _ = InvokeAsync(StateHasChanged));
            if (await FileKeeper.Open() is { } draft)
            {
                (Receipt.Day, Receipt.Time, Files) = (draft.Day, draft.Time, draft.Files);
            }
        }
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (Model is { } model && model.Scene != Scene)
        {
            model.Renew(Scene);
        }
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

    private SheetKeeper Keep()
    {
        var keeper = new SheetKeeper(Cells, Visitor, Desk, Scene.Place, Time, work => InvokeAsync(work));
        keeper.Changed += () =>
        {
            Model?.Judge();
            StateHasChanged();
        };
        return keeper;
    }

    private void Jump(string field) =>
        (Tab, _goal) = SheetFields.CellOf(field) is { } cell ? (SheetForm.Table, SheetTexts.Id(cell)) : (SheetForm.Summary, field.Replace('/', '-'));

    private void ChooseDay(DateOnly? day) => Keep(() => Receipt.Day = day);

    private void TypeTime(string time) => Keep(() => Receipt.Time = time);

    private void Attach(DraftFile file) => Keep(() => Files = [.. Files.Where(f => f.Hash != file.Hash), file]);

    private void Detach(DraftFile file) => Keep(() => Files = [.. Files.Where(f => f != file)]);

    private void Keep(Action change)
    {
        change();
        FileKeeper?.Changed(new(Receipt.Day, Receipt.Time, Files));
    }
}

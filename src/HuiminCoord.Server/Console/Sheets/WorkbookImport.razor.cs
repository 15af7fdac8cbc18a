using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Documents.Workbooks;
using HuiminCoord.Server.Reporting;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>导入Excel: a workbook is sent, what it says is shown beside what stands on the page, and is taken over when its reader says so.</summary>
public sealed partial class WorkbookImport : PagePart, IDisposable
{
    /// <summary>Id of the file's field; a button that <c>data-chooses</c> it lets people choose.</summary>
    internal const string Field = "workbook-file";

    /// <summary>More lines than this nobody reads; the workbook is to be put right first.</summary>
    private const int MostLines = 200;

    private const int Megabyte = 1024 * 1024, LongestName = 120;

    private static readonly string[] Said = ["again", "cancel", "close", "lost", "reading", "sending", "unreadable"];

    private readonly Dictionary<string, bool> _chosen = new(StringComparer.Ordinal);
    private DotNetObjectReference<WorkbookImport>? _self;
    private bool _arrived;

    /// <summary>The sheet.</summary>
    [Parameter]
    [EditorRequired]
    public required SheetModel Model { get; set; }

    /// <summary>Where it is sent.</summary>
    [Parameter]
    [EditorRequired]
    public required string Address { get; set; }

    [Inject]
    private WorkbookTray Tray { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    private WorkbookLook? Look { get; set; }

    private string Name { get; set; } = "";

    private IReadOnlyList<ImportFault> Faults { get; set; } = [];

    private int Errors => Look!.Faults.Count(f => f.IsError);

    /// <summary>The browser names a workbook that was read; false when it is gone.</summary>
    [JSInvokable]
    public Task<bool> Take(string read, string name)
    {
        if (Tray.Take(read, Visitor.Asker, Model.Scene.Place.Unit.Id.Value, Model.Scene.Place.Duty) is not { } look)
        {
            return Task.FromResult(false);
        }

        (Look, Name, _arrived) = (look, name.Length > LongestName ? name[..LongestName] : name, true);
        Faults = ImportFault.Of(look.Faults, Words, Model.Scene);
        _chosen.Clear();
        StateHasChanged();
        return Task.FromResult(true);
    }

    /// <inheritdoc/>
    public void Dispose() => _self?.Dispose();

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            var words = Said.ToDictionary(w => w, w => Words[$"import.{w}"]);
            var most = WorkbookLimits.Default.Packed;
            words["tooLarge"] = RefusalWords.Say(new Refusal("workbook.too-large", $"{most / Megabyte}"), Words.Language).Detail;
            await Browser.InvokeVoidAsync("huimin.workbook", Field, Address, most, words, _self);
        }

        if (_arrived)
        {
            _arrived = false;
            await Browser.InvokeVoidAsync("huimin.focus", "import");
        }
    }

    private bool Takes(SheetImport.Change change) => _chosen.GetValueOrDefault(change.Field, !change.IsNewer);

    private Dictionary<string, string> Taken(SheetImport import) =>
        import.Added.Concat(import.Changes.Where(Takes).Select(c => KeyValuePair.Create(c.Field, c.Sent))).ToDictionary(StringComparer.Ordinal);

    private async Task Fill(SheetImport import)
    {
        var (taken, errors) = (Taken(import), Errors);
        var before = Model.Type(taken);
        GiveUp();
        Toasts.Did(errors > 0 ? Words["import.kept", before.Count, errors] : Words["import.done", before.Count], () => Back(before));
        await Model.Keeper!.Save();
    }

    private Task Back(IReadOnlyDictionary<string, string> before)
    {
        Model.Type(before);
        return Task.CompletedTask;
    }

    private void GiveUp() => Look = null;

    private string Where(string field) => Words.Field(Model.Scene, field) ?? field;

    private string Shown(string field, string text) => text.Length == 0 ? Words["import.nothing"] : field == SheetFields.Nil ? Words["import.yes"] : text;
}

using HuiminCoord.Domain.Drafts;
using HuiminCoord.Server.Console.Drafting;
using HuiminCoord.Server.Console.Sheets;
using HuiminCoord.Server.Console.Uploads;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Board;

/// <summary>A unit's paper as the office types it: when it came, its scan, its figures and its words, and the way to hand it in for the unit.</summary>
public sealed partial class PaperSheet : SheetPart
{
    /// <summary>It was handed in.</summary>
    [Parameter]
    public EventCallback Handed { get; set; }

    private DraftKeeper<PaperDraft>? FileKeeper { get; set; }

    /// <inheritdoc/>
    private protected override IAsyncDisposable? KeptFiles => FileKeeper;

    private PaperReceipt Receipt { get; } = new();

    private IReadOnlyList<DraftFile> Files { get; set; } = [];

    private PaperDraft Typed => new(Receipt.Day, Receipt.Time, Files);

    private string Back => new BoardPlace(Unit: Unit, Of: Duty).Path;

    private string Workbook => WorkbookDownload.At(Duty, Unit);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var rights = new SheetRights(Visitor.May("saveReportFields") && Visitor.May("enterReport"), Propose: false, Approve: false, Section: null);
        Open(rights);
        Receipt.Day = Campaign.Today;
        if (Visitor.IsLive && rights.Fill)
        {
            FileKeeper = new(Drafts, Visitor, Time, DraftOwner.Office, new DraftForm($"paper/{Unit}/{Duty}"), () => _ = InvokeAsync(StateHasChanged));
            if (await FileKeeper.Open() is { } draft)
            {
                Show(draft);
            }
        }
    }

    private void ChooseDay(DateOnly? day) => Keep(() => Receipt.Day = day);

    private void TypeTime(string time) => Keep(() => Receipt.Time = time);

    private void Attach(DraftFile file) => Keep(() => Files = [.. Files.Where(f => f.Hash != file.Hash), file]);

    private void Detach(DraftFile file) => Keep(() => Files = [.. Files.Where(f => f != file)]);

    private void Keep(Action change)
    {
        change();
        FileKeeper?.Changed(Typed);
    }

    private async Task TakeTheirs() => Show(await FileKeeper!.Yield());

    private Task KeepMine() => FileKeeper!.Insist(Typed);

    private void Show(PaperDraft draft) => (Receipt.Day, Receipt.Time, Files) = (draft.Day, draft.Time, draft.Files);
}

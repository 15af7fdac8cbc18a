using HuiminCoord.Domain.Drafts;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Console.Drafting;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Documents.Papers;
using HuiminCoord.Server.Drafts;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.District;

/// <summary>One section of the office's summary. What is typed saves itself as the office's; what units say otherwise since is shown beside it and takes nothing away.</summary>
public sealed partial class SummarySectionForm : PagePart, IAsyncDisposable
{
    private const int FewestLines = 4, MostLines = 16, LineLength = 60;

    private bool _left;

    /// <summary>As it is composed now, and as it was written when the page was read.</summary>
    [Parameter]
    [EditorRequired]
    public required DraftedSection Section { get; set; }

    /// <summary>The period.</summary>
    [Parameter]
    [EditorRequired]
    public required DutyId Duty { get; set; }

    /// <summary>Names units.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    [Inject]
    private DraftBook Book { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private DraftKeeper<SummaryEdit>? Keeper { get; set; }

    private SummaryEdit Edit { get; set; } = SummaryEdit.AsComposed;

    private string FieldId => $"summary-text-{Section.Id}";

    private string Composed => SummaryParts.Composed(Section);

    private string Text => Edit.Text ?? Composed;

    private IReadOnlyList<SaidSince> Since => Edit.Since(Section);

    /// <summary>A field that is fuller than it may be could only be emptied.</summary>
    private bool CanWrite => Keeper is not null && !IsTooLong;

    private bool IsTooLong => Edit.Text is null && Composed.Length > SummaryEdit.LongestText;

    private string State => Words[IsTooLong ? "summary.tooLong" : Edit.Text is null ? "summary.composed" : "summary.edited"];

    private int Lines => Math.Clamp(Text.Split('\n').Sum(line => 1 + (line.Length / LineLength)), FewestLines, MostLines);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _left = true;
        return Keeper?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Edit = Section.Written;
        if (Visitor.IsLive && Visitor.May("sendTableUpward"))
        {
            // No field before what is stored was read: nobody types into what is about to be another text.
            var keeper = NewKeeper();
            await keeper.Renew(edit => Edit = edit);
            Keeper = keeper;
        }
    }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => Keeper?.Renew(edit => Edit = edit) ?? Task.CompletedTask;

    private DraftKeeper<SummaryEdit> NewKeeper() =>
        new(Book, Visitor, Time, DraftOwner.Office, DraftForm.OfSummary(Duty, Section.Id), () => _ = InvokeAsync(StateHasChanged));

    private string NameOf(SaidSince since) => Plan.Unit(since.Unit)?.Name ?? since.Unit.Value;

    private string Say(SaidSince since) => $"{NameOf(since)}{Words["page.colon"]}{(since.Text.Length > 0 ? since.Text : Words["summary.gone"])}";

    /// <summary>Whoever has typed it back to what is composed has written nothing.</summary>
    private void Type(string text) => Change(text == Composed ? SummaryEdit.AsComposed : Edit.Typed(text, Section));

    private void Change(SummaryEdit edit)
    {
        Edit = edit;
        Keeper?.Changed(edit);
    }

    private async Task TakeTheirs() => Edit = await Keeper!.Yield();

    private Task Restore() => Do(SummaryEdit.AsComposed, Words["summary.restore.did", Section.Title]);

    private Task Append() => Do(Edit.Appended(Section), Words["summary.append.did", Section.Title]);

    private Task Look() => Do(Edit.Looked(Section), Words["summary.looked.did", Section.Title]);

    private async Task Do(SummaryEdit edit, string did)
    {
        var former = Edit;
        Change(edit);
        await Keeper!.Save();
        Toasts.Did(did, () => InvokeAsync(() => Undo(edit, former)));
    }

    /// <summary>The toast outlasts the page that it came from. There, what a colleague has written since stays.</summary>
    private async Task Undo(SummaryEdit done, SummaryEdit former)
    {
        if (!_left)
        {
            Change(former);
            await Keeper!.Save();
            return;
        }

        await using var keeper = NewKeeper();
        if (await keeper.Open() is { } stands && stands.Text == done.Text)
        {
            keeper.Changed(former);
        }
    }
}

using HuiminCoord.Domain.Drafts;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Server.Console.Drafting;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Uploads;
using HuiminCoord.Server.Drafts;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Filling;

/// <summary>The form in which a unit writes what it hands in. Liaison, deputy and leader write at the same text; it saves itself.</summary>
public sealed partial class FillForm : PagePart, IAsyncDisposable
{
    /// <summary>What is filled.</summary>
    [Parameter]
    [EditorRequired]
    public required FillScene Filled { get; set; }

    /// <summary>Hands it in; true when it was taken.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<SubmissionDraft, Task<bool>> Sent { get; set; }

    /// <summary>True while it is on its way.</summary>
    [Parameter]
    public bool Busy { get; set; }

    [Inject]
    private DraftBook Book { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private DraftKeeper<SubmissionDraft>? Keeper { get; set; }

    private SubmissionDraft Draft { get; set; } = SubmissionDraft.Empty;

    private bool Missing { get; set; }

    /// <summary>A milestone or a decision is done or not: there is nothing to report as zero.</summary>
    private bool HasReport => Filled.View.Kind is "monthly" or "annual";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (!Visitor.IsLive)
        {
            return;
        }

        var unit = Visitor.Asker.Standing.Seat.Unit!.Value;
        Keeper = new(Book, Visitor, Time, DraftOwner.OfUnit(unit), DraftForm.OfPart(new DutyId(Filled.View.Duty), DutyTerms.Whole), () => _ = InvokeAsync(StateHasChanged));
        Draft = await Keeper.Open() ?? SubmissionDraft.Empty;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Keeper?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void Type(string? typed) => Change(Draft with { Text = typed ?? "" });

    private void SetNil(ChangeEventArgs set) => Change(Draft with { Nil = set.Value is true });

    private void AddFile(DraftFile file) => Change(Draft with { Files = [.. Draft.Files.Where(f => f.Hash != file.Hash), file] });

    private void RemoveFile(DraftFile file) => Change(Draft with { Files = [.. Draft.Files.Where(f => f != file)] });

    private void Change(SubmissionDraft draft)
    {
        (Draft, Missing) = (draft, false);
        Keeper?.Changed(draft);
    }

    private async Task TakeTheirs() => Draft = await Keeper!.Yield();

    private Task KeepMine() => Keeper!.Insist(Draft);

    private async Task Send()
    {
        Missing = Draft.SaysNothing;
        if (!Missing && await Sent(Draft) && Keeper is not null)
        {
            await Keeper.Discard();
            Draft = SubmissionDraft.Empty;
        }
    }
}

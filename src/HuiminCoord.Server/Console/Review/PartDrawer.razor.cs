using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Obligations;
using HuiminCoord.Server.Files;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HuiminCoord.Server.Console.Review;

/// <summary>A part that was handed in, opened: what it says, what was done, and what the office does with it.</summary>
public sealed partial class PartDrawer : LivePage
{
    /// <summary>The part.</summary>
    [Parameter]
    [EditorRequired]
    public required WaitingPart Waiting { get; set; }

    /// <summary>The page's address.</summary>
    [Parameter]
    [EditorRequired]
    public required ReviewPlace Place { get; set; }

    /// <summary>Working days that a unit gets for a correction.</summary>
    [Parameter]
    public int CorrectionWorkdays { get; set; }

    /// <summary>Something was done.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private HistoryReader Histories { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    private Submission? Handed { get; set; }

    private IReadOnlyList<AttachmentView> Files { get; set; } = [];

    private IReadOnlyList<HistoryLine> History { get; set; } = [];

    private string Near => Waiting.ReviewBy is not { } by ? ""
        : Waiting.IsOver ? Words["review.overBy", NearTexts.Brief(by)] : Words["review.reviewBy", NearTexts.Brief(by)];

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("page.review");
        Handed = await ReviewReader.Submission(scene, Waiting.At, Waiting.Part, Visitor.Gone);
        Files = await AttachmentView.Of(scene.Db, scene.Campaign.Id, Rooms.Unit, Waiting.At.Unit, Waiting.At.Duty, Visitor.Gone);
        History = await ReviewReader.Row(scene, Waiting.At, Visitor.Gone) is { } row ? await Histories.Read(scene, Words, row, Visitor.Gone) : [];
    }

    /// <summary>Whoever opens a part has begun its review: from now on the unit cannot take it back.</summary>
    protected override async Task OnInitializedAsync()
    {
        if (Visitor.IsLive && Visitor.May("beginReview"))
        {
            await Act(() => Desk.ToUnit("beginReview", Waiting.At.Unit, new UnitCommand.BeginReview(new(Waiting.At.Duty), [Waiting.Part])));
        }
    }

    private void Do(string what) => Navigation.NavigateTo((Place with { Doing = what }).Path);

    private void GiveUp() => Navigation.NavigateTo((Place with { Doing = null }).Path);

    private async Task Close()
    {
        Navigation.NavigateTo(Place.Closed.Path);
        await Browser.InvokeVoidAsync("huimin.focus", $"part-{Waiting.At.Unit}-{Waiting.At.Duty}-{Waiting.Part}");
    }

    private async Task Accept()
    {
        if (await Act(() => Desk.ToUnit("acceptObligation", Waiting.At.Unit, new UnitCommand.Accept(new(Waiting.At.Duty), [Waiting.Part]))))
        {
            Toasts.Did(Words["review.did", Waiting.At.UnitName, Waiting.At.Name, Waiting.Name]);
            await Finish();
        }
    }

    private async Task Finish()
    {
        Navigation.NavigateTo(Place.Closed.Path);
        await Changed.InvokeAsync();
    }
}

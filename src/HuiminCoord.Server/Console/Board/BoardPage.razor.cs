using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Api.Messages;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Obligations;
using HuiminCoord.Server.Drafts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HuiminCoord.Server.Console.Board;

/// <summary>报送一览: who has not reported, before they are late. The convenor looks; the office urges, enters papers, reviews many at once.</summary>
public sealed partial class BoardPage : LivePage
{
    [SupplyParameterFromQuery(Name = "duty")]
    private string? Duty { get; set; }

    [SupplyParameterFromQuery(Name = "show")]
    private string? Show { get; set; }

    [SupplyParameterFromQuery(Name = "unit")]
    private string? Unit { get; set; }

    [SupplyParameterFromQuery(Name = "of")]
    private string? Of { get; set; }

    [SupplyParameterFromQuery(Name = "do")]
    private string? Doing { get; set; }

    [SupplyParameterFromQuery(Name = "bulk")]
    private bool Bulk { get; set; }

    [SupplyParameterFromQuery(Name = "months")]
    private bool Months { get; set; }

    [Inject]
    private UrgeTextReader Texts { get; set; } = null!;

    [Inject]
    private DraftBook Drafts { get; set; } = null!;

    [Inject]
    private Urging Urging { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    private BoardSheet? Sheet { get; set; }

    private DateOnly Today { get; set; }

    private WorkingCalendar? Calendar { get; set; }

    /// <summary>Units that are chosen for an act on several.</summary>
    private HashSet<string> Chosen { get; } = [];

    private IReadOnlyList<BulkAnswer> Answers { get; set; } = [];

    /// <summary>An urge text that the clipboard did not take.</summary>
    private string? Text { get; set; }

    private BoardPlace Place => new(Duty, Show, Unit, Of, Doing, Bulk, Months);

    private BoardFilter Filter => BoardFilter.Of(Show);

    private bool MayAct => Visitor.May("urgeObligation");

    private IReadOnlyList<BoardLine> Lines => [.. Sheet!.Lines.Where(Filter.Lets)];

    private BoardLine? Selected => Sheet!.Lines.FirstOrDefault(l => l.Unit == Unit);

    private IReadOnlyList<BoardLine> Picked => [.. Sheet!.Lines.Where(l => Chosen.Contains(l.Unit))];

    /// <summary>Those among them with something to review.</summary>
    private IReadOnlyList<BoardLine> Reviewable => [.. Picked.Where(l => l.IsReviewable)];

    private IReadOnlyList<UrgeTarget> Targets => TargetsAmong(Sheet!.Lines);

    private IReadOnlyList<UrgeTarget> PickedTargets => TargetsAmong(Picked);

    private string? Sentence => Sheet is null ? null
        : Sheet.Count is not { } count ? Words["board.nobody", Sheet.Main.Name]
        : Words["board.sentence", Sheet.Main.Name, count.Owed, count.Reported, count.AwaitingReview]
            + (count.Extended > 0 ? Words["board.sentence.extended", count.Extended] : "") + Words["board.sentence.comma"] + (count.Silent.Count == 0 ? Words["board.sentence.silent", 0] : "");

    private string? Bad => Sheet?.Count?.Silent.Count is > 0 and var silent ? Words["board.sentence.silent", silent] : null;

    private string? Context => Sheet is null ? null : string.Join(Words["board.context.next"], new[]
    {
        Sheet.Main.Due is not { } due ? Words["board.context.undated"]
            : Sheet.Main.DoBy is { } doBy && doBy != due ? Words["board.context.rest", Words.Date(due, Today), Words.Date(doBy, Today)]
            : Words["board.context.due", Words.Date(due, Today)],
        Sheet.Main.Provisional ? Words["board.provisional"] : null,
    }.Concat(Sheet.Columns.Skip(1).Select(c => c.Due is { } next ? Words["board.context.beside", c.Name, Words.Date(next, Today)] : null)).OfType<string>());

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("page.board");
        (Today, Calendar) = (scene.Campaign.Today, scene.Campaign.Calendar);
        Sheet = await BoardReader.Read(scene, Words, Drafts, string.IsNullOrEmpty(Duty) ? null : Duty, Visitor.May("listMessages"), Visitor.Gone);
        Chosen.IntersectWith(Sheet?.Lines.Select(l => l.Unit) ?? []);
    }

    private static IReadOnlyList<UrgeTarget> TargetsAmong(IEnumerable<BoardLine> lines) =>
        [.. lines.Where(l => l.Urge is not null).Select(l => new UrgeTarget(l.Unit, l.Name, l.Urge!))];

    private void Go(BoardPlace place) => Navigation.NavigateTo(place.Path);

    /// <summary>The text names no unit: it is for a chat group.</summary>
    private async Task Copy()
    {
        var text = "";
        await Act(async () =>
        {
            await using var scene = await Desk.Read("getUrgeTexts");
            text = (await Texts.All(scene, Sheet!.Main.Duty, Visitor.Gone)).GroupText;
        });
        if (text.Length == 0 || !await Browser.InvokeAsync<bool>("huimin.copy", text))
        {
            Text = text.Length == 0 ? null : text;
            return;
        }

        Toasts.Did(Words["copy.did"]);
    }

    private async Task Urge(IReadOnlyList<UrgeTarget> targets)
    {
        if (await Urging.Ask(Sheet!.Main.Title, targets, Sheet.Reminders) is { } confirmed)
        {
            await Several(() => Urging.Send(Sheet.Main.Duty, targets, confirmed), n => Words["urge.didMany", n]);
        }
    }

    private Task Accept() => Several(
        () => BulkAnswer.Each(Reviewable, l => l.Name, l => Desk.ToUnit("acceptObligation", l.Unit, new UnitCommand.Accept(new(Sheet!.Main.Duty), []))),
        n => Words["bulk.acceptDid", n]);

    /// <summary>All well is said in passing; what was refused stays until it is read.</summary>
    private async Task Several(Func<Task<IReadOnlyList<BulkAnswer>>> acts, Func<int, string> did)
    {
        if (await Act(async () => Answers = await acts()) && Answers.All(a => a.Refusal is null))
        {
            Toasts.Did(did(Answers.Count));
            Answers = [];
            Chosen.Clear();
        }
    }

    private Task Returned(IReadOnlyList<BulkAnswer> answers)
    {
        Go(Place with { Doing = null });
        return Several(() => Task.FromResult(answers), n => Words["bulk.returnDid", n]);
    }

    private Task Entered()
    {
        Go(Place with { Doing = null });
        return Reload();
    }
}

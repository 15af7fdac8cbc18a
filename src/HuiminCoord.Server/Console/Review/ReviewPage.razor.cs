using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Obligations;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Review;

/// <summary>审核: what units have handed in, the earliest first, and who asks for a later date.</summary>
public sealed partial class ReviewPage : LivePage
{
    [SupplyParameterFromQuery(Name = "duty")]
    private string? Duty { get; set; }

    [SupplyParameterFromQuery(Name = "over")]
    private bool Over { get; set; }

    [SupplyParameterFromQuery(Name = "unit")]
    private string? Unit { get; set; }

    [SupplyParameterFromQuery(Name = "of")]
    private string? Of { get; set; }

    [SupplyParameterFromQuery(Name = "part")]
    private string? Part { get; set; }

    [SupplyParameterFromQuery(Name = "do")]
    private string? Doing { get; set; }

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private ReviewSheet? Sheet { get; set; }

    private DateOnly Today { get; set; }

    private WorkingCalendar? Calendar { get; set; }

    private HashSet<(string Unit, string Duty, string Part)> Chosen { get; } = [];

    private IReadOnlyList<BulkAnswer> Answers { get; set; } = [];

    private ReviewPlace Place => new(Duty, Over, Unit, Of, Part, Doing);

    private IReadOnlyList<WaitingPart> OfDuty => [.. Sheet!.Parts.Where(p => string.IsNullOrEmpty(Duty) || p.At.Duty == Duty)];

    private IReadOnlyList<WaitingPart> Shown => [.. OfDuty.Where(p => !Over || p.IsOver)];

    /// <summary>Only what is seen can be meant.</summary>
    private IReadOnlyList<WaitingPart> Picked => Sheet is null ? [] : [.. Shown.Where(IsChosen)];

    private WaitingPart? OpenPart => Sheet!.Parts.FirstOrDefault(p => Place.IsOpen(p.At, p.Part));

    private DateRequest? OpenRequest => Sheet!.Requests.FirstOrDefault(r => Place.IsOpen(r.At, null));

    private string? Sentence => Sheet is null ? null
        : Words["review.sentence", Sheet.Obligations, Sheet.Parts.Count, Sheet.Requests.Count] + (Bad is null ? "" : Words["board.sentence.comma"]);

    private string? Bad => Sheet?.Parts.Count(p => p.IsOver) is > 0 and var over ? Words["review.sentence.over", over] : null;

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("page.review");
        (Today, Calendar) = (scene.Campaign.Today, scene.Campaign.Calendar);
        Sheet = await ReviewReader.Read(scene, Words, Visitor.Gone);
        Chosen.IntersectWith(Sheet.Parts.Select(Key));
    }

    private static (string Unit, string Duty, string Part) Key(WaitingPart part) => (part.At.Unit, part.At.Duty, part.Part);

    private bool IsChosen(WaitingPart part) => Chosen.Contains(Key(part));

    private void Choose(WaitingPart part)
    {
        if (!Chosen.Remove(Key(part)))
        {
            Chosen.Add(Key(part));
        }
    }

    private void ChooseAll(ChangeEventArgs all)
    {
        Chosen.ExceptWith(Shown.Select(Key));
        if (all.Value is true)
        {
            Chosen.UnionWith(Shown.Select(Key));
        }
    }

    private string Marks(WaitingPart part) => string.Join(Words["page.comma"], new[]
    {
        part.Late ? Words["status.LateSubmitted"] : null,
        part.Nil ? Words["board.nil"] : null,
        part.Entered ? Words["board.paper"] : null,
        part.Again ? Words["review.again"] : null,
    }.OfType<string>());

    private void Go(ReviewPlace place) => Navigation.NavigateTo(place.Path);

    /// <summary>One command for each obligation; one that is refused does not hold up the others.</summary>
    private async Task Accept()
    {
        var wanted = Picked.GroupBy(p => p.At).Select(g => (At: g.Key, Parts: g.Select(p => p.Part).ToList())).ToList();
        var done = await Act(async () => Answers = await BulkAnswer.Each(
            wanted, w => $"{w.At.UnitName} {w.At.Name}", w => Desk.ToUnit("acceptObligation", w.At.Unit, new UnitCommand.Accept(new(w.At.Duty), w.Parts))));
        if (done && Answers.All(a => a.Refusal is null))
        {
            Toasts.Did(Words["bulk.acceptDid", Answers.Count]);
            Answers = [];
        }
    }

    private Task Decided()
    {
        Go(Place.Closed);
        return Reload();
    }
}

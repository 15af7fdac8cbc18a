using HuiminCoord.Domain.Access;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Console.Duties;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Drafts;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Filling;

/// <summary>填报: everything that the unit owes, by what is asked of it now.</summary>
public sealed partial class FillListPage : LivePage
{
    private const string ToDo = "todo";
    private const string Sent = "sent";
    private const string Over = "over";

    [Inject]
    private DraftBook Drafts { get; set; } = null!;

    /// <summary>Which list: what is to be done, what is with the office, what is over.</summary>
    [SupplyParameterFromQuery]
    public string? Show { get; set; }

    private CampaignScene? Scene { get; set; }

    private IReadOnlyList<DutyLine> Open { get; set; } = [];

    private IReadOnlyList<DutyLine> Ended { get; set; } = [];

    private int OverCount { get; set; }

    private string Shown => Show is Sent or Over ? Show : ToDo;

    /// <summary>What waits for the leader stands first in the leader's list.</summary>
    private IReadOnlyList<DutyLine> Asked =>
        [.. Open.Where(l => l.IsAsked).OrderBy(l => l.Is == Status.UnitReview && Visitor.Asker.Standing.Seat.Role == SeatRole.Leader ? 0 : 1)];

    private IReadOnlyList<DutyLine> HandedIn => [.. Open.Where(l => l.IsHandedIn)];

    private IReadOnlyList<DutyLine> Lines => Shown switch
    {
        Sent => HandedIn,
        Over => Ended,
        _ => Asked,
    };

    /// <summary>待本单位审核: a leader is told of these first.</summary>
    private int Waiting => Open.Count(l => l.Is == Status.UnitReview);

    private string Sentence => (Visitor.Asker.Standing.Seat.Role == SeatRole.Leader && Waiting > 0 ? Words["fill.mine", Waiting] : "") + Words["fill.sentence", Asked.Count, HandedIn.Count];

    private IEnumerable<(string Show, int Count)> Shows => [(ToDo, Asked.Count), (Sent, HandedIn.Count), (Over, OverCount)];

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        var unit = Visitor.Asker.Standing.Seat.Unit!.Value.Value;
        await using var scene = await Desk.Read("listObligations");
        Open = await DutyReader.Open(scene, Drafts, unit, Visitor.Gone);
        OverCount = await DutyReader.CountOver(scene, unit, Visitor.Gone);
        Ended = Shown == Over ? await DutyReader.Over(scene, unit, Visitor.Gone) : [];
        Scene = scene.Campaign;
    }
}

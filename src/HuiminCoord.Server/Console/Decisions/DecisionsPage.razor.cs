using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Api.Meetings;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Decisions;

/// <summary>议定事项: what the meetings have decided and what has become of it, with figures by unit and meeting.</summary>
public sealed partial class DecisionsPage : LivePage
{
    private const string Place = "/decisions", OpenOnes = "open", LateOnes = "overdue";

    /// <summary>Which are shown: open, overdue; anything else = all.</summary>
    [SupplyParameterFromQuery(Name = "show")]
    private string? Show { get; set; }

    private Plan? Plan { get; set; }

    private DateOnly Today { get; set; }

    private IReadOnlyList<FollowUp> Decisions { get; set; } = [];

    private FollowUpTally All => FollowUpTally.Of(Decisions);

    private string? Sentence => Plan is null ? null : Words["decisions.sentence", Decisions.Count, All.OnTime + All.Late, All.Open + All.Overdue];

    private IReadOnlyList<FollowUp> Shown => Show switch
    {
        OpenOnes => [.. Decisions.Where(d => d.IsOpen)],
        LateOnes => [.. Decisions.Where(d => d.Stage == FollowUpStage.Overdue)],
        _ => Decisions,
    };

    private IEnumerable<(string Show, string Text)> Filters =>
    [
        ("", Words["decisions.filter.all", Decisions.Count]), (OpenOnes, Words["decisions.filter.open", Decisions.Count(d => d.IsOpen)]), (LateOnes, Words["decisions.filter.overdue", All.Overdue]),
    ];

    private IReadOnlyList<(string Name, FollowUpTally Tally)> ByUnit =>
        [.. Plan!.Units.Select(u => (u.Name, FollowUpTally.Of(Decisions.Where(d => d.Owner == u.Id)))).Where(u => u.Item2.Total > 0)];

    private IReadOnlyList<(string Name, FollowUpTally Tally)> ByMeeting =>
        [.. Decisions.GroupBy(d => d.Meeting).Select(m => (m.First().MeetingTitle, FollowUpTally.Of(m)))];

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("listDecisions");
        (Decisions, Plan, Today) = (await DecisionReader.Of(scene, Visitor.Gone), scene.Campaign.Plan, scene.Campaign.Today);
    }
}

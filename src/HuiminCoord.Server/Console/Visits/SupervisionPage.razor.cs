using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Supervision;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Visits;

/// <summary>督导工作: the groups, and the problems of all of them until they are struck off. The office orders groups here.</summary>
public sealed partial class SupervisionPage : LivePage
{
    private const string Place = "/supervision";

    /// <summary>The form that is open.</summary>
    [SupplyParameterFromQuery(Name = "do")]
    private string? Do { get; set; }

    /// <summary>The group that it is about; null = a new one.</summary>
    [SupplyParameterFromQuery(Name = "group")]
    private string? Group { get; set; }

    /// <summary>The light whose problems are shown; anything else = all.</summary>
    [SupplyParameterFromQuery(Name = "show")]
    private string? Show { get; set; }

    private Plan? Plan { get; set; }

    private WorkingCalendar? Calendar { get; set; }

    private DateOnly Today { get; set; }

    private IReadOnlyList<GroupLine> Groups { get; set; } = [];

    private IReadOnlyList<ProblemLine> Problems { get; set; } = [];

    private bool MayOrder => Visitor.May("recordMandate");

    private GroupLine? Ordered => Groups.FirstOrDefault(g => g.Id == Group);

    private int Late => Problems.Count(p => p.Light == ProblemLight.Late);

    private string? Sentence => Plan is null ? null : Words["supervision.sentence", Groups.Count, Problems.Count, Problems.Count(p => p.Light == ProblemLight.StruckOff)];

    private IReadOnlyList<ProblemLine> Shown =>
        Enum.TryParse<ProblemLight>(Show, ignoreCase: true, out var light) && Enum.IsDefined(light) ? [.. Problems.Where(p => p.Light == light)] : Problems;

    private IEnumerable<(string Show, string Text)> Filters =>
    [
        ("", Words["supervision.filter.all", Problems.Count]),
        .. Enum.GetValues<ProblemLight>().Select(light => (light.ToString().ToLowerInvariant(), $"{Words.Light(light)} {Problems.Count(p => p.Light == light)}")),
    ];

    private static Func<ProblemLine, string> CheckAt => problem => $"{GroupTexts.Place(problem.Group)}?do=check&number={problem.Number}";

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("listSupervision");
        var (groups, problems) = (await SupervisionFinder.Groups(scene, Visitor.Gone), await SupervisionFinder.Problems(scene, Visitor.Gone));
        (Groups, Problems) = ([.. groups.Select(GroupLine.Of)], [.. problems.Select(ProblemLine.Of)]);
        (Plan, Calendar, Today) = (scene.Campaign.Plan, scene.Campaign.Calendar, scene.Campaign.Today);
    }

    private void Close() => Navigation.NavigateTo(Place);

    private async Task Did()
    {
        await Reload();
        Close();
    }
}

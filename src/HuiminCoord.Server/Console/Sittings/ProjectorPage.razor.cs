using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Api.Meetings;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sittings;

/// <summary>投屏: what is spoken of and what was decided, large enough for the last row of the room.</summary>
public sealed partial class ProjectorPage : LivePage
{
    private const int MostShown = 6;

    /// <summary>Id of the meeting.</summary>
    [Parameter]
    public string Meeting { get; set; } = "";

    private Plan? Plan { get; set; }

    private DateOnly Today { get; set; }

    private SittingSheet? Sitting { get; set; }

    /// <summary>The last ones: what was said long ago stands in the minutes.</summary>
    private IReadOnlyList<DecisionLine> Latest => [.. (Sitting?.Standing ?? []).TakeLast(MostShown)];

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("getMeeting");
        Sitting = SittingSheet.Of(await MeetingReader.Find(scene, Meeting, Visitor.Gone) ?? throw scene.Absent("meeting.unknown"));
        (Plan, Today) = (scene.Campaign.Plan, scene.Campaign.Today);
    }
}

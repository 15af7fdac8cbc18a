using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;

namespace HuiminCoord.Server.Api.Meetings;

/// <summary>The minutes: circulated, corrected, confirmed; and what was decided, over all meetings.</summary>
internal static class MinutesEndpoints
{
    private static readonly string[] Unknown = ["meeting.cancelled", "meeting.unknown", "session.not-begun", "session.not-ended"];

    internal static void Map(RouteGroupBuilder meeting)
    {
        meeting.MapPost("/minutes/circulate", Circulate).AsCommand("circulateMinutes", new CirculateBody(new DateOnly(2020, 12, 8))).Refuses([.. Unknown, "minutes.confirmed", "minutes.correct-by-out-of-range"]);
        meeting.MapPost("/minutes/corrections/{unit}", Correct).AsCommand("correctMinutes", new CorrectionBody("第1项请写明牵头科室。"))
            .Refuses([.. Unknown, "agenda.text-too-long", "meeting.not-invited", "minutes.confirmed", "minutes.correction-needed", "minutes.not-circulated", "minutes.too-many-corrections"]);
        meeting.MapPost("/minutes/confirm", Confirm).AsCommand("confirmMinutes", null).Refuses([.. Unknown, "decision.owner-not-holder", "meeting.consent-of-convenor", "meeting.consent-of-leader", "minutes.decision-due-past", "minutes.not-circulated", "minutes.owner-left"]);
        meeting.MapGet("/papers/minutes", Paper).AsDownload("getMinutes", PaperDoors.ContentType).WithMetadata(new ReadMark()).Refuses("meeting.unknown", "minutes.not-circulated", "session.not-ended");
    }

    /// <summary>Sends the draft of the minutes to the members.</summary>
    /// <remarks>Composed from the session. It may be sent round again after corrections.</remarks>
    internal static Task<IResult> Circulate(string campaign, string meeting, CirculateBody body, CommandDoor door) =>
        door.ToMeeting(campaign, meeting, new MeetingCommand.Circulate(body.CorrectBy), body);

    /// <summary>Asks for a correction in the name of a unit.</summary>
    /// <remarks>Whoever drafts them is told. Late ones are taken too, until the minutes are confirmed.</remarks>
    internal static async Task<IResult> Correct(string campaign, string meeting, string unit, CorrectionBody body, CommandDoor door, ReadingDoor reading)
    {
        await MeetingReader.RequireReached(reading, campaign, meeting, door.Gone);
        return await door.ToMeeting(campaign, meeting, new MeetingCommand.Correct(new UnitId(unit), body.Text), body);
    }

    /// <summary>Confirms the minutes.</summary>
    /// <remarks>By the convenor, those of a unit's own meeting by the unit's leader. They are numbered, members are told, and each decision becomes a duty of its owner with the ladder of decisions.</remarks>
    internal static Task<IResult> Confirm(string campaign, string meeting, CommandDoor door) => door.ToMeeting(campaign, meeting, new MeetingCommand.Confirm());

    /// <summary>The minutes (会议纪要).</summary>
    /// <remarks>In the layout of official papers, without number of a bureau and seal. A member reads them once they went round.</remarks>
    internal static async Task<IResult> Paper(string campaign, string meeting, ReadingDoor door, CampaignClock clock, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        var state = await MeetingReader.State(scene, meeting, cancellation) ?? throw scene.Absent("meeting.unknown");
        return TypedResults.File(await MinutesPapers.Of(scene, state, clock.IsVirtual, cancellation), PaperDoors.ContentType, $"{meeting}-minutes.docx");
    }
}

using HuiminCoord.Grains.Clocks;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Files;

namespace HuiminCoord.Server.Api.Meetings;

/// <summary>A meeting's papers as DOCX.</summary>
internal static class PaperDoors
{
    internal const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    internal static void Map(RouteGroupBuilder meeting)
    {
        meeting.MapGet("/papers/notice", Notice).AsDownload("getMeetingNotice", ContentType).WithMetadata(new ReadMark()).Refuses("meeting.unknown");
        meeting.MapGet("/papers/attendance", Attendance).AsDownload("getAttendanceSheet", ContentType).WithMetadata(new ReadMark()).Refuses("meeting.unknown");
        meeting.MapGet("/papers/pack", Pack).AsDownload("getMeetingPack", MeetingPack.ContentType).WithMetadata(new ReadMark()).Refuses("meeting.unknown");
        meeting.MapGet("/papers/reply/{unit}", Reply).AsDownload("getReplySlip", ContentType).WithMetadata(new ReadMark()).Refuses("meeting.not-invited", "meeting.unknown");
    }

    /// <summary>The notice of the meeting (会议通知).</summary>
    /// <remarks>In the layout of official papers, without number and seal: it goes out under the bureau that convenes. It counts items and names nobody.</remarks>
    internal static async Task<IResult> Notice(string campaign, string meeting, ReadingDoor door, CampaignClock clock, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        var state = await MeetingReader.State(scene, meeting, cancellation) ?? throw scene.Absent("meeting.unknown");
        return TypedResults.File(MeetingPapers.Notice(scene.Campaign, state, clock.IsVirtual), ContentType, $"{meeting}-notice.docx");
    }

    /// <summary>The list to sign (签到表).</summary>
    /// <remarks>With names, posts and telephones from the roster: for the office. The unit that holds the meeting finds those of its own people; the others sign with theirs.</remarks>
    internal static async Task<IResult> Attendance(string campaign, string meeting, ReadingDoor door, CampaignClock clock, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        var state = await MeetingReader.RequireWhole(scene, meeting, cancellation);
        return TypedResults.File(await MeetingPapers.List(scene, state, clock.IsVirtual, cancellation), ContentType, $"{meeting}-attendance.docx");
    }

    /// <summary>All papers of the meeting in one archive.</summary>
    /// <remarks>Notice, list to sign, a reply slip for each unit, the minutes once the session has ended, and the papers of its items (60 MB; what does not fit is named): for the office, and for the unit that holds the meeting.</remarks>
    internal static async Task<IResult> Pack(string campaign, string meeting, ReadingDoor door, CampaignClock clock, FileStore files, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        var state = await MeetingReader.RequireWhole(scene, meeting, cancellation);
        return TypedResults.File(await MeetingPack.Of(scene, state, clock.IsVirtual, files, cancellation), MeetingPack.ContentType, $"{meeting}.zip");
    }

    /// <summary>The slip by which a unit answers on paper (参会回执).</summary>
    /// <remarks>For a unit that sits in the meeting.</remarks>
    internal static async Task<IResult> Reply(string campaign, string meeting, string unit, ReadingDoor door, CampaignClock clock, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        var state = await MeetingReader.State(scene, meeting, cancellation) ?? throw scene.Absent("meeting.unknown");
        return state.Arrangement!.Units.Any(u => u.Value == unit)
            ? TypedResults.File(MeetingPapers.Slip(scene.Campaign, state, unit, clock.IsVirtual), ContentType, $"{meeting}-reply.docx")
            : throw scene.Absent("meeting.not-invited", scene.Campaign.Plan.Unit(new(unit))?.Name ?? unit);
    }
}

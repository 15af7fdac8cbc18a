using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Meetings;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Documents.Invitations;
using HuiminCoord.Server.Files;
using HuiminCoord.Server.Onboarding;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>A meeting's papers and its calendar entry, for whoever reads its page; each under the API's own row.</summary>
internal static class MeetingFiles
{
    private const string Place = "/meetings/{meeting}/files";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{Place}/notice", Notice).ExcludeFromDescription().Under("getMeetingNotice");
        app.MapGet($"{Place}/attendance", Attendance).ExcludeFromDescription().Under("getAttendanceSheet");
        app.MapGet($"{Place}/pack", Pack).ExcludeFromDescription().Under("getMeetingPack");
        app.MapGet($"{Place}/reply", Reply).ExcludeFromDescription().Under("getReplySlip");
        app.MapGet($"{Place}/minutes", Minutes).ExcludeFromDescription().Under("getMinutes");
        app.MapGet($"{Place}/invitation", Invitation).ExcludeFromDescription().Under("getMeetingInvitation");
    }

    /// <summary>Where one of them is.</summary>
    internal static string At(string meeting, string file) => $"/meetings/{meeting}/files/{file}";

    private static Task<IResult> Notice(HttpContext http, string meeting, Readings readings, CampaignClock clock) =>
        Of(http, meeting, readings, (scene, state) => Task.FromResult<IResult>(Paper(MeetingPapers.Notice(scene.Campaign, state, clock.IsVirtual), $"{meeting}-notice")));

    private static Task<IResult> Attendance(HttpContext http, string meeting, Readings readings, CampaignClock clock) =>
        Of(http, meeting, readings, async (scene, state) => Paper(await MeetingPapers.List(scene, state, clock.IsVirtual, http.RequestAborted), $"{meeting}-attendance"), whole: true);

    private static Task<IResult> Pack(HttpContext http, string meeting, Readings readings, CampaignClock clock, FileStore files) => Of(http, meeting, readings, async (scene, state) =>
        TypedResults.File(await MeetingPack.Of(scene, state, clock.IsVirtual, files, http.RequestAborted), MeetingPack.ContentType, $"{meeting}.zip"), whole: true);

    private static Task<IResult> Minutes(HttpContext http, string meeting, Readings readings, CampaignClock clock) =>
        Of(http, meeting, readings, async (scene, state) => Paper(await MinutesPapers.Of(scene, state, clock.IsVirtual, http.RequestAborted), $"{meeting}-minutes"));

    /// <summary>A unit's own slip; whoever acts for all units finds the slips in the API.</summary>
    private static Task<IResult> Reply(HttpContext http, string meeting, Readings readings, CampaignClock clock) => Of(http, meeting, readings, (scene, state) =>
        Task.FromResult<IResult>(scene.OnlyUnit is { } unit ? Paper(MeetingPapers.Slip(scene.Campaign, state, unit, clock.IsVirtual), $"{meeting}-reply") : throw scene.Absent("meeting.unknown")));

    private static Task<IResult> Invitation(HttpContext http, string meeting, Readings readings, LinkAddress address) => Of(http, meeting, readings, (scene, state) =>
        Task.FromResult<IResult>(CalendarEntry.Of(scene.Campaign.Id, scene.Campaign.Plan.Title, meeting, state, address.Of(http.Request)) is { } entry
            ? TypedResults.File(InvitationText.Write(entry), CalendarEntry.ContentType, $"{meeting}.ics")
            : throw new RefusedException(new Refusal("meeting.not-noticed"))));

    private static async Task<IResult> Of(HttpContext http, string meeting, Readings readings, Func<ReadingScene, MeetingState, Task<IResult>> make, bool whole = false)
    {
        var passage = Passages.Of(http);
        await using var scene = await readings.Open(passage.Asker.Campaign, passage, null, http.RequestAborted);
        var state = whole ? await MeetingReader.RequireWhole(scene, meeting, http.RequestAborted) : await MeetingReader.State(scene, meeting, http.RequestAborted) ?? throw scene.Absent("meeting.unknown");
        return await make(scene, state);
    }

    private static FileContentHttpResult Paper(byte[] paper, string name) => TypedResults.File(paper, PaperDoors.ContentType, $"{name}.docx");
}

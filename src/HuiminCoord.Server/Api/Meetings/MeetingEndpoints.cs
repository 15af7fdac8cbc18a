using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Documents.Invitations;
using HuiminCoord.Server.Onboarding;

namespace HuiminCoord.Server.Api.Meetings;

/// <summary>Meetings on their way: proposed, agreed, noticed, answered.</summary>
internal static class MeetingEndpoints
{
    private static readonly string[] Arrangements =
    [
        "meeting.chair-needed", "meeting.guests-malformed", "meeting.in-past", "meeting.member-twice", "meeting.members-needed", "meeting.minutes-out-of-range", "meeting.place-needed",
        "meeting.title-needed", "meeting.too-far", "unit.unknown",
    ];

    private static readonly DateTimeOffset Afternoon = new(2020, 12, 4, 14, 30, 0, TimeSpan.FromHours(8));

    internal static void Map(RouteGroupBuilder campaign)
    {
        campaign.MapGet("/meetings", List).AsRead<Page<MeetingView>>("listMeetings");
        campaign.MapGet("/meetings/{meeting}", One).AsRead<Reading<MeetingView>>("getMeeting").Refuses("meeting.unknown");
        campaign.MapGet("/meetings/{meeting}/invitation", Invitation).AsDownload("getMeetingInvitation", CalendarEntry.ContentType).WithMetadata(new ReadMark()).Refuses("meeting.not-noticed", "meeting.unknown");
        campaign.MapPost("/meetings", Propose)
            .AsCommand("proposeMeeting", new ProposeMeetingBody("plenary-20201204", MeetingKind.Plenary, "2020年第1次全体会议", Afternoon, 60, "市场监督管理局三楼会议室", "联席会议召集人"))
            .Refuses([.. Arrangements, "id.malformed", "meeting.holder-malformed", "meeting.id-taken", "meeting.kind-unknown"]);
        var meeting = campaign.MapGroup("/meetings/{meeting}");
        meeting.MapPost("/arrange", Arrange).AsCommand("arrangeMeeting", new ArrangeMeetingBody("2020年第1次全体会议", Afternoon.AddHours(-5), 60, "市场监督管理局三楼会议室", "联席会议召集人"))
            .Refuses([.. Arrangements, "agenda.frozen", "meeting.begun", "meeting.cancelled", "meeting.unknown", "meeting.with-convenor"]);
        meeting.MapPost("/submit", Submit).AsCommand("submitMeeting", null).Refuses("agenda.empty", "agenda.frozen", "meeting.begun", "meeting.cancelled", "meeting.unknown");
        meeting.MapPost("/take-back", TakeBack).AsCommand("takeMeetingBack", null).Refuses("agenda.frozen", "meeting.begun", "meeting.cancelled", "meeting.unknown");
        meeting.MapPost("/agree", Agree).AsCommand("agreeMeeting", null).Refuses("agenda.frozen", "meeting.begun", "meeting.cancelled", "meeting.not-submitted", "meeting.unknown");
        meeting.MapPost("/return", Return).AsCommand("returnMeeting", new ReturnMeetingBody("停车收费一项请先与城市管理综合执法局沟通。"))
            .Refuses("agenda.frozen", "agenda.text-too-long", "meeting.begun", "meeting.cancelled", "meeting.not-submitted", "meeting.unknown", "reason.needed");
        meeting.MapPost("/notice", Notify).AsCommand("noticeMeeting", new NotifyMembersBody(new DateOnly(2020, 12, 2)))
            .Refuses("agenda.frozen", "meeting.begun", "meeting.cancelled", "meeting.not-agreed", "meeting.over", "meeting.reply-by-out-of-range", "meeting.unknown");
        meeting.MapPost("/move", Move).AsCommand("moveMeeting", new MoveMeetingBody(Afternoon.AddDays(3), 60, "市场监督管理局三楼会议室", new DateOnly(2020, 12, 4), "与区政府常务会议时间冲突"))
            .Refuses([.. Arrangements, "agenda.text-too-long", "meeting.begun", "meeting.cancelled", "meeting.not-agreed", "meeting.reply-by-out-of-range", "meeting.unknown", "reason.needed"]);
        meeting.MapPost("/cancel", Cancel).AsCommand("cancelMeeting", new CancelMeetingBody("议题并入下次会议"))
            .Refuses("agenda.text-too-long", "meeting.begun", "meeting.unknown", "reason.needed");
        meeting.MapPost("/replies/{unit}", Reply).AsCommand("replyToMeeting", new ReplyBody(MeetingReplyKind.Deputy, "分管副局长", "单位负责同志外出培训"))
            .Refuses("agenda.text-too-long", "meeting.begun", "meeting.cancelled", "meeting.not-invited", "meeting.not-noticed", "meeting.over", "meeting.reply-unknown", "meeting.unknown", "meeting.who-needed", "reason.needed");
    }

    /// <summary>Lists the meetings by time.</summary>
    /// <remarks>A unit's seat sees those in which the unit sits or which it holds, also while they are prepared: until an agenda is submitted a unit can ask for items.</remarks>
    internal static async Task<Page<MeetingView>> List(string campaign, ReadingDoor door, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return scene.All(await MeetingReader.Reached(scene, cancellation));
    }

    /// <summary>One meeting with its agenda and the answers to its notice.</summary>
    /// <remarks>A unit's seat sees items about itself and those about no unit in particular; items about others are only counted. Of the answers it sees its own.</remarks>
    internal static async Task<Reading<MeetingView>> One(string campaign, string meeting, ReadingDoor door, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return scene.One(await MeetingReader.Find(scene, meeting, cancellation) ?? throw scene.Absent("meeting.unknown"));
    }

    /// <summary>The meeting for the reader's own calendar (iCalendar).</summary>
    /// <remarks>Once it was noticed. Fetched again after a change it moves the entry, after a cancellation it takes it out.</remarks>
    internal static async Task<IResult> Invitation(string campaign, string meeting, HttpContext http, ReadingDoor door, LinkAddress address, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        var state = await MeetingReader.State(scene, meeting, cancellation) ?? throw scene.Absent("meeting.unknown");
        var entry = CalendarEntry.Of(scene.Campaign.Id, scene.Campaign.Plan.Title, meeting, state, address.Of(http.Request)) ?? throw scene.Absent("meeting.not-noticed");
        return TypedResults.File(InvitationText.Write(entry), CalendarEntry.ContentType, $"{meeting}.ics");
    }

    /// <summary>Proposes a meeting.</summary>
    /// <remarks>The time may lie on a day of rest or beside another meeting: the meeting then shows warnings. It may not lie in the past.</remarks>
    internal static async Task<IResult> Propose(string campaign, ProposeMeetingBody body, CommandDoor door, CampaignDirectory campaigns)
    {
        if (!DecisionRules.LeavesRoom(body.Id))
        {
            throw new RefusedException(new Refusal("id.malformed", body.Id));
        }

        var members = await Members(campaigns, campaign, body.Units);
        var arrangement = new MeetingArrangement(body.Title.Trim(), body.StartsAt, body.Minutes, body.Place.Trim(), body.Chair.Trim(), members, Guests(body.Guests));
        return await door.ToMeeting(campaign, body.Id, new MeetingCommand.Propose(body.Kind, body.Unit is { } unit ? new UnitId(unit) : null, arrangement), body);
    }

    /// <summary>Another time, place, chair or other members, while the meeting is prepared.</summary>
    /// <remarks>What was agreed is taken back first, what was noticed is moved.</remarks>
    internal static async Task<IResult> Arrange(string campaign, string meeting, ArrangeMeetingBody body, CommandDoor door, CampaignDirectory campaigns)
    {
        var members = await Members(campaigns, campaign, body.Units);
        var arrangement = new MeetingArrangement(body.Title.Trim(), body.StartsAt, body.Minutes, body.Place.Trim(), body.Chair.Trim(), members, Guests(body.Guests));
        return await door.ToMeeting(campaign, meeting, new MeetingCommand.Arrange(arrangement), body);
    }

    /// <summary>Lays the agenda before the convenor, who is told.</summary>
    /// <remarks>Nothing can be changed until it is agreed, returned or taken back.</remarks>
    internal static Task<IResult> Submit(string campaign, string meeting, CommandDoor door) => door.ToMeeting(campaign, meeting, new MeetingCommand.Submit());

    /// <summary>Takes the agenda back to change it.</summary>
    /// <remarks>Also after it was agreed: it then has to be submitted again.</remarks>
    internal static Task<IResult> TakeBack(string campaign, string meeting, CommandDoor door) => door.ToMeeting(campaign, meeting, new MeetingCommand.TakeBack());

    /// <summary>Agrees with the agenda.</summary>
    /// <remarks>The office is told, and may then notice the meeting.</remarks>
    internal static Task<IResult> Agree(string campaign, string meeting, CommandDoor door) => door.ToMeeting(campaign, meeting, new MeetingCommand.Agree());

    /// <summary>Returns the agenda to the office with a remark.</summary>
    /// <remarks>The office is told what is to be changed.</remarks>
    internal static Task<IResult> Return(string campaign, string meeting, ReturnMeetingBody body, CommandDoor door) =>
        door.ToMeeting(campaign, meeting, new MeetingCommand.Return(body.Remark), body);

    /// <summary>Tells all members: the notice of the meeting.</summary>
    /// <remarks>All seats of the units get it at once and answer it. The agenda is frozen from now on; what comes later is an addendum.</remarks>
    internal static Task<IResult> Notify(string campaign, string meeting, NotifyMembersBody body, CommandDoor door) =>
        door.ToMeeting(campaign, meeting, new MeetingCommand.Notify(body.ReplyBy), body);

    /// <summary>Another time or place for a meeting that was agreed or noticed.</summary>
    /// <remarks>Members who had been told are told again, with the reason; their answers were to another time and are asked for anew.</remarks>
    internal static Task<IResult> Move(string campaign, string meeting, MoveMeetingBody body, CommandDoor door) =>
        door.ToMeeting(campaign, meeting, new MeetingCommand.Move(body.StartsAt, body.Minutes, body.Place.Trim(), body.ReplyBy, body.Reason), body);

    /// <summary>Cancels a meeting with a reason.</summary>
    /// <remarks>Members who had been told are told. What it was to speak of comes to the next agenda by itself.</remarks>
    internal static Task<IResult> Cancel(string campaign, string meeting, CancelMeetingBody body, CommandDoor door) =>
        door.ToMeeting(campaign, meeting, new MeetingCommand.Cancel(body.Reason), body);

    /// <summary>Answers the notice for a unit.</summary>
    /// <remarks>Until the meeting begins; the last answer holds. The office enters an answer that came by telephone.</remarks>
    internal static async Task<IResult> Reply(string campaign, string meeting, string unit, ReplyBody body, CommandDoor door, ReadingDoor reading)
    {
        await MeetingReader.RequireReached(reading, campaign, meeting, door.Gone);
        return await door.ToMeeting(campaign, meeting, new MeetingCommand.Reply(new UnitId(unit), body.Kind, body.Who ?? "", body.Reason ?? ""), body);
    }

    private static async Task<IReadOnlyList<UnitId>> Members(CampaignDirectory campaigns, string campaign, IReadOnlyList<string>? units)
    {
        var plan = (await campaigns.Campaign(campaign)).Plan;
        return units is null ? [.. plan.Units.Select(u => u.Id)] : [.. units.Select(u => new UnitId(u)).OrderBy(u => plan.Units.TakeWhile(p => p.Id != u).Count())];
    }

    private static List<string> Guests(IReadOnlyList<string>? guests) => [.. (guests ?? []).Select(g => g.Trim())];
}

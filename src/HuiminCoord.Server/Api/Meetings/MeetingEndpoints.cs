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
        "meeting.chair-needed", "meeting.guests-malformed", "meeting.holder-missing", "meeting.in-past", "meeting.member-twice", "meeting.members-needed", "meeting.minutes-out-of-range", "meeting.place-needed",
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
            .Refuses([.. Arrangements, "id.malformed", "meeting.holder-malformed", "meeting.id-not-own", "meeting.id-taken", "meeting.kind-of-office", "meeting.kind-unknown"]);
        var meeting = campaign.MapGroup("/meetings/{meeting}");
        meeting.MapPost("/arrange", Arrange).AsCommand("arrangeMeeting", new ArrangeMeetingBody("2020年第1次全体会议", Afternoon.AddHours(-5), 60, "市场监督管理局三楼会议室", "联席会议召集人"))
            .Refuses([.. Arrangements, "agenda.frozen", "meeting.begun", "meeting.cancelled", "meeting.unknown", "meeting.with-convenor"]);
        meeting.MapPost("/submit", Submit).AsCommand("submitMeeting", null).Refuses("agenda.empty", "agenda.frozen", "meeting.begun", "meeting.cancelled", "meeting.unknown");
        meeting.MapPost("/take-back", TakeBack).AsCommand("takeMeetingBack", null).Refuses("agenda.frozen", "meeting.begun", "meeting.cancelled", "meeting.unknown");
        meeting.MapPost("/agree", Agree).AsCommand("agreeMeeting", null).Refuses("agenda.frozen", "meeting.begun", "meeting.cancelled", "meeting.consent-of-convenor", "meeting.consent-of-leader", "meeting.not-submitted", "meeting.unknown");
        meeting.MapPost("/return", Return).AsCommand("returnMeeting", new ReturnMeetingBody("停车收费一项请先与城市管理综合执法局沟通。"))
            .Refuses("agenda.frozen", "agenda.text-too-long", "meeting.begun", "meeting.cancelled", "meeting.consent-of-convenor", "meeting.consent-of-leader", "meeting.not-submitted", "meeting.unknown", "reason.needed");
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
    /// <remarks>A unit's seat sees items about itself and those about no unit in particular; items about others are only counted. Of the answers it sees its own. Of a meeting that its unit holds it sees everything.</remarks>
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
    /// <remarks>
    /// The time may lie on a day of rest or beside another meeting: the meeting then shows warnings. It may not lie in the past. A unit's seat proposes
    /// its own unit's 推进会 and 调度会, and asks the office for a 专题会议, which then is the office's to prepare; both under an id that begins with the unit's and a hyphen: so it meets no id that it cannot see.
    /// </remarks>
    internal static async Task<IResult> Propose(string campaign, ProposeMeetingBody body, CommandDoor door, CampaignDirectory campaigns)
    {
        if (!DecisionRules.LeavesRoom(body.Id))
        {
            throw new RefusedException(new Refusal("id.malformed", body.Id));
        }

        if (door.Asker.Standing.Seat.Unit is { } own && !body.Id.StartsWith($"{own}-", StringComparison.Ordinal))
        {
            throw new RefusedException(new Refusal("meeting.id-not-own", $"{own}-"));
        }

        var holder = body.Unit is { } unit ? new UnitId(unit) : (UnitId?)null;
        var plan = (await campaigns.Campaign(campaign)).Plan;
        var members = body.Units is not null ? InOrder(plan, body.Units) : holder is null ? [.. plan.Units.Select(u => u.Id)] : MeetingDefaults.Units(MeetingDefaults.Of(body.Kind, plan), plan, holder);
        var arrangement = new MeetingArrangement(body.Title.Trim(), body.StartsAt, body.Minutes, body.Place.Trim(), body.Chair.Trim(), members, Guests(body.Guests));
        return await door.ToMeeting(campaign, body.Id, new MeetingCommand.Propose(body.Kind, holder, arrangement), body);
    }

    /// <summary>Another time, place, chair or other members, while the meeting is prepared.</summary>
    /// <remarks>What was agreed is taken back first, what was noticed is moved.</remarks>
    internal static async Task<IResult> Arrange(string campaign, string meeting, ArrangeMeetingBody body, CommandDoor door, CampaignDirectory campaigns)
    {
        var plan = (await campaigns.Campaign(campaign)).Plan;
        var members = body.Units is not null ? InOrder(plan, body.Units) : door.Asker.Standing.Seat.Unit is { } own ? [own] : plan.Units.Select(u => u.Id).ToList();
        var arrangement = new MeetingArrangement(body.Title.Trim(), body.StartsAt, body.Minutes, body.Place.Trim(), body.Chair.Trim(), members, Guests(body.Guests));
        return await door.ToMeeting(campaign, meeting, new MeetingCommand.Arrange(arrangement), body);
    }

    /// <summary>Lays the agenda before whoever consents, who is told.</summary>
    /// <remarks>The convenor; the office director where the plan says so for the kind; of a unit's own meeting the unit's leader. Nothing can be changed until it is agreed, returned or taken back.</remarks>
    internal static Task<IResult> Submit(string campaign, string meeting, CommandDoor door) => door.ToMeeting(campaign, meeting, new MeetingCommand.Submit());

    /// <summary>Takes the agenda back to change it.</summary>
    /// <remarks>Also after it was agreed: it then has to be submitted again.</remarks>
    internal static Task<IResult> TakeBack(string campaign, string meeting, CommandDoor door) => door.ToMeeting(campaign, meeting, new MeetingCommand.TakeBack());

    /// <summary>Agrees with the agenda.</summary>
    /// <remarks>Whoever prepared it is told, and may then notice the meeting. Where the plan leaves consent to the director, the convenor may agree as well.</remarks>
    internal static Task<IResult> Agree(string campaign, string meeting, CommandDoor door) => door.ToMeeting(campaign, meeting, new MeetingCommand.Agree());

    /// <summary>Returns the agenda with a remark.</summary>
    /// <remarks>Whoever prepared it is told what is to be changed.</remarks>
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

    private static List<UnitId> InOrder(Plan plan, IReadOnlyList<string> units) => [.. units.Select(u => new UnitId(u)).OrderBy(u => plan.Units.TakeWhile(p => p.Id != u).Count())];

    private static List<string> Guests(IReadOnlyList<string>? guests) => [.. (guests ?? []).Select(g => g.Trim())];
}

using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;

namespace HuiminCoord.Server.Api.Meetings;

/// <summary>A meeting that sits: what its recorder enters, and everybody who sits in it sees at once.</summary>
internal static class SittingEndpoints
{
    private static readonly string[] Unknown = ["meeting.cancelled", "meeting.unknown"];
    private static readonly string[] Recording = [.. Unknown, "minutes.confirmed", "session.not-begun", "session.recorded-by-other"];
    private static readonly string[] Wording =
    [
        "agenda.text-too-long", "decision.due-needed", "decision.due-past", "decision.owner-needed", "decision.owner-not-holder", "decision.text-needed", "decision.workdays-out-of-range", "due.too-far", "text.too-long", "unit.unknown",
    ];

    internal static void Map(RouteGroupBuilder meeting)
    {
        meeting.MapPost("/session/begin", Begin).AsCommand("beginMeeting", null).Refuses([.. Unknown, "meeting.not-noticed", "session.recorded-by-other", "session.too-early"]);
        meeting.MapPost("/session/take-over", TakeOver).AsCommand("takeRecordOver", null).Refuses([.. Unknown, "minutes.confirmed", "session.not-begun"]);
        meeting.MapPost("/session/attendance", Attend).AsCommand("recordAttendance", new AttendBody([new("jiaoyu", AttendanceKind.StandIn, "分管副局长")]))
            .Refuses([.. Recording, "meeting.not-invited", "meeting.who-needed", "session.attendance-unknown"]);
        meeting.MapPost("/session/turn", TurnTo).AsCommand("turnToItem", new TurnToBody("own.1")).Refuses([.. Recording, "agenda.item-unknown", "session.ended"]);
        meeting.MapPost("/session/note", Note).AsCommand("noteItem", new NoteBody("own.1", "与会单位意见一致。")).Refuses([.. Recording, "agenda.item-unknown", "session.note-too-long"]);
        meeting.MapPost("/decisions", Record)
            .AsCommand("recordDecision", new DecisionBody("印发停车收费联合检查方案。", "chengguan", ["scjg"], null, 10, Item: "own.1"))
            .Refuses([.. Recording, .. Wording, "agenda.item-unknown", "decision.too-many"]);
        meeting.MapPost("/decisions/change", Change)
            .AsCommand("changeDecision", new ChangeDecisionBody(1, "印发停车收费联合检查方案并公布投诉电话。", "chengguan", ["scjg"], null, 10)).Refuses([.. Recording, .. Wording, "decision.dropped", "decision.unknown"]);
        meeting.MapPost("/decisions/drop", Drop).AsCommand("dropDecision", new DropDecisionBody(1, "与上次议定事项重复")).Refuses([.. Recording, "agenda.text-too-long", "decision.unknown", "reason.needed"]);
        meeting.MapPost("/session/ruling", Rule).AsCommand("ruleOnMember", new RulingBody("seat.jiaoyu", true, new DateOnly(2020, 12, 7)))
            .Refuses([.. Recording, "agenda.item-unknown", "member.day-out-of-range", "seat.term-reversed", "session.day-not-asked", "session.not-about-members"]);
        meeting.MapPost("/session/end", End).AsCommand("endMeeting", null).Refuses(Recording);
    }

    /// <summary>Opens the session: whoever does it records.</summary>
    /// <remarks>On the meeting's day or later, so that what was recorded on paper can be entered afterwards.</remarks>
    internal static Task<IResult> Begin(string campaign, string meeting, CommandDoor door) => door.ToMeeting(campaign, meeting, new MeetingCommand.Begin(door.Asker.Login));

    /// <summary>Records from now on, in place of whoever did.</summary>
    /// <remarks>The recorder is one person: what the other enters after this is refused, nothing is merged.</remarks>
    internal static Task<IResult> TakeOver(string campaign, string meeting, CommandDoor door) => door.ToMeeting(campaign, meeting, new MeetingCommand.TakeOver(door.Asker.Login));

    /// <summary>Enters how units attend.</summary>
    /// <remarks>Also after the end, until the minutes are confirmed.</remarks>
    internal static Task<IResult> Attend(string campaign, string meeting, AttendBody body, CommandDoor door) =>
        door.ToMeeting(campaign, meeting, new MeetingCommand.Attend(door.Asker.Login, [.. body.Units.Select(u => new Attendance(new UnitId(u.Unit), u.Kind, u.Who ?? ""))]), body);

    /// <summary>Says which item is spoken of now.</summary>
    /// <remarks>All who sit in the meeting see it, also those whom it is not about.</remarks>
    internal static Task<IResult> TurnTo(string campaign, string meeting, TurnToBody body, CommandDoor door) =>
        door.ToMeeting(campaign, meeting, new MeetingCommand.TurnTo(door.Asker.Login, body.Item), body);

    /// <summary>Notes what was said to an item.</summary>
    /// <remarks>It becomes a paragraph of the minutes.</remarks>
    internal static Task<IResult> Note(string campaign, string meeting, NoteBody body, CommandDoor door) =>
        door.ToMeeting(campaign, meeting, new MeetingCommand.Note(door.Asker.Login, body.Item, body.Text ?? ""), body);

    /// <summary>Records a decision.</summary>
    /// <remarks>All who sit in the meeting see it at once. Its owner owes it once the minutes are confirmed. A unit's own meeting lays duties on that unit alone; others are named as helping.</remarks>
    internal static Task<IResult> Record(string campaign, string meeting, DecisionBody body, CommandDoor door) =>
        door.ToMeeting(campaign, meeting, new MeetingCommand.RecordDecision(door.Asker.Login, body.Item, body.Wording), body);

    /// <summary>Words a decision otherwise.</summary>
    /// <remarks>Until the minutes are confirmed.</remarks>
    internal static Task<IResult> Change(string campaign, string meeting, ChangeDecisionBody body, CommandDoor door) =>
        door.ToMeeting(campaign, meeting, new MeetingCommand.ChangeDecision(door.Asker.Login, body.Number, body.Wording), body);

    /// <summary>Drops a decision, with a reason.</summary>
    /// <remarks>Its number is not given again.</remarks>
    internal static Task<IResult> Drop(string campaign, string meeting, DropDecisionBody body, CommandDoor door) =>
        door.ToMeeting(campaign, meeting, new MeetingCommand.DropDecision(door.Asker.Login, body.Number, body.Reason), body);

    /// <summary>Records what the meeting rules of its members: who sits for a unit, or whether a unit joins or leaves.</summary>
    /// <remarks>
    /// Confirming the minutes carries it out: the seat passes on from its day, or the next version of the plan names the unit, or does so no more.
    /// What cannot be carried out then keeps the code of its refusal.
    /// </remarks>
    internal static Task<IResult> Rule(string campaign, string meeting, RulingBody body, CommandDoor door) =>
        door.ToMeeting(campaign, meeting, new MeetingCommand.RuleOnMember(door.Asker.Login, body.Item, body.Agreed, body.From, body.Until), body);

    /// <summary>Ends the session.</summary>
    /// <remarks>From now on its minutes are drafted; the recorder may still correct what was recorded.</remarks>
    internal static Task<IResult> End(string campaign, string meeting, CommandDoor door) => door.ToMeeting(campaign, meeting, new MeetingCommand.End(door.Asker.Login));
}

using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Server.Console.Sittings;

/// <summary>What a seat may do about a session and its minutes as they stand now.</summary>
/// <param name="Begin">Opens the session.</param>
/// <param name="Record">Enters what happens: the one recorder, until the minutes are confirmed.</param>
/// <param name="TakeOver">Records in place of whoever does.</param>
/// <param name="Turn">Says which item is spoken of.</param>
/// <param name="End">Closes the session.</param>
/// <param name="Circulate">Sends the draft of the minutes round.</param>
/// <param name="Correct">Asks for a correction for the seat's own unit.</param>
/// <param name="Confirm">Confirms the minutes.</param>
/// <param name="Fetch">Downloads the minutes.</param>
public sealed record SittingActs(bool Begin, bool Record, bool TakeOver, bool Turn, bool End, bool Circulate, bool Correct, bool Confirm, bool Fetch)
{
    /// <summary>Nothing at all.</summary>
    public static SittingActs None { get; } = new(false, false, false, false, false, false, false, false, false);

    /// <summary>True for a form that may be opened; an address may name any.</summary>
    public bool Opens(string? form) => form switch
    {
        "decide" or "decision" or "rule" or "attend" => Record,
        "circulate" => Circulate,
        _ => false,
    };

    /// <param name="sitting">The session.</param>
    /// <param name="login">Who looks at it.</param>
    /// <param name="by">As whom: of its own meetings a unit does what the office does of others.</param>
    /// <param name="plan">The plan in force.</param>
    /// <param name="granted">What the matrix lets the seat do at all.</param>
    /// <param name="now">The campaign's instant.</param>
    internal static SittingActs Of(SittingSheet sitting, string login, MeetingAsker by, Plan plan, Func<string, bool> granted, DateTimeOffset now)
    {
        var (stage, recorder, holder) = (sitting.Meeting.Stage, sitting.Recorder, sitting.Meeting.Unit);
        var member = !by.Runs(holder);
        bool May(string operation) => !member && granted(operation);
        var open = stage is MeetingStage.InSession or MeetingStage.Ended or MeetingStage.Circulated;
        var records = open && recorder == login && May("recordDecision");
        return new(
            Begin: stage == MeetingStage.Noticed && ChinaTime.DateOf(now) >= sitting.Meeting.Day && May("beginMeeting"),
            Record: records,
            TakeOver: open && recorder is not null && recorder != login && May("takeRecordOver"),
            Turn: records && stage == MeetingStage.InSession,
            End: records && stage == MeetingStage.InSession,
            Circulate: stage is MeetingStage.Ended or MeetingStage.Circulated && May("circulateMinutes"),
            Correct: stage == MeetingStage.Circulated && member && granted("correctMinutes"),
            Confirm: stage == MeetingStage.Circulated && May("confirmMinutes") && ConsentRules.RefuseConfirmation(holder, plan, by) is null,
            Fetch: (stage is MeetingStage.Circulated or MeetingStage.Confirmed || (stage == MeetingStage.Ended && !member)) && granted("getMinutes"));
    }
}

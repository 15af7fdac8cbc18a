using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>What a seat may do about a meeting as it stands now.</summary>
/// <param name="Prepare">Composes, words, orders and submits the agenda, and arranges the meeting.</param>
/// <param name="Add">Enters an item; after the notice everybody is told of it.</param>
/// <param name="TakeBack">Takes back what was submitted or agreed.</param>
/// <param name="Consent">Agrees, or returns it.</param>
/// <param name="Notice">Tells the members.</param>
/// <param name="Move">Another time or place for what was agreed or noticed.</param>
/// <param name="Cancel">Calls it off.</param>
/// <param name="Enter">Enters answers for units that said them otherwise.</param>
/// <param name="Answer">Answers for the seat's own unit.</param>
/// <param name="Suggest">Asks for an item for the seat's own unit.</param>
public sealed record MeetingActs(bool Prepare, bool Add, bool TakeBack, bool Consent, bool Notice, bool Move, bool Cancel, bool Enter, bool Answer, bool Suggest)
{
    /// <summary>True when there is something to do beside the main act.</summary>
    public bool Any => Prepare || Add || Move || Cancel;

    /// <summary>True for a form that may be opened; an address may name any.</summary>
    public bool Opens(string? form) => form switch
    {
        "item" or "split" or "arrange" => Prepare,
        "add" or "papers" => Add,
        "return" => Consent,
        "notice" => Notice,
        "move" => Move,
        "reply" => Enter,
        _ => false,
    };

    /// <param name="meeting">The meeting.</param>
    /// <param name="by">Who asks: of its own meetings a unit does what the office does of others.</param>
    /// <param name="plan">The plan in force: it says who consents.</param>
    /// <param name="granted">What the matrix lets the seat do at all.</param>
    /// <param name="now">The campaign's instant.</param>
    internal static MeetingActs Of(MeetingLine meeting, MeetingAsker by, Plan plan, Func<string, bool> granted, DateTimeOffset now)
    {
        var (stage, ahead, runs) = (meeting.Stage, !meeting.IsOver(now), by.Runs(meeting.Unit));
        var member = !runs;
        var asked = stage == MeetingStage.Noticed && ahead;
        bool May(string operation) => runs && granted(operation);
        return new(
            Prepare: meeting.IsPrepared && May("composeAgenda"),
            Add: (meeting.IsPrepared || asked) && May("addAgendaItem"),
            TakeBack: stage is MeetingStage.Submitted or MeetingStage.Agreed && May("takeMeetingBack"),
            Consent: stage == MeetingStage.Submitted && May("agreeMeeting") && ConsentRules.Refuse(meeting.Kind, meeting.Unit, plan, by) is null,
            Notice: stage == MeetingStage.Agreed && ahead && May("noticeMeeting"),
            Move: (stage == MeetingStage.Agreed || asked) && May("moveMeeting"),
            Cancel: stage != MeetingStage.Cancelled && !meeting.HasBegun && ahead && May("cancelMeeting"),
            Enter: asked && by.Unit is null && granted("replyToMeeting"),
            Answer: asked && member && granted("replyToMeeting"),
            Suggest: meeting.IsPrepared && member && granted("suggestAgendaItem"));
    }
}

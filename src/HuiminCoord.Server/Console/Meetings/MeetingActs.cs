using HuiminCoord.Domain.Meetings;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>What a seat may do about a meeting as it stands now.</summary>
/// <param name="Prepare">Composes, words, orders and submits the agenda, and arranges the meeting.</param>
/// <param name="Add">Enters an item; after the notice everybody is told of it.</param>
/// <param name="TakeBack">Takes the agenda back from the convenor.</param>
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
        "add" => Add,
        "return" => Consent,
        "notice" => Notice,
        "move" => Move,
        "reply" => Enter,
        _ => false,
    };

    internal static MeetingActs Of(MeetingLine meeting, bool member, Func<string, bool> may, DateTimeOffset now)
    {
        var (stage, ahead) = (meeting.Stage, !meeting.IsOver(now));
        var asked = stage == MeetingStage.Noticed && ahead;
        return new(
            Prepare: meeting.IsPrepared && may("composeAgenda"),
            Add: (meeting.IsPrepared || asked) && may("addAgendaItem"),
            TakeBack: stage is MeetingStage.Submitted or MeetingStage.Agreed && may("takeMeetingBack"),
            Consent: stage == MeetingStage.Submitted && may("agreeMeeting"),
            Notice: stage == MeetingStage.Agreed && ahead && may("noticeMeeting"),
            Move: (stage == MeetingStage.Agreed || asked) && may("moveMeeting"),
            Cancel: stage != MeetingStage.Cancelled && !meeting.HasBegun && ahead && may("cancelMeeting"),
            Enter: asked && !member && may("replyToMeeting"),
            Answer: asked && member && may("replyToMeeting"),
            Suggest: meeting.IsPrepared && member && may("suggestAgendaItem"));
    }
}

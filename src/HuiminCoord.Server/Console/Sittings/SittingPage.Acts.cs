using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Console.Layout;

namespace HuiminCoord.Server.Console.Sittings;

/// <summary>What is done on the page itself; forms stand in <see cref="SittingDrawer"/>.</summary>
public sealed partial class SittingPage
{
    private Task Begin() => Carry("beginMeeting", new MeetingCommand.Begin(Login), Words["session.begin.did"]);

    private Task Turn(string? item) => Carry("turnToItem", new MeetingCommand.TurnTo(Login, item), null);

    private Task AttendAsReplied() => Carry("recordAttendance", new MeetingCommand.Attend(Login, Unentered), Words["session.attendance.all.did"]);

    private async Task TakeOver()
    {
        if (await Dialogs.Ask(new(Words["session.take.title"], Words["session.take.ask", Sitting!.Recorder ?? ""], _ => Words["session.take"])) is not null)
        {
            await Carry("takeRecordOver", new MeetingCommand.TakeOver(Login), Words["session.take.did"]);
        }
    }

    private async Task End()
    {
        var sitting = Sitting!;
        if (await Dialogs.Ask(new(Words["session.end.title"], Words["session.end.ask", sitting.Standing.Count, sitting.Sitting], _ => Words["session.end"])) is not null)
        {
            await Carry("endMeeting", new MeetingCommand.End(Login), Words["session.end.did"]);
        }
    }

    private async Task Confirm()
    {
        var (title, decisions) = (Sitting!.Meeting.Title, Sitting.Standing.Count);
        if (await Dialogs.Ask(new(Words["session.confirm.title", title], Words["session.confirm.ask", decisions], _ => Words["session.confirm"])) is not null)
        {
            await Carry("confirmMinutes", new MeetingCommand.Confirm(), Words["session.confirm.did", decisions]);
        }
    }

    private async Task Drop(DecisionLine decision)
    {
        var question = new OutwardQuestion(Words["session.decision.drop.title", decision.Number], decision.Wording.Text, _ => Words["session.decision.drop"])
        {
            Reason = Words["session.decision.drop.reason"], ReasonHelp = Words["session.decision.drop.reason.help"], ReasonNeeded = true,
        };
        if (await Dialogs.Ask(question) is { } confirmed)
        {
            await Carry("dropDecision", new MeetingCommand.DropDecision(Login, decision.Number, confirmed.Reason), Words["session.decision.drop.did", decision.Number]);
        }
    }

    /// <summary>Does it and says so. Whoever records meanwhile is shown as the record stands now.</summary>
    private async Task Carry(string operation, MeetingCommand command, string? did)
    {
        if (await Act(() => Desk.ToMeeting(operation, Meeting, command)))
        {
            if (did is not null)
            {
                Toasts.Did(did);
            }
        }
        else if (Refused?.Code == "session.recorded-by-other")
        {
            await Reload();
        }

        StateHasChanged();
    }
}

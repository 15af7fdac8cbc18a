using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Console.Layout;
using Microsoft.JSInterop;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>What is done on the page itself; forms stand in <see cref="MeetingDrawer"/>.</summary>
public sealed partial class MeetingPage
{
    private Task<bool> Compose() => Carry("composeAgenda", new MeetingCommand.Compose(), Words["meeting.compose.did"]);

    private Task<bool> Submit() => Carry("submitMeeting", new MeetingCommand.Submit(), Words["meeting.submit.did", Words[$"meeting.consenter.{ConsentRules.Of(Sheet!.Meeting.Kind, Sheet.Meeting.Unit, Plan!)}"]]);

    private Task<bool> TakeBack() => Carry("takeMeetingBack", new MeetingCommand.TakeBack(), Words["meeting.back.did"]);

    /// <summary>Who agrees cannot take it back: asked once more, it is no slip of a finger on a phone.</summary>
    private async Task Agree()
    {
        var title = Sheet!.Meeting.Title;
        if (await Dialogs.Ask(new(Words["meeting.agree.title", title], Words["meeting.agree.help"], _ => Words["meeting.agree"])) is not null)
        {
            await Carry("agreeMeeting", new MeetingCommand.Agree(), Words["meeting.agree.did", title]);
        }
    }

    private async Task Cancel()
    {
        var meeting = Sheet!.Meeting;
        var told = meeting.Stage == MeetingStage.Noticed;
        var question = new OutwardQuestion(
            Words["meeting.cancel.title", meeting.Title], told ? Words["meeting.cancel.told", meeting.Units.Count] : Words["meeting.cancel.help"],
            _ => told ? Words["meeting.cancel.do", meeting.Units.Count] : Words["meeting.cancel"])
        {
            Reason = Words["meeting.cancel.reason"], ReasonHelp = Words["meeting.cancel.reason.help"], ReasonNeeded = true,
        };
        if (await Dialogs.Ask(question) is { } confirmed)
        {
            await Carry("cancelMeeting", new MeetingCommand.Cancel(confirmed.Reason), Words["meeting.cancel.did", meeting.Title]);
        }
    }

    private async Task Remove(AgendaLine item)
    {
        var seen = Sheet!.Revision;
        var question = new OutwardQuestion(Words["meeting.remove.title"], item.Fact, _ => Words["meeting.remove"])
        {
            Reason = Words["meeting.remove.reason"], ReasonHelp = Words["meeting.remove.reason.help"], ReasonNeeded = true,
        };
        if (await Dialogs.Ask(question) is { } confirmed)
        {
            await Carry("removeAgendaItem", new MeetingCommand.RemoveItem(seen, item.Id, confirmed.Reason), Words["meeting.remove.did"], () => Restore(item));
        }
    }

    private Task<bool> Restore(AgendaLine item) => Carry("restoreAgendaItem", new MeetingCommand.RestoreItem(Sheet!.Revision, item.Id), Words["meeting.restore.did"]);

    /// <summary>Whoever moves an item by keys stays with it.</summary>
    private async Task Move(string item, int by)
    {
        if (Sheet is { } sheet && sheet.Moved(item, by) is { } ids && await Carry("orderAgenda", new MeetingCommand.OrderItems(sheet.Revision, ids), null))
        {
            await Browser.InvokeVoidAsync("huimin.focus", $"{(by < 0 ? "up" : "down")}-{item}");
        }
    }

    /// <summary>An item was let go of elsewhere under its heading. Nothing stands there before it is kept.</summary>
    private async Task Drop(ItemDroppedEventArgs to)
    {
        if (Acts.Prepare && Sheet is { } sheet && sheet.Dropped(to.Item, to.Before) is { } ids)
        {
            IReadOnlyList<string> before = [.. sheet.Items.Select(i => i.Id)];
            await Carry("orderAgenda", new MeetingCommand.OrderItems(sheet.Revision, ids), Words["meeting.drag.did"], () => Carry("orderAgenda", new MeetingCommand.OrderItems(Sheet!.Revision, before), null));
        }
    }

    /// <summary>Does it and says so; true when it was taken. An agenda that somebody else has changed is shown as it stands now.</summary>
    private async Task<bool> Carry(string operation, MeetingCommand command, string? did, Func<Task>? undo = null)
    {
        var done = await Act(() => Desk.ToMeeting(operation, Meeting, command));
        if (done && did is not null)
        {
            Toasts.Did(did, undo is null ? null : () => InvokeAsync(undo));
        }
        else if (Refused?.Code == "agenda.changed")
        {
            await Reload();
        }

        StateHasChanged();
        return done;
    }
}

using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sittings;

/// <summary>What was said to one item. What is typed stays when the page is drawn anew.</summary>
public sealed partial class NoteForm : DrawerForm
{
    /// <summary>Id of the meeting.</summary>
    [Parameter]
    [EditorRequired]
    public required string Meeting { get; set; }

    /// <summary>The item.</summary>
    [Parameter]
    [EditorRequired]
    public required string Item { get; set; }

    /// <summary>What is kept.</summary>
    [Parameter]
    [EditorRequired]
    public required string Text { get; set; }

    private string Typed { get; set; } = "";

    /// <inheritdoc/>
    protected override void OnInitialized() => Typed = Text;

    private Task Send() => Carry(() => Desk.ToMeeting("noteItem", Meeting, new MeetingCommand.Note(Visitor.Asker.Login, Item, Typed.Trim())), Words["session.note.did"]);
}

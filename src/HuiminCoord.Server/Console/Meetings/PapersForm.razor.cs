using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Uploads;
using HuiminCoord.Server.Files;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>Papers of an item (议题材料): attached by whoever runs the meeting, open to everybody whom the item is shown to.</summary>
public sealed partial class PapersForm : DrawerForm
{
    /// <summary>The meeting.</summary>
    [Parameter]
    [EditorRequired]
    public required MeetingLine Meeting { get; set; }

    /// <summary>The item.</summary>
    [Parameter]
    [EditorRequired]
    public required AgendaLine Item { get; set; }

    [Inject]
    private UploadBook Uploads { get; set; } = null!;

    private IReadOnlyList<DraftFile> Files { get; set; } = [];

    private Task Send() => Carry(
        async () =>
        {
            var papers = await Uploads.Named(Desk.Campaign, Files, Visitor);
            await Desk.ToMeeting("addAgendaPapers", Meeting.Id, new MeetingCommand.AddPapers(Item.Id, papers ?? []));
        },
        Words["meeting.item.papers.did"]);

    private Task Drop(FileRef paper) => Carry(() => Desk.ToMeeting("dropAgendaPaper", Meeting.Id, new MeetingCommand.DropPaper(Item.Id, paper.Hash)), Words["meeting.item.papers.dropped", paper.Name]);
}

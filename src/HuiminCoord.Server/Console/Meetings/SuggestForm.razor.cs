using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Uploads;
using HuiminCoord.Server.Files;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>提请列入议题: a member unit asks for an item, until the agenda is submitted.</summary>
public sealed partial class SuggestForm : DrawerForm
{
    /// <summary>Id of the meeting.</summary>
    [Parameter]
    [EditorRequired]
    public required string Meeting { get; set; }

    [Inject]
    private UploadBook Uploads { get; set; } = null!;

    private IReadOnlyList<DraftFile> Files { get; set; } = [];

    private string Fact { get; set; } = "";

    private string Proposal { get; set; } = "";

    private async Task Send()
    {
        var unit = Visitor.Asker.Standing.Seat.Unit ?? throw new InvalidOperationException("Only seats of units speak for one.");
        await Carry(
            async () =>
            {
                var papers = await Uploads.Named(Desk.Campaign, Files, Visitor);
                await Desk.ToMeeting("suggestAgendaItem", Meeting, new MeetingCommand.SuggestItem(unit, Fact.Trim(), Proposal.Trim(), papers));
            },
            Words["meeting.suggest.did"]);
        if (Refused is null)
        {
            (Fact, Proposal, Files) = ("", "", []);
        }
    }
}

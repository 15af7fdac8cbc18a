using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>While a meeting is prepared: another time, place, chair or other members.</summary>
public sealed partial class ArrangeForm : DatedForm
{
    /// <summary>The meeting.</summary>
    [Parameter]
    [EditorRequired]
    public required MeetingLine Meeting { get; set; }

    private ArrangementDraft Draft { get; set; } = new();

    private bool Shows { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => Draft = ArrangementDraft.Of(Meeting);

    private async Task Send()
    {
        Shows = true;
        if (Draft.StartsAt is { } startsAt)
        {
            await Carry(() => Desk.ToMeeting("arrangeMeeting", Meeting.Id, new MeetingCommand.Arrange(Draft.Read(Plan, startsAt))), Words["meeting.arrange.did"]);
        }
    }
}

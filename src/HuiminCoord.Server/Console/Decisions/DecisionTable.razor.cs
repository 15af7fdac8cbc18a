using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Decisions;

/// <summary>Decisions, each with its meeting, owner, day and state.</summary>
public sealed partial class DecisionTable : PagePart
{
    /// <summary>In the order in which they are shown.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<FollowUp> Decisions { get; set; }

    /// <summary>The plan in force: it names units.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>The campaign's day.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly Today { get; set; }

    private static Status StatusOf(FollowUp decision) => decision.Stage switch
    {
        FollowUpStage.Done => decision.OnTime == false ? Status.LateSubmitted : Status.Accepted,
        FollowUpStage.Overdue => Status.Late,
        FollowUpStage.Submitted => Status.Submitted,
        FollowUpStage.Returned => Status.Returned,
        FollowUpStage.Open => Status.OnTrack,
        FollowUpStage.NotTaken => Status.Soon,
        FollowUpStage.Ended => Status.Off,
        _ => Status.NotStarted,
    };
}

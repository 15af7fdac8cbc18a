using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Meetings;

/// <summary>How far a decision is.</summary>
public enum FollowUpStage
{
    /// <summary>The minutes are not confirmed: nobody owes it yet.</summary>
    Pending,

    /// <summary>办理中.</summary>
    Open,

    /// <summary>逾期未完成.</summary>
    Overdue,

    /// <summary>Handed in; the office looks at the evidence.</summary>
    Submitted,

    /// <summary>退回修改.</summary>
    Returned,

    /// <summary>办结.</summary>
    Done,

    /// <summary>Not owed any more: waived, or ended by an amendment.</summary>
    Ended,

    /// <summary>Its owner's actor would not take it: the office has to see to it.</summary>
    NotTaken,
}

/// <summary>A decision and what has become of it (议定事项).</summary>
/// <param name="Meeting">Of which meeting.</param>
/// <param name="MeetingTitle">As it was announced.</param>
/// <param name="Held">Its day, Asia/Shanghai.</param>
/// <param name="Due">The day in force: the owner's, also after it was extended; null while only working days are counted.</param>
/// <param name="OnTime">Whether it was handed in in time; null = it was not handed in.</param>
/// <param name="Duty">The duty by which it is owed; null = nobody owes it yet.</param>
public sealed record FollowUp(
    string Meeting, string MeetingTitle, DateOnly Held, int Number, string Text, UnitId Owner, IReadOnlyList<UnitId> With, DateOnly? Due, FollowUpStage Stage, bool? OnTime, DutyId? Duty)
{
    /// <summary>Something is still asked of the owner or of the office.</summary>
    public bool IsOpen => Stage is FollowUpStage.Open or FollowUpStage.Overdue or FollowUpStage.Submitted or FollowUpStage.Returned or FollowUpStage.NotTaken;
}

/// <summary>Decisions counted: by unit, by meeting, in all. Those that nobody owes, or that ended, are in none of the parts.</summary>
/// <param name="OnTime">Done, handed in in time.</param>
/// <param name="Late">Done, handed in late.</param>
/// <param name="Open">Not done, and still in time or handed in.</param>
/// <param name="Overdue">逾期未完成.</param>
public sealed record FollowUpTally(int OnTime, int Late, int Open, int Overdue)
{
    /// <summary>All of them.</summary>
    public int Total => OnTime + Late + Open + Overdue;

    /// <summary>Counts.</summary>
    public static FollowUpTally Of(IEnumerable<FollowUp> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var (onTime, late, open, overdue) = (0, 0, 0, 0);
        foreach (var decision in decisions)
        {
            switch (decision.Stage)
            {
                case FollowUpStage.Done when decision.OnTime == false: late++; break;
                case FollowUpStage.Done: onTime++; break;
                case FollowUpStage.Overdue: overdue++; break;
                case FollowUpStage.Open or FollowUpStage.Submitted or FollowUpStage.Returned or FollowUpStage.NotTaken: open++; break;
            }
        }

        return new(onTime, late, open, overdue);
    }
}

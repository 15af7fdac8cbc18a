using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Meetings;

/// <summary>What has become of what meetings decided: their rows beside those of the duties that came of them.</summary>
public static class FollowUpReader
{
    /// <summary>Newest meeting first, in the order in which they were decided.</summary>
    /// <param name="meetings">Which meetings count, by their ids.</param>
    /// <param name="today">Asia/Shanghai.</param>
    public static async Task<IReadOnlyList<FollowUp>> Of(
        CoordinationDb db, string campaign, IEnumerable<(string Id, MeetingState State)> meetings, DateOnly today, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var kind = DutyKind.Decision.ToString().ToLowerInvariant();
        var duties = await db.Obligations.AsNoTracking().Where(o => o.Campaign == campaign && o.Kind == kind).ToDictionaryAsync(o => (o.Unit, o.Duty), cancellation);
        return
        [
            .. from meeting in meetings
               where meeting.State.Session is not null
               orderby meeting.State.Arrangement!.StartsAt descending, meeting.Id
               from decision in meeting.State.Session!.Standing()
               select Follow(meeting.Id, meeting.State, decision, duties, today),
        ];
    }

    private static FollowUp Follow(string id, MeetingState meeting, MeetingDecision d, Dictionary<(string, string), ObligationRow> duties, DateOnly today)
    {
        var row = d.Handed && d.Refused is null ? duties.GetValueOrDefault((d.Wording.Owner!.Value.Value, DecisionRules.DutyOf(id, d.Number).Value)) : null;
        var due = row?.Due ?? d.DueOn ?? d.Wording.Due;
        return new(
            id, meeting.Arrangement!.Title, ChinaTime.DateOf(meeting.Arrangement.StartsAt), d.Number, d.Wording.Text, d.Wording.Owner!.Value, d.Wording.With, due, Stage(d, row, today), row?.OnTime,
            row is null ? null : new DutyId(row.Duty));
    }

    private static FollowUpStage Stage(MeetingDecision decision, ObligationRow? row, DateOnly today) => row?.Stage switch
    {
        null => decision.Refused is null ? FollowUpStage.Pending : FollowUpStage.NotTaken,
        Stages.Accepted => FollowUpStage.Done,
        Stages.Waived or Stages.Ended => FollowUpStage.Ended,
        Stages.Returned => FollowUpStage.Returned,
        Stages.Submitted => FollowUpStage.Submitted,
        _ => row.Due < today ? FollowUpStage.Overdue : FollowUpStage.Open,
    };
}

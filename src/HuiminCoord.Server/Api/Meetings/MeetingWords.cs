using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Server.Api.Meetings;

/// <summary>Kinds and stages in the words of the console.</summary>
internal static class MeetingWords
{
    internal static string Of(MeetingKind kind) => kind switch
    {
        MeetingKind.Plenary => "全体会议",
        MeetingKind.Topic => "专题会议",
        MeetingKind.Liaison => "联络员会议",
        MeetingKind.Advance => "推进会",
        _ => "调度会",
    };

    internal static string Of(MeetingStage stage) => stage switch
    {
        MeetingStage.Proposed => "筹备中",
        MeetingStage.Submitted => "议程送审",
        MeetingStage.Returned => "退回修改",
        MeetingStage.Agreed => "议程已同意",
        MeetingStage.Noticed => "已通知",
        MeetingStage.InSession => "会议进行中",
        MeetingStage.Ended => "纪要起草中",
        MeetingStage.Circulated => "纪要征求意见",
        MeetingStage.Confirmed => "纪要已确认",
        _ => "已取消",
    };

    internal static string Of(FollowUpStage stage) => stage switch
    {
        FollowUpStage.Pending => "待纪要确认",
        FollowUpStage.Open => "办理中",
        FollowUpStage.Overdue => "逾期未完成",
        FollowUpStage.Submitted => "已报送（待审核）",
        FollowUpStage.Returned => "退回修改",
        FollowUpStage.Done => "办结",
        FollowUpStage.Ended => "终止",
        _ => "未能交办",
    };
}

using HuiminCoord.Domain.Meetings;

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
        _ => "已取消",
    };
}

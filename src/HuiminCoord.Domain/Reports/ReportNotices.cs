using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Messages;

namespace HuiminCoord.Domain.Reports;

/// <summary>What the people of a report are told at once, beside what its obligation tells them.</summary>
public static class ReportNotices
{
    /// <summary>The messages, each with the inbox it goes to; most events are told nobody.</summary>
    /// <param name="before">The report before the event.</param>
    /// <param name="unit">Whose report it is.</param>
    /// <param name="name">The unit's name.</param>
    /// <param name="title">2020年9月小结和统计表.</param>
    public static IEnumerable<(string To, Message Message)> Of(ReportState before, ReportEvent happened, UnitId unit, string name, string title)
    {
        ArgumentNullException.ThrowIfNull(before);
        return happened switch
        {
            ReportEvent.Proposed => [(Recipients.Of(unit, SeatKind.Leader), new("report-proposed", $"请审核：{title}", $"{name}：{title}已填报完毕，提交本单位审核。请核对后审核报送；需要修改的，请写明意见后退回。"))],
            ReportEvent.SentBack e => Fillers(unit, new("report-sent-back", Count($"请修改：{title}（{{0}}处）", e.Remarks.Count), $"{name}：本单位审核后退回{title}，{Said(e.Remarks)}。请修改后重新提交，已填内容均已保留。")),
            ReportEvent.Refused => [(Recipients.Of(unit, SeatKind.Leader), Refused(name, title)), .. Fillers(unit, Refused(name, title))],
            ReportEvent.ReopeningAsked e => [(Recipients.Office, new("report-reopening-asked", $"请复核：重新打开{name}{title}", $"联席会议办公室：有人申请重新打开{name}{title}，理由：{e.Reason}。须由另一人复核后方可更正。"))],
            ReportEvent.Reopened => Fillers(unit, new("report-reopened", $"请更正：{title}", $"{name}：{title}已重新打开，理由：{before.Asked?.Reason}。请更正后提交本单位审核，按时与否仍以首次报送为准。")),
            ReportEvent.Approved or ReportEvent.Entered when before.OpenedFor is not null => [(Recipients.Office, new("report-correction", $"更正待审核：{name}{title}", $"联席会议办公室：{name}已报送{title}的更正，理由：{before.OpenedFor}。审核通过前仍按原数汇总。"))],
            ReportEvent.Corrected => Fillers(unit, new("report-corrected", $"更正已审核通过：{title}", $"{name}：{title}的更正已审核通过，此后各期累计数随之调整。")),
            ReportEvent.CorrectionReturned e => Fillers(unit, new("report-correction-returned", Count($"请修改更正内容：{title}（{{0}}处）", e.Remarks.Count), $"{name}：{title}的更正有{e.Remarks.Count}处请核实，{Said(e.Remarks)}。")),
            _ => [],
        };
    }

    private static Message Refused(string name, string title) =>
        new("report-refused", $"未能报送：{title}", $"{name}：{title}审核后未能报送，已退回填报。请打开填报页面查看原因，内容均已保留。");

    private static IEnumerable<(string To, Message Message)> Fillers(UnitId unit, Message message) =>
        [(Recipients.Of(unit, SeatKind.Liaison), message), (Recipients.Of(unit, SeatKind.Deputy), message)];

    private static string Said(IReadOnlyList<Units.Remark> remarks) => string.Join("；", remarks.Select(r => $"{r.Place}：{r.Text}"));

    private static string Count(string format, int count) => string.Format(CultureInfo.InvariantCulture, format, count);
}

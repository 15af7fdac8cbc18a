using System.Globalization;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Messages;

/// <summary>The texts of messages that go out at once, and of what the office and the convenor get.</summary>
public static class Notices
{
    /// <summary>已收到: the receipt of a submission. What the office entered is not the unit's to take back.</summary>
    /// <param name="number">回执编号.</param>
    /// <param name="timeliness">按时, 逾期2个工作日; empty while the report is not complete or cannot be late.</param>
    /// <param name="today">The day of the receipt; paper may have come earlier.</param>
    /// <param name="supervised">A supervision group checks it, at no fixed day, and the office does not.</param>
    public static Message Receipt(string unit, string title, string parts, string number, DateTimeOffset at, bool onBehalf, string timeliness, DateOnly? reviewBy, DateOnly today, bool supervised = false)
    {
        var how = onBehalf ? "（联席办代录）" : "";
        var timely = timeliness.Length == 0 ? "" : $"，{timeliness}";
        var change = onBehalf ? "" : "审核开始前可撤回修改。";
        var next = supervised ? "由督导组复查后销号。" : reviewBy is { } day ? $"联席办将于{DateWords.Day(day, today)}前审核。{change}" : "";
        return new(
            "receipt",
            $"已收到：{title}（回执{number}）",
            $"{unit}：{DateWords.Minute(at, today)}收到“{title}”{parts}{how}{timely}。{next}");
    }

    /// <summary>请修改后重报: a returned part with its remarks.</summary>
    public static Message Returned(string unit, string title, IReadOnlyList<Remark> remarks, DateOnly correctionDue, DateOnly today)
    {
        var places = string.Join("；", remarks.Select(r => $"{r.Place}：{Clause(r.Text)}"));
        return new(
            "returned",
            string.Create(CultureInfo.InvariantCulture, $"请修改后重报：{title}（{remarks.Count}处）"),
            string.Create(CultureInfo.InvariantCulture, $"{unit}：已收到贵单位材料，有{remarks.Count}处请核实：{places}。请于{DateWords.Day(correctionDue, today)}（{DateWords.Weekday(correctionDue)}）前重报，其余内容已保留，报送时间仍按首次报送计。"));
    }

    /// <summary>催报: the office asks by hand.</summary>
    public static Message Urge(string unit, string title, DateOnly? due, string reason, DateOnly today, WorkingCalendar calendar)
    {
        var countdown = due is { } day ? $"，时限为{DateWords.Day(day, today)}，{DateWords.Countdown(day, today, calendar)}" : "";
        var why = string.IsNullOrWhiteSpace(reason) ? "" : $"{Clause(reason)}。";
        return new("urge", $"请报送：{title}", $"{unit}：尚未收到“{title}”{countdown}。{why}如已报纸质件，请联系联席办登记。");
    }

    /// <summary>The office's own summary: what is due today, what waits for it.</summary>
    public static Message Summary(OfficeEvent.Composed message, IReadOnlyList<string> others)
    {
        var counts = message.Counts.Select(Count).ToList();
        var title = counts.Count > 0 ? counts[0] + (counts.Count > 1 ? $" 等{counts.Count}项" : "") : $"{others.Count}项待处理";
        var lines = message.Counts.Select(c => c.Silent.Count > 0 ? $"{Count(c)}。未报：{string.Join("、", c.Silent)}" : Count(c))
            .Concat(others)
            .Concat(message.WithoutLiaison.Count > 0 ? [$"尚无联络人（由单位负责同志接收）：{string.Join("、", message.WithoutLiaison)}"] : []);
        return new("summary", title, string.Join('\n', lines));
    }

    /// <summary>To the convenor: who is silent after the reminders, and what could be done.</summary>
    public static Message Report(OfficeEvent.Composed message)
    {
        var silent = message.Counts.Sum(c => c.Silent.Count);
        var title = message.Counts.Count == 1
            ? string.Create(CultureInfo.InvariantCulture, $"关于{message.Counts[0].Title}未报情况的汇报（{silent}个单位）")
            : string.Create(CultureInfo.InvariantCulture, $"关于未报情况的汇报（{message.Counts.Count}项）");
        var lines = message.Counts.Select(c => string.Create(
            CultureInfo.InvariantCulture,
            $"{c.Title}应报{c.Owed}个单位，已报{c.Reported}个{Extended(c, "个")}，未报{c.Silent.Count}个{Names(c)}。已按次提醒联络人和单位负责同志。"));
        return new("report", title, string.Join('\n', lines.Append("建议：电话沟通，或列入下次会议。")));
    }

    private static string Names(DutyCount count) => count.Silent.Count == 0 ? "" : $"：{string.Join("、", count.Silent)}";

    /// <summary>What somebody typed, to go on with: their full stop would stand beside ours.</summary>
    private static string Clause(string typed) => typed.Trim().TrimEnd('。', '；', '.').TrimEnd();

    /// <summary>One sentence of counts, the same in messages and on the board: 应报11，已报7，待审2，未报4.</summary>
    public static string Count(DutyCount count) => string.Create(
        CultureInfo.InvariantCulture,
        $"{count.Title}：应报{count.Owed}，已报{count.Reported}，待审{count.AwaitingReview}{Extended(count, "")}，未报{count.Silent.Count}");

    private static string Extended(DutyCount count, string measure) =>
        count.Extended == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"，延期{count.Extended}{measure}");
}

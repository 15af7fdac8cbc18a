using System.Text;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Messages;

/// <summary>One open item of a unit as its digest lists it.</summary>
/// <param name="Stage">Stage in words: 填报中, 已报送（待审核）, 退回修改.</param>
/// <param name="Reminded">True when one of its rungs is due in this digest.</param>
public sealed record DigestLine(DutyId Duty, DutyKind Kind, string Title, DateOnly? Due, bool Provisional, bool EnteredLate, bool Reported, DateOnly? CorrectionDue, string Stage, bool Reminded);

/// <summary>The text of the daily digest: one message for everything that is due that morning.</summary>
public static class Digest
{
    /// <summary>Writes the digest of one recipient.</summary>
    /// <param name="unit">Name of the unit.</param>
    /// <param name="lines">All open items; those with a due rung first decide the title.</param>
    /// <param name="changes">What changed since the last digest, in words.</param>
    public static Message Write(string unit, IReadOnlyList<DigestLine> lines, IReadOnlyList<string> changes, Plan plan, WorkingCalendar calendar, DateOnly today)
    {
        var reminded = lines.Where(l => l.Reminded).OrderBy(l => l.Due).ToList();
        var title = reminded.Count == 0 ? ChangeTitle(changes) : Title(reminded[0], calendar, today) + (reminded.Count > 1 ? $" 等{reminded.Count}项" : "");
        var body = new StringBuilder($"{unit}：");
        foreach (var line in reminded)
        {
            body.Append('\n').Append(Ask(line, plan, calendar, today));
        }

        foreach (var change in changes)
        {
            body.Append('\n').Append(change);
        }

        var others = lines.Where(l => !l.Reminded && !l.EnteredLate).ToList();
        if (others.Count > 0)
        {
            body.Append("\n其他未办结事项：").AppendJoin("；", others.Select(l => Brief(l, calendar, today))).Append('。');
        }

        if (plan.Settings.OfficePhone.Length > 0)
        {
            body.Append("\n联系电话：").Append(plan.Settings.OfficePhone);
        }

        return new("digest", title, body.ToString());
    }

    private static string ChangeTitle(IReadOnlyList<string> changes) =>
        changes.Count == 1 ? changes[0].TrimEnd('。') : $"{changes.Count}项事项有变动";

    /// <summary>True when all that is left to do is a correction: an entered-late duty is never late, but it can be returned.</summary>
    private static bool OnlyCorrection(DigestLine line) => line.CorrectionDue is not null && (line.Reported || line.EnteredLate);

    private static string Title(DigestLine line, WorkingCalendar calendar, DateOnly today)
    {
        if (OnlyCorrection(line))
        {
            return today > line.CorrectionDue ? $"请尽快修改后重报：{line.Title}" : $"请于{DateWords.Day(line.CorrectionDue!.Value, today)}前修改后重报：{line.Title}";
        }

        var due = line.Due!.Value;
        if (today > due)
        {
            return $"未收到{line.Title}的提示";
        }

        if (today >= calendar.DoBy(due))
        {
            return line.Kind == DutyKind.Liaison ? "今日请报备联络人" : $"今日请报送：{line.Title}";
        }

        return line.Kind == DutyKind.Liaison
            ? $"请报备联络人（{DateWords.Day(due, today)}前）"
            : $"{line.Title}待报送（剩{calendar.WorkingDaysBetween(today, calendar.DoBy(due))}个工作日）";
    }

    private static string Ask(DigestLine line, Plan plan, WorkingCalendar calendar, DateOnly today)
    {
        if (OnlyCorrection(line))
        {
            var timeliness = line.EnteredLate ? "" : "，报送时间仍按首次报送计";
            return $"“{line.Title}”已退回，{Correct(line.CorrectionDue!.Value, today)}{timeliness}。";
        }

        var due = line.Due!.Value;
        var countdown = DateWords.Countdown(due, today, calendar) + (line.Provisional ? "，暂定日期" : "");
        var returned = line.CorrectionDue is { } correction ? $"其中退回的部分，{Correct(correction, today)}。" : "";
        if (today > due)
        {
            return $"尚未收到“{line.Title}”，时限为{DateWords.Day(due, today)}，{countdown}。请尽快报送；确有困难的，请说明原因和预计报送时间。{returned}";
        }

        return line.Kind == DutyKind.Liaison
            ? $"根据{plan.Document.Number}，请确定本单位联络人（可另报备用联络人1名），填报姓名、职务、电话。{countdown}。"
            : $"“{line.Title}”当前为“{line.Stage}”，报送时限{DateWords.DayAndWeekday(due, today)} 24时，{countdown}。{Nil(line.Kind)}如已报纸质件，请联系联席办登记。{returned}";
    }

    private static string Correct(DateOnly day, DateOnly today) => today > day
        ? $"修改时限为{DateWords.Day(day, today)}（{DateWords.Weekday(day)}），请尽快修改后重报"
        : $"请于{DateWords.Day(day, today)}（{DateWords.Weekday(day)}）前修改后重报";

    // A milestone or a decision is done or not: there is nothing to report as zero.
    private static string Nil(DutyKind kind) => kind is DutyKind.Monthly or DutyKind.Annual ? "无数据请选“零报告”；" : "";

    private static string Brief(DigestLine line, WorkingCalendar calendar, DateOnly today) =>
        line.Due is not { } due ? line.Title
        : line.Reported ? $"{line.Title}（{line.Stage}）"
        : $"{line.Title}，{DateWords.Countdown(due, today, calendar)}";
}

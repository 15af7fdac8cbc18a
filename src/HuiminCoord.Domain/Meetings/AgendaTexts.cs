using System.Globalization;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Meetings;

/// <summary>The sentences of an agenda: short, without blame, as one office writes to another.</summary>
internal static class AgendaTexts
{
    internal const string Office = "联席办";

    /// <summary>One duty of a group: 11月小结和统计表未报，已逾期2个工作日.</summary>
    internal static string State(AgendaDuty duty, DateOnly today, WorkingCalendar calendar)
    {
        var state = duty.Returned ? "退回修改中" : duty.Reported ? "待审核" : "未报";
        var late = duty.IsLate(today) ? $"，{DateWords.Countdown(duty.Due!.Value, today, calendar)}" : "";
        var asked = duty.AskedUntil is { } until ? $"，申请延期至{DateWords.Day(until, today)}（{Short(duty.AskedBecause, 40)}）" : "";
        return $"{duty.Title}{state}{late}{asked}";
    }

    /// <summary>What is proposed to the duties of one unit and kind.</summary>
    internal static (string Proposal, string Owner) Answer(IReadOnlyList<AgendaDuty> duties, string unit) =>
        duties.Any(d => d.AskedUntil is not null) ? ("对延期申请作出答复。", "联席办主任")
        : duties.All(d => d.Returned) ? ("按退回意见修改后重报。", unit)
        : ("电话沟通，明确报送日期。", $"{unit}、{Office}");

    internal static string Decision(AgendaDuty duty, DateOnly today, WorkingCalendar calendar) =>
        Fit(duty.Due is not { } due ? $"{duty.Title}：{Stage(duty)}。" : $"{duty.Title}：时限{DateWords.Day(due, today)}，{Stage(duty)}{(duty.IsLate(today) ? $"，{DateWords.Countdown(due, today, calendar)}" : "")}。");

    internal static string Task(TaskPlan task, string domain, AgendaTask blocked, Plan plan, DateOnly today)
    {
        var dispute = blocked.Dispute is { } units ? $"{AgendaComposer.NameOf(plan, units.By)}与{AgendaComposer.NameOf(plan, units.With)}对职责分工有不同意见，" : "";
        return Fit($"{task.Title}（{domain}{Numerals.Circled(task.Number)}）：{dispute}{Short(blocked.What, 120)}。{DateWords.Day(blocked.Since, today)}起需协调解决。");
    }

    internal static string TaskProposal(AgendaTask blocked) =>
        blocked.Proposal.Length > 0 ? Fit(blocked.Proposal) : blocked.Dispute is null ? "请会议研究协调。" : "请会议明确职责分工。";

    internal static string Gate(AgendaGate gate, DateOnly today, WorkingCalendar calendar) => Fit(string.Create(
        CultureInfo.InvariantCulture,
        $"“{gate.Title}”阶段{(gate.ClosesOn < today ? $"已于{DateWords.Day(gate.ClosesOn, today)}届满" : $"将于{DateWords.Day(gate.ClosesOn, today)}届满（剩{calendar.WorkingDaysBetween(today, gate.ClosesOn)}个工作日）")}，尚未验收{(gate.GoalsOpen == 0 ? "" : $"，{gate.GoalsOpen}项目标未登记完成")}。"));

    internal static string Questions(IReadOnlyList<OpenQuestion> questions) => Fit(questions.Count == 1
        ? $"方案未明确：{Short(questions[0].Ask, 100)}暂按默认办理：{Short(questions[0].Default, 80)}"
        : string.Create(CultureInfo.InvariantCulture, $"方案有{questions.Count}个问题尚未明确，暂按默认办理，包括：{Short(questions[0].Ask, 60)}"));

    internal static string Member(AgendaMember member, string unit, DateOnly today)
    {
        var (from, reason) = (member.From is { } day ? $"，自{DateWords.Day(day, today)}起" : "", Short(member.Reason, 80));
        var title = member.Title.Length == 0 ? "" : $"（{Short(member.Title, 40)}）";
        return Fit(member.Kind switch
        {
            MemberMatterKind.Seat => $"{unit}提出调整联席会议成员：拟由{member.Name}{title}担任{(member.Before is null ? "" : $"，接替{member.Before}")}{from}。{reason}。",
            MemberMatterKind.Add => $"拟增加{member.Name}为成员单位{(member.Title.Length == 0 ? "" : $"，参加{Short(member.Title, 40)}领域配合工作")}。{reason}。",
            _ => $"拟不再将{member.Name}列为成员单位。{reason}。",
        });
    }

    internal static string MemberProposal(AgendaMember member) => Fit(member.Kind switch
    {
        MemberMatterKind.Seat => $"同意由{member.Name}担任联席会议成员。",
        MemberMatterKind.Add => $"同意增加{member.Name}为成员单位，自确定之日起承担成员单位共同事项。",
        _ => $"同意{member.Name}不再作为成员单位，未办结事项终止，已报材料保留。",
    });

    /// <summary>What somebody typed, without the full stop that would stand beside ours.</summary>
    internal static string Short(string? typed, int most)
    {
        var text = (typed ?? "").ReplaceLineEndings(" ").Trim().TrimEnd('。', '；', '.').TrimEnd();
        return text.Length <= most ? text : Cut(text, most - 1) + "…";
    }

    /// <summary>Never longer than an item may be.</summary>
    internal static string Fit(string text) => text.Length <= AgendaItem.LongestText ? text : Cut(text, AgendaItem.LongestText - 1) + "…";

    private static string Stage(AgendaDuty duty) => duty.Returned ? "退回修改中" : duty.Reported ? "已报送，待审核" : "尚未完成";

    /// <summary>Never between the two halves of one character.</summary>
    private static string Cut(string text, int most) => text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}

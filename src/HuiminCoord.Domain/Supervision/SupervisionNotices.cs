using System.Globalization;
using HuiminCoord.Domain.Messages;

namespace HuiminCoord.Domain.Supervision;

/// <summary>What groups and the office are told of supervision.</summary>
public static class SupervisionNotices
{
    /// <summary>督导任务: the office has ordered the group, or ordered it otherwise.</summary>
    public static Message Mandate(string group, SupervisionMandate mandate, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(mandate);
        return new(
            "supervision-mandate", $"督导任务：{SupervisionNames.Group(group)}（{mandate.Matter}）",
            string.Create(CultureInfo.InvariantCulture, $"请{SupervisionNames.Group(group)}于{DateWords.Day(mandate.From, today)}至{DateWords.Day(mandate.Until, today)}就“{mandate.Matter}”开展督导，涉及单位{mandate.Units.Count}个、任务{mandate.Tasks.Count}项。走访记录和发现的问题请在“督导工作”登记。"));
    }

    /// <summary>督导报告: the report was handed over.</summary>
    /// <param name="group">The group's id.</param>
    /// <param name="state">As its actor keeps it.</param>
    /// <param name="today">Asia/Shanghai; a visit of a later day is planned and counts for nothing.</param>
    public static Message Report(string group, SupervisionState state, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(state);
        var (visits, open) = (state.VisitsUntil(today), state.Problems.Count(p => p.Stage != ProblemStage.StruckOff));
        return new(
            "supervision-report",
            string.Create(CultureInfo.InvariantCulture, $"督导报告：{SupervisionNames.Group(group)}（问题{state.Problems.Count}个，未销号{open}个）"),
            string.Create(CultureInfo.InvariantCulture, $"{SupervisionNames.Group(group)}已提交第{state.Reports}份督导报告。督导事项：{state.Mandate?.Matter}。走访{visits}次，问题{state.Problems.Count}个，已销号{state.Problems.Count - open}个。请在“督导工作”下载报告。"));
    }
}

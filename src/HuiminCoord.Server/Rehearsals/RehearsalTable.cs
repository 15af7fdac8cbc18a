using System.Globalization;
using HuiminCoord.Domain.Plans;
using Spectre.Console;
using TableColumn = Spectre.Console.TableColumn;

namespace HuiminCoord.Server.Rehearsals;

/// <summary>The closing table of a rehearsal.</summary>
internal static class RehearsalTable
{
    /// <summary>Columns that the table needs so that no head is cut.</summary>
    internal const int Width = 118;

    /// <summary>Rungs as the heads of columns, in the order in which they come.</summary>
    private static readonly (string Head, string[] Rungs)[] Columns =
    [
        ("印发", ["issue"]), ("T-15", ["t-15"]), ("T-5", ["t-5"]), ("T-1", ["t-1"]), ("当日", ["due", "due-15"]),
        ("+1", ["plus-1"]), ("+2", ["plus-2"]), ("+3", ["plus-3"]), ("周", ["week-1", "week-2"]),
    ];

    internal static Table Of(IReadOnlyList<UnitResult> results, Plan plan)
    {
        var known = Columns.SelectMany(c => c.Rungs).ToHashSet();
        var table = new Table().Border(TableBorder.Simple).Title($"{plan.Title}（{plan.Document.Number}）");
        table.AddColumn(new TableColumn("单位").NoWrap());
        foreach (var heading in (string[])["应报", "按时", "逾期", "未报", .. Columns.Select(c => c.Head), "改正"])
        {
            table.AddColumn(new TableColumn(heading).RightAligned().NoWrap());
        }

        foreach (var unit in results)
        {
            int[] duties = [unit.Duties - unit.Waived, unit.OnTime, unit.Late, unit.Open];
            var messages = Columns.Select(c => c.Rungs.Sum(r => unit.Messages.GetValueOrDefault(r)));
            var corrections = unit.Messages.Where(m => !known.Contains(m.Key)).Sum(m => m.Value);
            table.AddRow([unit.Name, .. duties.Concat(messages).Append(corrections).Select(Text)]);
        }

        return table.Caption("应报至未报：事项数；印发至改正：按梯次发出的提醒数");
    }

    /// <summary>One row for each meeting that sat.</summary>
    internal static Table Of(IReadOnlyList<MeetingResult> meetings)
    {
        var table = new Table().Border(TableBorder.Simple).Title("联席会议");
        table.AddColumn(new TableColumn("会议").NoWrap());
        table.AddColumn(new TableColumn("日期").NoWrap());
        foreach (var heading in (string[])["议题", "结转", "到会", "议定", "按时", "逾期", "办理中", "未办结"])
        {
            table.AddColumn(new TableColumn(heading).RightAligned().NoWrap());
        }

        foreach (var m in meetings)
        {
            int[] figures = [m.Items, m.Carried, m.Attended, m.Decisions.Total, m.Decisions.OnTime, m.Decisions.Late, m.Decisions.Open, m.Decisions.Overdue];
            table.AddRow([m.Title, m.Held.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), .. figures.Select(Text)]);
        }

        return table.Caption("结转：以前议定未完成；到会：单位数；按时至未办结：议定事项的办理情况");
    }

    private static string Text(int count) => count == 0 ? "·" : count.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using HuiminCoord.Domain.Plans;
using Spectre.Console;

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

    private static string Text(int count) => count == 0 ? "·" : count.ToString(CultureInfo.InvariantCulture);
}

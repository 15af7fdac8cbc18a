using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>Who has reported, counted and named as papers say it: a robot does not scold, it says what is there.</summary>
internal static class ReportingWords
{
    /// <summary>How the units of a table stand, in the order of the plan.</summary>
    /// <param name="workdaysLate">Of each unit that was late.</param>
    internal static IReadOnlyList<ReportingLine> Of(DistrictTable table, IReadOnlyDictionary<UnitId, int> workdaysLate) =>
    [
        .. from unit in table.Units
           from report in table.Reports.Where(r => r.Unit == unit.Id)
           select new ReportingLine(unit.Name, report.Whole, report.Whole == ReportStanding.ReportedLate && workdaysLate.TryGetValue(unit.Id, out var days) ? days : null),
    ];

    /// <summary>应报10个单位，已报9个（按时8个，其中零报告1个；逾期1个：工信局）；未报1个：卫健委；免报1个：区政府办公室。</summary>
    internal static string Counted(IReadOnlyList<ReportingLine> lines)
    {
        List<ReportingLine> Those(params ReportStanding[] standings) => [.. lines.Where(l => standings.Contains(l.Standing))];
        var (onTime, nil, late) = (Those(ReportStanding.Reported, ReportStanding.Nil), Those(ReportStanding.Nil), Those(ReportStanding.ReportedLate));
        var (missing, waived) = (Those(ReportStanding.Missing), Those(ReportStanding.Waived));
        string[] parts =
        [
            $"应报{lines.Count - waived.Count}个单位，已报{onTime.Count + late.Count}个，其中按时{onTime.Count}个{(nil.Count == 0 ? "" : $"（含零报告{nil.Count}个）")}",
            Named("逾期", late),
            Named("未报", missing),
            Named("免报", waived),
        ];
        return $"{string.Join('；', parts.Where(p => p.Length > 0))}。";
    }

    private static string Named(string word, List<ReportingLine> lines) => lines.Count == 0 ? "" : $"{word}{lines.Count}个（{PaperWords.Names(lines.Select(l => l.Unit))}）";
}

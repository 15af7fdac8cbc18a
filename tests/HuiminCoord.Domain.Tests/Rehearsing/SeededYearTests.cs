using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Tests.Campaigns;
using HuiminCoord.Domain.Tests.Time;

namespace HuiminCoord.Domain.Tests.Rehearsing;

/// <summary>Rehearsed years add up: each is its months and its last days, and what the first took of December the second does not have.</summary>
public sealed class SeededYearTests
{
    private static readonly DutyId First = new("annual-2020");
    private static readonly DutyId Second = new("annual-2021");
    private static readonly Plan Plan = Huimin.WithForms;

    /// <summary>What counts of each unit, by the first seed with which it hands in every month and both years by itself: of whoever is silent nobody knows the last days.</summary>
    private static readonly Dictionary<UnitId, Dictionary<DutyId, Figures>> Counted = Enumerable.Range(1, 9).SelectMany(Units).DistinctBy(u => u.Key).ToDictionary();

    [Theory]
    [InlineData("annual-2020", "monthly-2020-09 monthly-2020-10 monthly-2020-11")]
    [InlineData("annual-2021", "monthly-2020-12 monthly-2021-01 monthly-2021-02 monthly-2021-03 monthly-2021-04 monthly-2021-05 monthly-2021-06 monthly-2021-07 monthly-2021-08 monthly-2021-09")]
    public void The_districts_year_is_its_months_and_its_entries_cell_by_cell(string annual, string months)
    {
        Assert.True(Counted.Count >= 5, $"{Counted.Count} units");
        var year = Table(unit => unit[new(annual)]);
        // The entry of 2020 is a part of December's report: one year ends with it, the other begins without it.
        var parts = Table(unit => months.Split(' ').Aggregate(Entry(unit, annual), (sum, month) => sum.Plus(unit[new(month)])));
        var earlier = annual == First.Value ? Table(_ => Figures.None) : Table(unit => Entry(unit, First.Value));
        foreach (var (row, column) in from row in year.Rows from column in year.Form.Columns select (row, column))
        {
            long? Of(DistrictTable table) => table[row.Kind, row.Id, column.Code]?.Total;
            Assert.Equal(Of(parts), Of(year) is { } sum ? sum + (Of(earlier) ?? 0) : null);
        }
    }

    /// <summary>There is no report of October 2021: its days are in the year's last entry, and the cumulative figures of the end have them once.</summary>
    [Fact]
    public void The_end_has_every_month_and_October_once()
    {
        var end = DistrictTable.Of(Plan, Counted.SelectMany(u => u.Value.Select(r => new UnitReport(u.Key, r.Key, ReportStanding.Reported, r.Value))).Through(Plan, Second));
        var months = Table(unit => unit.Where(r => r.Key != First && r.Key != Second).Aggregate(Entry(unit, Second.Value), (sum, month) => sum.Plus(month.Value)));
        Assert.DoesNotContain(ReportPeriods.Months(Plan), m => m.Duty.Value == "monthly-2021-10");
        Assert.Equal([new(new(2021, 9, 26), new(2021, 10, 31))], AnnualPrefill.Of(Plan, Second.Value, Counted.Values.First())!.ToAdd);
        Assert.All(end.Rows, row => Assert.All(end.Form.Columns, column => Assert.Equal(months[row.Kind, row.Id, column.Code]?.Total, end[row.Kind, row.Id, column.Code]?.Total)));
    }

    [Fact]
    public void No_cell_contradicts_its_months()
    {
        foreach (var unit in Counted.Values)
        {
            var entry = FinalEntries.Of(Plan, unit)[First.Value];
            Assert.Empty(entry.Unknown);
            Assert.All(entry.Figures.Cells, cell => Assert.InRange(cell.Value, 0, unit[new("monthly-2020-12")].Cells[cell.Key]));
            var prefill = AnnualPrefill.Of(Plan, Second.Value, unit)!;
            Assert.True(prefill.IsWhole);
            Assert.All(prefill.Figures.Cells, cell => Assert.True(cell.Value <= unit[Second].Cells[cell.Key], cell.Key));
        }

        Assert.Contains(Counted.Values, unit => FinalEntries.Of(Plan, unit)[First.Value].Figures.Cells.Any(c => c.Value > 0));
    }

    private static Figures Entry(Dictionary<DutyId, Figures> unit, string annual) => FinalEntries.Of(Plan, unit)[annual].Figures;

    private static DistrictTable Table(Func<Dictionary<DutyId, Figures>, Figures> of) =>
        DistrictTable.Of(Plan, Counted.Select(u => new UnitReport(u.Key, First, ReportStanding.Reported, of(u.Value))));

    private static IEnumerable<KeyValuePair<UnitId, Dictionary<DutyId, Figures>>> Units(int seed)
    {
        var wanted = ReportPeriods.Months(Plan).Select(m => m.Duty).Append(First).Append(Second).ToHashSet();
        var handed = Script.Of(Plan, Shipped.National, seed, Huimin.Issued).OfType<PlayedAction.ToReport>().Where(a => a.Approves && wanted.Contains(a.Duty) && a.Parts.Contains(DutyPart.Table));
        return from report in handed
               group report by report.Unit into unit
               let layout = TableLayout.Of(Plan, Plan.Forms!.Table, Plan.Unit(unit.Key)!)
               let counted = unit.GroupBy(a => a.Duty).ToDictionary(d => d.Key, d => d.MaxBy(a => a.At)!.Sheet.Counted(layout))
               where counted.Count == wanted.Count
               select KeyValuePair.Create(unit.Key, counted);
    }
}

using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using Microsoft.FSharp.Core;

namespace HuiminCoord.Domain.Tests.Reports;

/// <summary>Whatever units report, correct and leave out, in whatever order it arrives: one table, and its sums agree with each other.</summary>
public sealed class ConsolidationPropertyTests
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(60)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20201110, 150103), FSharpOption<int>.None)));

    private static readonly Plan Plan = SampleForms.Plan;

    private static readonly IReadOnlyList<DutyId> Months = [.. ReportPeriods.Months(Plan).Take(4).Select(m => m.Duty)];

    private static readonly IReadOnlyList<OwedTable> Owed =
        [.. from month in Months from unit in Plan.Units select new OwedTable(unit.Id, month, Due(month), unit.Table == TableProfile.None)];

    /// <summary>Versions of some tables; the order in which they are read is another one than that in which they came.</summary>
    private static readonly Gen<(ReportArrival[] Arrivals, int[] Order)> Reported =
        from arrivals in Arrival.ArrayOf()
        from order in Gen.Choose(0, 1000).ArrayOf(arrivals.Length)
        select (Numbered(arrivals), order);

    private static Gen<ReportArrival> Arrival =>
        from unit in Gen.Elements(Plan.Units.Where(u => u.Table != TableProfile.None).ToArray())
        from month in Gen.Elements(Months.ToArray())
        from hour in Gen.Choose(0, 200)
        from nil in Gen.Choose(0, 5)
        from seed in Gen.Choose(0, 100_000)
        select new ReportArrival(unit.Id, month, 0, Due(month).AddHours(hour - 100), nil == 0, Of(unit, nil == 0 ? 0 : seed));

    [Fact]
    public void The_order_of_arrival_changes_nothing() => Prop.ForAll(Reported.ToArbitrary(), reported =>
    {
        var (arrivals, order) = reported;
        var shuffled = arrivals.Zip(order).OrderBy(a => a.Second).Select(a => a.First).ToList();
        var owed = Owed.Zip(Enumerable.Range(0, Owed.Count).Select(i => (i * 7919) % 101)).OrderBy(o => o.Second).Select(o => o.First);
        Assert.Equal(Print(Table(arrivals)), Print(DistrictTable.Of(Plan, ReportArrivals.Of(owed, shuffled))));
    }).Check(Repeatable);

    [Fact]
    public void The_latest_version_counts_and_the_first_says_whether_it_was_late() => Prop.ForAll(Reported.ToArbitrary(), reported =>
    {
        foreach (var report in ReportArrivals.Of(Owed, reported.Arrivals))
        {
            var own = reported.Arrivals.Where(a => (a.Unit, a.Duty) == (report.Unit, report.Duty)).ToList();
            Assert.Equal(own.Count == 0 ? Figures.None : own.MaxBy(a => a.Version)!.Figures, report.Figures);
            Assert.Equal(own.Count > 0, report.IsHandedIn);
            Assert.Equal(own.Count > 0 && own.MinBy(a => a.Version)!.At >= Due(report.Duty), report.Standing == ReportStanding.ReportedLate);
        }
    }).Check(Repeatable);

    [Fact]
    public void Units_domains_and_sections_each_add_up_to_the_total() => Prop.ForAll(Reported.ToArbitrary(), reported =>
    {
        var table = Table(reported.Arrivals);
        var total = table.Rows.Single(r => r.Kind == TableRowKind.Total);
        foreach (var kind in new[] { TableRowKind.Section, TableRowKind.Domain, TableRowKind.Unit })
        {
            var rows = table.Rows.Where(r => r.Kind == kind).ToList();
            Assert.Equal(total.Cells.Select(c => (c.Total, c.Supporting)), SampleForms.Columns.Select((_, at) => (Sum(rows.Select(r => r.Cells[at].Total)), Sum(rows.Select(r => r.Cells[at].Supporting)))));
        }

        Assert.All(table.Rows, row => Assert.All(SampleForms.Columns, c => Assert.Equal(
            table[row.Kind, row.Id, c.Code]!.Total ?? 0, table.Behind(row.Kind, row.Id, c.Code).Where(b => !b.IsSupporting).Sum(b => b.Figure))));
    }).Check(Repeatable);

    [Fact]
    public void Cumulatives_are_the_sum_of_the_months_and_each_adds_its_own() => Prop.ForAll(Reported.ToArbitrary(), reported =>
    {
        var reports = ReportArrivals.Of(Owed, reported.Arrivals);
        var sums = new long?[SampleForms.Columns.Count];
        foreach (var month in Months)
        {
            var own = Total(reports.During(month));
            sums = [.. sums.Zip(own, (sum, figure) => Sum([sum, figure]))];
            Assert.Equal(sums, Total(reports.Through(Plan, month)));
        }
    }).Check(Repeatable);

    [Fact]
    public void Nothing_differs_from_itself_and_every_difference_has_its_units() => Prop.ForAll(Reported.ToArbitrary(), reported =>
    {
        var (before, after) = (Table([.. reported.Arrivals.Take(reported.Arrivals.Length / 2)]), Table(reported.Arrivals));
        Assert.Empty(TableDifference.Between(after, after));
        var changes = TableDifference.Between(before, after);
        Assert.All(changes, change => Assert.NotEmpty(change.Units));
        Assert.Equal(Print(before) == Print(after), changes.Count == 0);
    }).Check(Repeatable.WithMaxTest(20));

    private static DistrictTable Table(IReadOnlyList<ReportArrival> arrivals) => DistrictTable.Of(Plan, ReportArrivals.Of(Owed, arrivals));

    private static IEnumerable<long?> Total(IEnumerable<UnitReport> reports) => DistrictTable.Of(Plan, reports).Rows.Single(r => r.Kind == TableRowKind.Total).Cells.Select(c => c.Total);

    private static long? Sum(IEnumerable<long?> figures) => figures.Aggregate((long?)null, (sum, figure) => figure is null ? sum : (sum ?? 0) + figure);

    private static DateTimeOffset Due(DutyId month) => new(DateTime.Parse($"{month.Value[8..]}-29", System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    private static ReportArrival[] Numbered(ReportArrival[] arrivals) =>
        [.. arrivals.GroupBy(a => (a.Unit, a.Duty)).SelectMany(g => g.OrderBy(a => a.At).Select((a, at) => a with { Version = at + 1 }))];

    /// <summary>Figures in the unit's own cells, made of the seed; some cells stay empty.</summary>
    private static Figures Of(UnitPlan unit, int seed)
    {
        var (figures, next) = (Figures.None, (uint)seed);
        foreach (var cell in SampleForms.Layout(unit.Id.Value).Cells)
        {
            next = unchecked((next * 1664525) + 1013904223);
            figures = next % 11 == 0 ? figures : figures.With(cell, seed == 0 ? 0 : (next >> 8) % 50);
        }

        return figures;
    }

    private static string Print(DistrictTable table)
    {
        var text = new StringBuilder();
        foreach (var (row, cell) in table.Rows.SelectMany(r => r.Cells.Select(c => (r, c))))
        {
            text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{row.Kind} {row.Id} {cell.Total} {cell.Supporting} {cell.Applies} {string.Join(',', cell.From)} {string.Join(',', cell.Missing)}");
        }

        return text.ToString();
    }
}

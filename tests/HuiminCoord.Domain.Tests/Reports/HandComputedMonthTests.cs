using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Domain.Tests.Reports;

/// <summary>The month that was added up by hand equals the district's table to the cell.</summary>
public sealed class HandComputedMonthTests
{
    private static readonly DistrictTable Table = DistrictTable.Of(SampleForms.Plan, HandComputedMonth.Reports);

    private static readonly UnitId Weijian = new("weijian");

    [Fact]
    public void Every_cell_is_what_the_hand_wrote()
    {
        Assert.Equal(HandComputedMonth.Rows.Select(r => (r.Kind, r.Row)), Table.District.Select(r => (r.Kind, r.Id)));
        foreach (var (kind, row, figures) in HandComputedMonth.Rows)
        {
            var written = figures.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split(' ')).ToDictionary(f => f[0], f => f[1]);
            Assert.Equal(SampleForms.Columns.Select(c => $"{row} {c.Code} {Expected(written, c)}"), SampleForms.Columns.Select(c => $"{row} {c.Code} {Actual(kind, row, c)}"));
        }
    }

    [Fact]
    public void What_supporting_units_say_stands_beside_the_sums() =>
        Assert.All(Table.District, row => Assert.All(SampleForms.Columns, column => Assert.Equal(
            column.Code == "joint" ? HandComputedMonth.Supporting.GetValueOrDefault(row.Id) : 0, Table[row.Kind, row.Id, column.Code]!.Supporting ?? 0)));

    [Theory]
    [InlineData("chuan-fuzhuang", TableRowKind.Section, true)]
    [InlineData("chuan-fanghu", TableRowKind.Section, true)]
    [InlineData("chuan", TableRowKind.Domain, true)]
    [InlineData("total", TableRowKind.Total, true)]
    [InlineData("chi", TableRowKind.Domain, false)]
    [InlineData("wangluo", TableRowKind.Section, false)]
    public void Who_has_not_reported_is_named_where_it_would_have_counted(string row, TableRowKind kind, bool named) =>
        Assert.All(SampleForms.Columns, column => Assert.Equal(named && column.Code != "joint" ? [Weijian] : [], Table[kind, row, column.Code]!.Missing));

    [Fact]
    public void Its_own_row_is_empty_and_says_so()
    {
        var row = Table.ByUnit.Single(r => r.Id == "weijian");
        Assert.All(row.Cells, cell => Assert.Equal((null, true), (cell.Total, cell.Applies)));
        Assert.DoesNotContain(Table.ByUnit, r => r.Id == "zhengfuban");
    }

    [Fact]
    public void A_unit_s_row_adds_up_its_sections_and_leaves_grey_what_it_cannot_have()
    {
        // 教育局: officers 10 + 4, subjects 5 + 2; it supports, so its one joint action is beside its sums; it has no case work.
        Assert.Equal((14L, 7L), (Cell("jiaoyu", "officers").Total!.Value, Cell("jiaoyu", "subjects").Total!.Value));
        Assert.Equal((null, 1L, true), (Cell("jiaoyu", "joint").Total, Cell("jiaoyu", "joint").Supporting!.Value, Cell("jiaoyu", "joint").Applies));
        Assert.Equal((null, false), (Cell("jiaoyu", "filed").Total, Cell("jiaoyu", "filed").Applies));
        Assert.Equal(0L, Cell("minzheng", "officers").Total);
    }

    [Fact]
    public void A_sum_names_the_reports_behind_it()
    {
        var behind = Table.Behind(TableRowKind.Section, "chi-shipin", "filed").Where(c => c.Figure > 0).ToList();
        Assert.Equal([("scjg", 3L), ("nongmu", 1L)], behind.Select(c => (c.Unit.Value, c.Figure)));
        Assert.All(behind, c => Assert.Equal((HandComputedMonth.Month, "chi-shipin/filed"), (c.Duty, c.Cell.ToString())));
        Assert.Equal(["scjg", "nongmu"], Table[TableRowKind.Section, "chi-shipin", "filed"]!.From.Select(u => u.Value));
        Assert.Equal(12, Table.Behind(TableRowKind.Total, "total", "filed").Sum(c => c.Figure));
        Assert.Equal(6, Table.Behind(TableRowKind.Total, "total", "joint").Where(c => c.IsSupporting).Sum(c => c.Figure));
    }

    [Fact]
    public void The_board_counts_who_has_reported()
    {
        var board = Assert.Single(Table.Board);
        Assert.Equal(new Completeness(HandComputedMonth.Month, Reported: 7, Late: 1, Nil: 1, Waived: 1, Missing: 1), board);
        Assert.Equal(10, board.Owed);
    }

    [Fact]
    public void A_cell_that_nobody_reported_is_not_zero()
    {
        var nobody = DistrictTable.Of(SampleForms.Plan, [.. HandComputedMonth.Reports.Select(r => r with { Standing = ReportStanding.Missing })]);
        Assert.All(nobody.Rows.SelectMany(r => r.Cells), cell => Assert.Null(cell.Total));
        Assert.Equal(10, nobody[TableRowKind.Total, "total", "officers"]!.Missing.Count);
        Assert.Equal(["scjg"], nobody[TableRowKind.Total, "total", "joint"]!.Missing.Select(u => u.Value));
    }

    [Fact]
    public void No_such_row_or_column_is_no_cell()
    {
        Assert.Null(Table[TableRowKind.Section, "chi", "officers"]);
        Assert.Null(Table[TableRowKind.Total, "total", "steps"]);
        Assert.Throws<ArgumentException>(() => DistrictTable.Of(SampleForms.Plan with { Forms = null }, []));
    }

    private static TableSum Cell(string unit, string column) => Table[TableRowKind.Unit, unit, column]!;

    private static string Expected(Dictionary<string, string> written, TableColumn column) =>
        written.TryGetValue(column.Code, out var figure) ? figure : column.Kind == FigureKind.Money ? "0.00" : "0";

    private static string Actual(TableRowKind kind, string row, TableColumn column) =>
        Table[kind, row, column.Code]!.Total is { } total ? FigureText.Write(total, column.Kind) : "";
}

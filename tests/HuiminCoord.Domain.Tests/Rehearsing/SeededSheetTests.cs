using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Tests.Campaigns;
using HuiminCoord.Domain.Tests.Time;

namespace HuiminCoord.Domain.Tests.Rehearsing;

/// <summary>What rehearsed units fill in passes the checks that people's sheets pass.</summary>
public sealed class SeededSheetTests
{
    private static readonly Plan Plan = Huimin.WithForms;

    [Fact]
    public void Every_sheet_of_every_unit_and_month_can_be_handed_in_and_a_slip_is_asked_about()
    {
        var script = Script.Of(Plan, Shipped.National, 7, Huimin.Issued).OfType<PlayedAction.ToReport>().Where(a => !a.Approves).ToList();
        Assert.True(script.Count > 120, $"{script.Count} reports");
        foreach (var filled in script)
        {
            var layout = TableLayout.Of(Plan, Plan.Forms!.Table, Plan.Unit(filled.Unit)!);
            var errors = SheetChecks.Of(filled.Sheet, layout, Plan.Forms.Summary, ReportHistory.None, [.. filled.Parts]).Where(p => p.IsError);
            Assert.True(!errors.Any(), $"{filled.Key}: {errors.FirstOrDefault()}");
        }
    }

    [Fact]
    public void What_comes_back_names_the_cell_that_is_wrong_and_the_next_sheet_has_it_right()
    {
        var script = Script.Of(Plan, Shipped.National, 7, Huimin.Issued);
        var returns = script.OfType<PlayedAction.ToUnit>().Select(a => a.Command).OfType<Domain.Units.UnitCommand.Return>().Where(r => r.Part == DutyPart.Table && r.Remarks[0].Cell is not null).ToList();
        Assert.NotEmpty(returns);
        foreach (var (returned, cell) in returns.Select(r => (r, CellAt.Find(r.Remarks[0].Cell)!.Value)))
        {
            var sheets = script.OfType<PlayedAction.ToReport>().Where(a => !a.Approves && a.Duty == returned.Duty && a.Sheet.Figures[cell] is not null).GroupBy(a => a.Unit).Where(g => g.Count() == 2);
            Assert.Contains(sheets, g => g.First().Sheet.Figures[cell] == 10 * g.Last().Sheet.Figures[cell]);
        }
    }

    [Fact]
    public void Without_forms_reports_are_handed_in_by_a_word()
    {
        Assert.Empty(Script.Of(Huimin.Notice, Shipped.National, 7, Huimin.Issued).OfType<PlayedAction.ToReport>());
        Assert.Contains(Script.Of(Huimin.Notice, Shipped.National, 7, Huimin.Issued), a => a is PlayedAction.ToUnit { Command: Domain.Units.UnitCommand.Submit { Duty.Value: "monthly-2020-10" } });
    }
}

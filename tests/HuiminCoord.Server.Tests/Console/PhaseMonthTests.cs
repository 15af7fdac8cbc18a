using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Phases;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>A campaign as a row of months, whatever its plan looks like.</summary>
public sealed class PhaseMonthTests
{
    private static Plan Plan => TestServer.Plan;

    [Fact]
    public void The_shipped_plan_has_fifteen_months_in_three_phases()
    {
        var months = PhaseMonth.Of(Plan, [], new(2020, 11, 30));
        Assert.Equal(("2020-08", "2021-10", 15), (months[0].Id, months[^1].Id, months.Count));
        Assert.Equal(["动员部署", "集中整治", "总结提升"], months.Where(m => m.Opens).Select(m => m.Phase.Title));
        Assert.Equal(["2020-08", "2021-09", "2021-10"], months.Where(m => m.Closes).Select(m => m.Id));
        Assert.Equal([3, 1, 11], Enum.GetValues<MonthStage>().Select(stage => months.Count(m => m.When == stage)));
        Assert.All(months, m => Assert.Null(m.Figure));
    }

    [Fact]
    public void A_month_counts_its_monthly_report_before_its_annual_one_and_that_before_others()
    {
        var months = PhaseMonth.Of(Plan, [Count("annual-2020", 3), Count("monthly-2020-12", 7), Count("liaison", 11), Count("monthly-2020-09", 9), Count("annual-2021", 2)], new(2021, 10, 31));
        Assert.Equal((7, 11), Month("2020-12").Figure);
        Assert.Equal(["monthly-2020-12", "annual-2020"], Month("2020-12").Duties.Select(d => d.Duty.Value));
        Assert.Equal((9, 11), Month("2020-09").Figure);
        Assert.Equal((2, 11), Month("2021-10").Figure);
        Assert.Null(Month("2021-01").Figure);

        PhaseMonth Month(string id) => months.Single(m => m.Id == id);
    }

    [Fact]
    public void Duties_without_a_date_count_the_units_that_have_entered_all_of_them()
    {
        var august = PhaseMonth.Of(Plan, [Count("implementation-plan", 9, "甲", "乙"), Count("training", 9, "乙", "丙")], new(2020, 9, 30))[0];
        Assert.True(august.EnteredLate);
        Assert.Equal((8, 11), august.Figure);
    }

    [Fact]
    public void A_phase_that_changes_within_a_month_has_the_month_of_its_last_day()
    {
        var (first, second, third) = (Plan.Phases[0], Plan.Phases[1], Plan.Phases[2]);
        var plan = Plan with
        {
            Phases = [first with { Window = new(new(2020, 8, 1), new(2020, 9, 10)) }, second with { Window = new(new(2020, 9, 11), new(2021, 9, 30)) }, third],
        };
        Assert.Equal([first.Title, second.Title], PhaseMonth.Of(plan, [], new(2020, 9, 1)).Take(2).Select(m => m.Phase.Title));
        var cut = plan with { Window = new(new(2020, 8, 15), new(2020, 9, 5)), Phases = [first with { Window = new(new(2020, 8, 15), new(2020, 9, 5)) }] };
        Assert.Equal(["2020-08", "2020-09"], PhaseMonth.Of(cut, [], new(2020, 9, 1)).Select(m => m.Id));
    }

    private static DutyCount Count(string duty, int reported, params string[] silent) => new(new(duty), duty, null, 11, reported, 0, 0, silent);
}

using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Units;

/// <summary>Reporting dates on a day of rest: the 办理日 drives the reminders, the date itself drives lateness.</summary>
public sealed class RestDayTests
{
    [Fact]
    public void For_Sunday_2021_02_28_the_last_reminder_comes_on_Friday()
    {
        var unit = Begun().WokenUntil("2021-03-01 08:00");

        Assert.Equal(
            ["02-20 09:00 t-5 liaison", "02-25 09:00 t-1 liaison", "02-26 09:00 due liaison"],
            unit.Steps("monthly-2021-02"));
    }

    [Theory]
    [InlineData("2021-02-27 20:00", true, 0)] // the Saturday between 办理日 and date
    [InlineData("2021-02-28 23:59:59", true, 0)]
    [InlineData("2021-03-01 00:00", false, 1)]
    [InlineData("2021-03-02 09:00", false, 2)]
    public void A_submission_for_it_is_judged_by_Sunday_midnight(string at, bool onTime, int late)
    {
        var report = Begun().WokenUntil("2021-02-26 23:00").Does(at, Say.Submit("monthly-2021-02")).Report("monthly-2021-02");

        Assert.Equal((onTime, late), (report.OnTime, report.LateWorkdays));
    }

    [Fact]
    public void What_was_due_on_Saturday_2020_11_28_and_comes_on_Sunday_is_late_by_no_working_day()
    {
        var unit = Begun().WokenUntil("2020-11-28 23:00");

        var report = unit.Does("2020-11-29 10:00", Say.Submit("monthly-2020-11")).Report("monthly-2020-11");

        Assert.Equal(["11-20 09:00 t-5 liaison", "11-26 09:00 t-1 liaison", "11-27 09:00 due liaison"], unit.Steps("monthly-2020-11"));
        Assert.Equal((false, 0), (report.OnTime, report.LateWorkdays));
    }

    [Theory]
    [InlineData("2020-11-28 12:00", true)]
    [InlineData("2020-11-29 00:00", false)]
    public void Paper_is_judged_by_its_receipt_not_by_its_entry(string received, bool onTime)
    {
        var unit = Begun().WokenUntil("2020-11-30 10:00").Does("2020-11-30 10:00", Say.Paper("monthly-2020-11", received));

        Assert.Equal((onTime, UnitInPlay.Instant(received)), (unit.Report("monthly-2020-11").OnTime, unit.Report("monthly-2020-11").At));
        Assert.True(unit.Events.OfType<UnitEvent.Submitted>().Last().OnBehalf);
    }

    [Fact]
    public void The_paper_of_2021_revises_what_rests_on_it_at_midnight_of_its_day()
    {
        var unit = Begun().Does("2020-11-20 10:00", Say.Assign("list", new(2021, 2, 7))).WokenUntil("2020-11-25 08:00"); // a Sunday that the paper makes a working day

        var revised = Assert.Single(unit.Events.OfType<UnitEvent.DatesRevised>());

        Assert.Equal(("2021-1", new DateOnly(2020, 11, 25)), (revised.Paper, revised.KnownOn));
        var list = Assert.Single(revised.Duties);
        Assert.Equal((new DateOnly(2021, 2, 7), false), (list.DoBy, list.Provisional));
        Assert.Equal("11-25 09:00 liaison: dates:list", unit.WokenUntil("2020-11-25 10:00").Told[^1]);
    }

    [Fact]
    public void A_duty_assigned_by_the_new_papers_dates_is_not_told_as_changed_by_it()
    {
        var unit = Begun().WokenUntil("2020-11-24 23:00");

        unit.Does("2020-11-26 10:00", Say.Assign("list", new(2021, 2, 7))).WokenAt("2020-11-27 09:00");

        Assert.Empty(Assert.Single(unit.Events.OfType<UnitEvent.DatesRevised>()).Duties);
        Assert.Equal("11-27 09:00 liaison: assigned:list", unit.Told[^1]);
    }

    [Fact]
    public void Nor_is_a_duty_that_opens_when_the_actor_comes_back_from_an_outage()
    {
        var plan = Simulation.NoticePlan.Of(Simulation.NoticePlan.Ladders,
            [.. Simulation.NoticePlan.Duties().Where(d => d.Id == "publicity").Select(d => d with { Schedule = new Domain.Plans.DutySchedule.Once(new(2021, 2, 7), new(2020, 11, 26)) })]);

        var unit = new UnitInPlay(under: plan).Begun().WokenUntil("2020-11-24 23:00").WokenAt("2020-11-30 08:00");

        Assert.Empty(Assert.Single(unit.Events.OfType<UnitEvent.DatesRevised>()).Duties);
        Assert.Equal(new DateOnly(2021, 2, 7), unit.Events.OfType<UnitEvent.Opened>().Last().Duties[0].DoBy);
    }

    private static UnitInPlay Begun() => new UnitInPlay().Begun().Named("2020-09-17 10:00", SeatKind.Liaison, "张三");
}

using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Units;

/// <summary>Handing in, returning, accepting, waiving.</summary>
public sealed class ReviewTests
{
    private const string September = "monthly-2020-09";

    [Fact]
    public void A_report_is_in_when_both_parts_were_handed_in_and_judged_by_the_later_one()
    {
        var unit = Begun().Does("2020-09-25 10:00", Say.Submit(September, "summary"));
        Assert.DoesNotContain(unit.Events.OfType<UnitEvent.Reported>(), r => r.Duty == Say.Duty(September));

        unit.Does("2020-09-29 10:00", Say.Submit(September, "table"));

        Assert.Equal(new UnitEvent.Reported(Say.Duty(September), UnitInPlay.Instant("2020-09-29 10:00"), false, 1), unit.Report(September));
    }

    [Fact]
    public void A_unit_without_a_table_reports_with_its_summary_alone()
    {
        var unit = new UnitInPlay(Simulation.NoticePlan.Units[1]).Begun().Does("2020-09-25 10:00", Say.Submit(September));

        Assert.Equal(["summary"], unit.Events.OfType<UnitEvent.Submitted>().Single().Parts);
        Assert.True(unit.Report(September).OnTime);
    }

    [Fact]
    public void A_return_sets_a_correction_date_with_one_reminder_and_leaves_the_timeliness()
    {
        var unit = Begun().Does("2020-09-25 10:00", Say.Submit(September)).Does("2020-09-27 16:00", Say.Return(September, "table")).WokenUntil("2020-12-31 00:00");

        Assert.Equal(new DateOnly(2020, 9, 29), unit.Events.OfType<UnitEvent.Returned>().Single().CorrectionDue);
        Assert.Equal(["09-29 09:00 correction-1 liaison"], unit.Steps(September).Where(s => s.Contains("correction", StringComparison.Ordinal)));
        Assert.True(unit.Report(September).OnTime);
    }

    [Fact]
    public void The_reminder_of_a_correction_comes_before_a_long_rest()
    {
        var unit = Begun().Does("2020-09-25 10:00", Say.Submit(September)).Does("2020-09-29 16:00", Say.Return(September, "table")).WokenUntil("2020-12-31 00:00");

        Assert.Equal("09-30 09:00 correction-1 liaison", unit.Steps(September)[^1]); // due again on 10-09
    }

    [Fact]
    public void It_comes_on_the_last_working_day_before_when_a_later_paper_takes_the_day_away()
    {
        var unit = Begun().Does("2020-11-01 10:00", Say.Submit("monthly-2020-10")).Does("2020-11-24 16:00", Say.Return("monthly-2020-10", "table"));
        var papers = new Simulation.PaperFact("2020-3", 2020, new(2020, 11, 25), "http://example.org/", [new(2020, 11, 26)], []);
        var terms = (Simulation.World.Real with { Papers = [.. Simulation.PaperFact.Real, papers] }).Terms();

        var at = UnitInPlay.Instant("2020-11-25 00:00");
        var rungs = Obligations.RungPlanner.Plan(terms.Of(unit.State, unit.State.Find(Say.Duty("monthly-2020-10"))!), terms.Settings, terms.Calendars.AsKnownAt(at));

        Assert.Equal(UnitInPlay.Instant("2020-11-25 09:00"), Assert.Single(rungs).At);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Handing_in_or_waiving_the_last_returned_part_ends_the_correction(bool waived)
    {
        var unit = Begun().Does("2020-09-21 10:00", Say.Submit(September)).Does("2020-09-21 16:00", Say.Return(September, "table"))
            .Does("2020-09-22 10:00", waived ? Say.Waive(September, "table") : Say.Submit(September, "table")).WokenUntil("2020-10-31 00:00");

        Assert.Empty(unit.Steps(September));
    }

    [Fact]
    public void What_was_entered_late_gets_no_correction_reminder()
    {
        var unit = Begun().Does("2020-09-21 10:00", Say.Submit("training")).Does("2020-09-21 16:00", Say.Return("training", "all")).WokenUntil("2020-10-31 00:00");

        Assert.Empty(unit.Steps("training"));
        Assert.Equal(new UnitEvent.Reported(Say.Duty("training"), null, null, 0), unit.Report("training"));
    }

    [Fact]
    public void Duties_due_before_the_issue_are_entered_late()
    {
        var unit = new UnitInPlay().Begun("2020-10-12 10:00").WokenUntil("2020-10-20 00:00");

        Assert.Empty(unit.Steps("liaison").Concat(unit.Steps(September)));
        Assert.Equal(
            ["liaison", September, "implementation-plan", "training", "publicity"],
            unit.Events.OfType<UnitEvent.Opened>().First().Duties.Where(d => d.EnteredLate).Select(d => d.Duty.Value));
    }

    [Fact]
    public void If_all_parts_are_waived_nothing_is_judged_even_if_one_came_late()
    {
        var unit = Begun().WokenUntil("2020-10-12 10:00").Does("2020-10-12 10:00", Say.Submit(September, "summary")).Does("2020-10-13 10:00", Say.Waive(September));

        Assert.Equal(new UnitEvent.Reported(Say.Duty(September), null, null, 0), unit.Report(September));
    }

    [Fact]
    public void It_leaves_the_document_when_every_part_is_accepted_or_waived()
    {
        var unit = Begun().Does("2020-09-21 10:00", Say.Submit(September, "summary")).Does("2020-09-22 10:00", Say.Accept(September));
        Assert.NotNull(unit.State.Find(Say.Duty(September)));

        unit.Does("2020-09-22 11:00", Say.Waive(September, "table"));

        Assert.Null(unit.State.Find(Say.Duty(September)));
        Assert.EndsWith(" accepted:monthly-2020-09 waived:monthly-2020-09", unit.WokenUntil("2020-09-23 10:00").Told[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Receipts_returns_and_urges_name_who_gets_them_at_once()
    {
        var unit = Begun().Does("2020-09-19 22:00", Say.Urge(September)).Does("2020-09-19 22:30", Say.Submit(September)).Does("2020-09-20 07:00", Say.Return(September, "table"));

        Assert.Equal("jiaoyu/liaison", unit.Events.OfType<UnitEvent.Urged>().Single().To);
        Assert.Equal("jiaoyu/liaison", unit.Events.OfType<UnitEvent.Submitted>().Last().To);
        Assert.Equal("jiaoyu/liaison", unit.Events.OfType<UnitEvent.Returned>().Single().To);
    }

    private static UnitInPlay Begun() => new UnitInPlay().Begun().Named("2020-09-17 10:00", SeatKind.Liaison, "张三");
}

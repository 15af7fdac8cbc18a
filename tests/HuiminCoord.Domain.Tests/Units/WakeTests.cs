using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Units;

/// <summary>When the actor wakes, and what it keeps.</summary>
public sealed class WakeTests
{
    [Fact]
    public void Before_the_issue_there_is_nothing_to_wait_for() => Assert.Null(new UnitInPlay().Next);

    [Fact]
    public void A_wake_that_comes_twice_does_nothing_the_second_time()
    {
        var unit = Begun().WokenUntil("2020-09-22 09:00");
        var events = unit.Events.Count();

        Assert.Equal(events, unit.WokenAt("2020-09-22 09:00").WokenAt("2020-09-22 09:30").Events.Count());
    }

    [Fact]
    public void The_next_month_opens_at_midnight_after_the_date_of_the_one_before()
    {
        var unit = Begun().WokenUntil("2020-09-29 00:00");

        Assert.Equal(["monthly-2020-10"], unit.Events.OfType<UnitEvent.Opened>().Last().Duties.Select(d => d.Duty.Value));
    }

    [Fact]
    public void The_issue_repeated_changes_nothing_and_another_version_is_refused()
    {
        var again = new UnitCommand.Begin(1, UnitInPlay.Instant("2020-09-17 08:00"), "局负责同志");

        Assert.True(Begun().ChangesNothing("2020-09-18 08:00", again));
        Assert.Equal("unit.already-begun", Begun().Refusal("2020-09-18 08:00", again with { PlanVersion = 2 }));
    }

    [Fact]
    public void A_paper_that_changes_nothing_still_leaves_its_event_so_the_next_one_is_not_blamed()
    {
        var revised = Assert.Single(Begun().WokenUntil("2020-11-25 08:00").Events.OfType<UnitEvent.DatesRevised>());

        Assert.Equal("2021-1", revised.Paper);
        Assert.Empty(revised.Duties);
    }

    [Fact]
    public void A_command_that_comes_before_a_missed_wake_does_what_was_missed_but_reminds_of_nothing()
    {
        var unit = Begun().WokenUntil("2020-11-19 23:00").Does("2020-11-30 10:00", Say.Submit("monthly-2020-12", "summary"));

        Assert.Equal(
            ["DatesRevised", "Opened", "Submitted"],
            unit.Events.TakeLast(3).Select(e => e.GetType().Name));
        Assert.Equal(UnitInPlay.Instant("2020-12-01 09:00"), unit.Next);
    }

    [Fact]
    public void A_refused_command_keeps_nothing_of_it() =>
        Assert.Equal("obligation.closed", Begun().WokenUntil("2020-11-19 23:00").Refusal("2020-11-30 10:00", Say.Submit("liaison")));

    [Fact]
    public void A_set_of_rungs_without_rungs_is_no_text()
    {
        Assert.Null(default(RungSet).With([]).Text);
        Assert.Null(default(RungSet).With(["due"]).Without("due").Text);
        Assert.Equal("t-1 due", default(RungSet).With(["t-1"]).With(["due", "t-1"]).Text);
    }

    private static UnitInPlay Begun() => new UnitInPlay().Begun().Named("2020-09-17 10:00", SeatKind.Liaison, "张三");
}

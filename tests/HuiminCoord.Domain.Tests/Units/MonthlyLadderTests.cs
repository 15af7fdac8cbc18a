using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Units;

/// <summary>The month that the notice begins with: due on Monday 2020-09-28, before a rest of eight days.</summary>
public sealed class MonthlyLadderTests
{
    private const string September = "monthly-2020-09";

    [Fact]
    public void A_silent_unit_is_reminded_before_the_long_rest_and_twice_weekly_after_it()
    {
        var unit = WithLiaisonAndDeputy().WokenUntil("2020-11-30 00:00");

        Assert.Equal(
        [
            "09-22 09:00 t-5 liaison",
            "09-27 09:00 t-1 liaison", // a working Sunday
            "09-28 09:00 due liaison",
            "09-29 09:00 plus-1 liaison",
            "09-29 09:00 plus-1 deputy",
            "09-30 09:00 plus-2 leader",
            "09-30 09:00 plus-3 office Pending", // 10-09 follows the rest: it comes before it
            "09-30 09:00 plus-3 convenor Pending",
            "10-12 09:00 week-1 liaison",
            "10-19 09:00 week-2 liaison",
        ],
        unit.Steps(September));
    }

    [Fact]
    public void A_submission_silences_the_rest_of_the_ladder()
    {
        var unit = WithLiaisonAndDeputy().WokenUntil("2020-09-27 10:00").Does("2020-09-27 10:00", Say.Submit(September)).WokenUntil("2020-11-30 00:00");

        Assert.Equal(["09-22 09:00 t-5 liaison", "09-27 09:00 t-1 liaison"], unit.Steps(September));
    }

    [Fact]
    public void One_part_alone_silences_nothing()
    {
        var unit = WithLiaisonAndDeputy().Does("2020-09-21 10:00", Say.Submit(September, "summary")).WokenUntil("2020-09-22 10:00");

        Assert.Equal(["09-22 09:00 t-5 liaison"], unit.Steps(September));
    }

    [Fact]
    public void The_next_month_absorbs_the_weekly_lines_of_a_month_that_was_moved_towards_it()
    {
        var unit = WithLiaisonAndDeputy().Does("2020-09-21 10:00", Say.Move(September, 2020, 10, 13)).WokenUntil("2020-11-30 00:00");

        // October's first rung is on 10-21: only the line of 10-19 comes before it.
        Assert.Equal(["10-19 09:00 week-1 liaison"], unit.Steps(September).Where(s => s.Contains("week", StringComparison.Ordinal)));
    }

    [Fact]
    public void After_an_outage_stale_rungs_collapse_into_the_latest_one_for_each_recipient()
    {
        var unit = WithLiaisonAndDeputy().WokenUntil("2020-09-21 23:00").WokenAt("2020-09-29 11:30");

        Assert.Equal(
        [
            "09-29 11:30 t-5 liaison Superseded",
            "09-29 11:30 t-1 liaison Superseded",
            "09-29 11:30 due liaison Superseded",
            "09-29 11:30 plus-1 liaison",
            "09-29 11:30 plus-1 deputy",
        ],
        unit.Steps(September));
        var superseded = unit.Events.OfType<UnitEvent.Reminded>().SelectMany(e => e.Steps).Where(s => s.Duty == new DutyId(September) && s.Fate == StepFate.Superseded);
        Assert.All(superseded, s => Assert.Equal("plus-1", s.By));
    }

    [Theory]
    [InlineData("2020-09-22 08:59")]
    [InlineData("2020-09-22 17:30")]
    [InlineData("2020-09-26 10:00")] // Saturday
    public void Outside_sending_time_a_wake_gives_nothing(string at) =>
        Assert.Empty(WithLiaisonAndDeputy().WokenUntil("2020-09-21 23:00").WokenAt(at).Steps(September));

    private static UnitInPlay WithLiaisonAndDeputy() => new UnitInPlay().Begun()
        .Named("2020-09-17 10:00", SeatKind.Liaison, "张三").Named("2020-09-17 10:01", SeatKind.Deputy, "李四");
}

using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Units;

/// <summary>Later dates: extensions asked and decided, and dates moved by the office.</summary>
public sealed class ExtensionTests
{
    private const string September = "monthly-2020-09";

    [Fact]
    public void A_granted_extension_cancels_what_was_not_given_and_plans_anew_from_the_new_date()
    {
        var unit = Asked().Does("2020-09-23 14:00", Say.Grant(September)).WokenUntil("2020-11-30 00:00");

        Assert.Equal(
        [
            "09-22 09:00 t-5 liaison",
            "10-10 09:00 t-5.1 liaison", // a working Saturday
            "10-15 09:00 t-1.1 liaison",
            "10-16 09:00 due.1 liaison",
            "10-19 09:00 plus-1.1 liaison",
            "10-20 09:00 plus-2.1 leader",
            "10-21 09:00 plus-3.1 office Pending",
            "10-21 09:00 plus-3.1 convenor Pending",
        ],
        unit.Steps(September));
    }

    [Theory]
    [InlineData("2020-10-16 23:59:59", true)]
    [InlineData("2020-10-17 00:00", false)]
    public void Timeliness_is_judged_against_the_new_date(string at, bool onTime) =>
        Assert.Equal(onTime, Asked().Does("2020-09-23 14:00", Say.Grant(September)).Does(at, Say.Submit(September)).Report(September).OnTime);

    [Fact]
    public void The_office_may_grant_another_date_than_was_asked_for()
    {
        var unit = Asked().Does("2020-09-23 14:00", Say.Grant(September, new(2020, 10, 12)));

        Assert.Equal(new DateOnly(2020, 10, 12), unit.State.Find(Say.Duty(September))!.MovedTo);
    }

    [Fact]
    public void A_pending_request_changes_nothing() =>
        Assert.Equal(["09-22 09:00 t-5 liaison", "09-27 09:00 t-1 liaison"], Asked().WokenUntil("2020-09-27 10:00").Steps(September));

    [Fact]
    public void A_refused_request_leaves_the_ladder_and_is_told_next_morning()
    {
        var unit = Asked().Does("2020-09-23 14:00", new UnitCommand.DecideExtension(Say.Duty(September), false, null, "请按期报送")).WokenUntil("2020-09-27 10:00");

        Assert.Equal("09-24 09:00 liaison: extension:monthly-2020-09", unit.Told[^1]);
        Assert.Equal("09-27 09:00 t-1 liaison", unit.Steps(September)[^1]);
    }

    [Fact]
    public void Reporting_drops_a_pending_request() =>
        Assert.Equal("extension.none-pending", Asked().Does("2020-09-24 10:00", Say.Submit(September)).Refusal("2020-09-24 11:00", Say.Grant(September)));

    [Theory]
    [InlineData("2020-09-28 23:59:59", null)]
    [InlineData("2020-09-29 00:00", "extension.too-late")]
    public void An_extension_is_asked_before_midnight_of_the_date(string at, string? refusal) =>
        Assert.Equal(refusal, Begun().Refusal(at, Say.Ask(September, 2020, 10, 16)));

    [Fact]
    public void A_moved_date_moves_its_rungs_and_repeats_none_that_was_given()
    {
        var unit = Begun().WokenUntil("2020-09-27 10:00").Does("2020-09-27 10:00", Say.Move(September, 2020, 10, 13)).WokenUntil("2020-10-13 10:00");

        Assert.Equal(["09-22 09:00 t-5 liaison", "09-27 09:00 t-1 liaison", "10-13 09:00 due liaison"], unit.Steps(September));
    }

    [Fact]
    public void A_rung_that_an_earlier_date_makes_due_waits_for_the_next_digest()
    {
        var unit = Begun().WokenUntil("2020-09-18 10:00").Does("2020-09-18 10:00", Say.Move(September, 2020, 9, 21)).WokenUntil("2020-09-21 10:00");

        // t-5 would have been before the issue: there is none.
        Assert.Equal(["09-21 09:00 t-1 liaison Superseded", "09-21 09:00 due liaison"], unit.Steps(September));
    }

    [Fact]
    public void A_reader_found_after_the_date_was_moved_is_not_kept_waiting()
    {
        var unit = Begun().Does("2020-09-18 10:00", new UnitCommand.EndSeat(SeatKind.Leader, new(2020, 9, 18)))
            .Does("2020-09-18 10:01", Say.Absent(SeatKind.Liaison, new(2020, 9, 22), new(2020, 9, 24))).WokenUntil("2020-09-23 10:00")
            .Does("2020-09-23 10:00", Say.Move(September, 2020, 10, 16)).WokenUntil("2020-10-10 10:00");

        Assert.Equal(["09-22 09:00 t-5 liaison Undeliverable", "10-10 09:00 t-5 liaison"], unit.Steps(September));
    }

    private static UnitInPlay Begun() => new UnitInPlay().Begun().Named("2020-09-17 10:00", SeatKind.Liaison, "张三");

    private static UnitInPlay Asked() => Begun().WokenUntil("2020-09-22 14:00").Does("2020-09-22 14:00", Say.Ask(September, 2020, 10, 16)).WokenUntil("2020-09-23 14:00");

    [Fact]
    public void A_correction_that_found_nobody_is_not_noted_again_after_an_extension()
    {
        var unit = new UnitInPlay().Begun("2021-06-30 10:00")
            .Does("2021-06-30 17:00", Say.Submit("monthly-2021-07", "summary"))
            .Does("2021-07-01 10:00", new UnitCommand.EndSeat(SeatKind.Leader, new(2021, 7, 15)))
            .Does("2021-07-22 10:00", Say.Return("monthly-2021-07", "summary"))
            .WokenUntil("2021-07-27 10:00")
            .Does("2021-07-27 11:00", Say.Ask("monthly-2021-07", 2021, 8, 2))
            .Does("2021-07-28 17:30", Say.Grant("monthly-2021-07"))
            .WokenUntil("2021-08-02 12:00");

        Assert.Equal(["07-26 09:00 correction-1 liaison Undeliverable"], unit.Steps("monthly-2021-07").Where(s => s.Contains("correction", StringComparison.Ordinal)));
    }
}

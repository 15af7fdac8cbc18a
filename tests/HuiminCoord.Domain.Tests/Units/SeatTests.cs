using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Units;

/// <summary>Who is addressed while seats are empty, absent or changing hands.</summary>
public sealed class SeatTests
{
    [Fact]
    public void Before_a_liaison_is_named_the_leader_is_asked_for_one_at_the_issue_and_on_the_day()
    {
        var unit = new UnitInPlay().Begun("2020-09-17 00:00").WokenUntil("2020-09-30 00:00");

        Assert.Equal(
            ["09-17 09:00 issue leader", "09-18 09:00 due leader", "09-18 15:00 due-15 leader", "09-21 09:00 plus-1 leader"],
            unit.Steps("liaison"));
    }

    [Fact]
    public void Naming_the_liaison_fulfils_the_duty_and_is_told_to_the_liaison_next_morning()
    {
        var unit = new UnitInPlay().Begun().Named("2020-09-17 10:00", SeatKind.Liaison, "张三").WokenUntil("2020-09-30 00:00");

        Assert.True(unit.Report("liaison").OnTime);
        Assert.Null(unit.State.Find(Say.Duty("liaison")));
        Assert.Empty(unit.Steps("liaison"));
        Assert.Equal(["09-18 09:00 liaison: seat:liaison"], unit.Told);
    }

    [Fact]
    public void While_the_liaison_is_away_the_deputy_gets_what_is_the_liaisons()
    {
        var unit = WithLiaison().Named("2020-09-17 11:00", SeatKind.Deputy, "李四")
            .Does("2020-09-18 10:00", Say.Absent(SeatKind.Liaison, new(2020, 9, 22), new(2020, 9, 27))).WokenUntil("2020-09-28 10:00");

        Assert.Equal(["09-22 09:00 t-5 deputy", "09-27 09:00 t-1 deputy", "09-28 09:00 due liaison"], unit.Steps("monthly-2020-09"));
    }

    [Fact]
    public void A_deputy_who_stands_in_on_the_day_after_the_date_gets_one_step_not_two()
    {
        var unit = WithLiaison().Named("2020-09-17 11:00", SeatKind.Deputy, "李四")
            .Does("2020-09-28 10:00", Say.Absent(SeatKind.Liaison, new(2020, 9, 29), new(2020, 9, 29))).WokenAt("2020-09-29 09:00");

        Assert.Single(unit.Steps("monthly-2020-09"), s => s == "09-29 09:00 plus-1 deputy");
    }

    [Fact]
    public void A_reminder_with_nobody_to_receive_it_is_said_once_and_given_when_somebody_is_there()
    {
        var unit = WithLiaison().Does("2020-09-18 10:00", new UnitCommand.EndSeat(SeatKind.Leader, new(2020, 9, 18)))
            .Does("2020-09-18 10:01", Say.Absent(SeatKind.Liaison, new(2020, 9, 22), new(2020, 9, 24))).WokenUntil("2020-09-27 00:00");

        Assert.Equal(["09-22 09:00 t-5 liaison Undeliverable", "09-25 09:00 t-5 liaison"], unit.Steps("monthly-2020-09"));
    }

    [Fact]
    public void It_is_given_the_next_morning_when_the_absence_turns_out_shorter()
    {
        var unit = WithLiaison().Does("2020-09-18 10:00", new UnitCommand.EndSeat(SeatKind.Leader, new(2020, 9, 18)))
            .Does("2020-09-18 10:01", Say.Absent(SeatKind.Liaison, new(2020, 9, 22), new(2020, 9, 30))).WokenUntil("2020-09-23 10:00")
            .Does("2020-09-23 10:00", Say.Absent(SeatKind.Liaison, new(2020, 9, 22), new(2020, 9, 22)));

        Assert.Equal("09-24 09:00 t-5 liaison", unit.WokenUntil("2020-09-24 10:00").Steps("monthly-2020-09")[^1]);
    }

    [Fact]
    public void What_only_the_leader_may_read_wakes_nobody_while_there_is_no_leader()
    {
        var unit = WithLiaison().Does("2020-09-18 10:00", new UnitCommand.EndSeat(SeatKind.Leader, new(2020, 9, 18)))
            .Does("2020-09-18 10:01", Say.Move("monthly-2020-09", 2020, 11, 10)).WokenUntil("2020-11-12 10:00");

        Assert.Contains("11-12 09:00 plus-2 leader Undeliverable", unit.Steps("monthly-2020-09"));
        Assert.Equal(UnitInPlay.Instant("2020-11-13 09:00"), unit.Next); // plus-3
        Assert.Equal(UnitInPlay.Instant("2020-11-16 09:00"), unit.WokenUntil("2020-11-13 10:00").Next); // week-1
    }

    [Theory]
    [InlineData(SeatKind.Liaison, "局负责同志")]
    [InlineData(SeatKind.Deputy, "张三")]
    [InlineData(SeatKind.Leader, "张三")]
    public void One_person_holds_one_seat(SeatKind seat, string holder) =>
        Assert.Equal("seat.same-person", WithLiaison().Refusal("2020-09-18 10:00", new UnitCommand.NameSeat(seat, holder, "", "", null, null)));

    [Fact]
    public void A_term_that_is_ended_later_does_not_run_into_another_seat_of_the_same_person()
    {
        var unit = WithLiaison().Does("2020-09-18 10:00", new UnitCommand.EndSeat(SeatKind.Liaison, new(2020, 9, 20)))
            .Does("2020-09-21 10:00", new UnitCommand.NameSeat(SeatKind.Deputy, "张三", "", "", null, null));

        Assert.Equal("seat.same-person", unit.Refusal("2020-09-21 10:01", new UnitCommand.EndSeat(SeatKind.Liaison, new(2020, 9, 30))));
        Assert.Null(unit.Refusal("2020-09-21 10:01", new UnitCommand.EndSeat(SeatKind.Liaison, new(2020, 9, 19))));
    }

    [Fact]
    public void Nor_into_the_seat_that_the_meeting_has_agreed_to()
    {
        var unit = WithLiaison().Does("2020-09-18 10:00", new UnitCommand.EndSeat(SeatKind.Liaison, new(2020, 9, 20)))
            .Does("2020-09-18 10:01", new UnitCommand.ProposeMember("张三", "局长", "", new(2020, 9, 25), "工作调整"))
            .Does("2020-09-18 10:02", new UnitCommand.DecideMember(true, null, null, "第1次会议"));

        Assert.Equal("seat.same-person", unit.Refusal("2020-09-18 10:03", new UnitCommand.EndSeat(SeatKind.Liaison, new(2020, 9, 25))));
        Assert.Null(unit.Refusal("2020-09-18 10:03", new UnitCommand.EndSeat(SeatKind.Liaison, new(2020, 9, 24))));
    }

    [Fact]
    public void Naming_the_same_person_again_changes_nothing() =>
        Assert.True(WithLiaison().ChangesNothing("2020-09-18 10:00", new UnitCommand.NameSeat(SeatKind.Liaison, "张三", "股长", "", null, null)));

    [Fact]
    public void A_new_holder_begins_without_the_absence_of_the_old_one()
    {
        var unit = WithLiaison().Does("2020-09-18 10:00", Say.Absent(SeatKind.Liaison, new(2020, 9, 22), new(2020, 9, 30)))
            .Named("2020-09-21 10:00", SeatKind.Liaison, "李四").WokenUntil("2020-09-22 10:00");

        Assert.Equal(["09-22 09:00 t-5 liaison"], unit.Steps("monthly-2020-09"));
    }

    private static UnitInPlay WithLiaison() => new UnitInPlay().Begun().Named("2020-09-17 10:00", SeatKind.Liaison, "张三");
}

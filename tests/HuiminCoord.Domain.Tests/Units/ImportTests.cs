using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Units;

/// <summary>The paper of 2021 is imported while the campaign runs. It makes Sunday 2021-02-07 a working day: what is due then can be done two days later.</summary>
public sealed class ImportTests
{
    private const string Told = "dates:list";

    [Theory]
    [InlineData("2020-11-25 00:00:00", "11-25 09:00")]
    [InlineData("2020-11-25 08:59:59", "11-25 09:00")]
    [InlineData("2020-11-25 09:00:00", "11-26 09:00")]
    [InlineData("2020-11-25 09:00:01", "11-26 09:00")]
    [InlineData("2020-11-25 10:00:00", "11-26 09:00")]
    [InlineData("2020-11-27 18:00:00", "11-30 09:00")] // a Friday evening
    [InlineData("2020-12-28 08:00:00", "12-28 09:00")]
    public void A_changed_day_is_told_once_in_the_digest_after_the_import(string imported, string told)
    {
        var unit = Owing(imported).WokenUntil("2021-01-20 12:00");

        Assert.Equal($"{told} liaison: {Told}", Assert.Single(unit.Told, t => t.Contains(Told, StringComparison.Ordinal)));
        Assert.Single(unit.Events.OfType<UnitEvent.DatesRevised>());
    }

    [Theory]
    [InlineData("2021-02-03 10:00:00", "t-1 due", "02-05 09:00 t-1 liaison", "02-07 09:00 due liaison")] // before the first reminder
    [InlineData("2021-02-04 09:00:00", "t-1 due", "02-05 09:00 t-1 liaison", "02-07 09:00 due liaison")] // at its minute: known in time
    [InlineData("2021-02-04 09:00:01", "due", "02-04 09:00 t-1 liaison", "02-07 09:00 due liaison")] // after it was given
    [InlineData("2021-02-05 10:00:00", "", "02-04 09:00 t-1 liaison", "02-05 09:00 due liaison")] // after the last one before
    public void What_was_given_is_not_given_again(string imported, string moved, string first, string second)
    {
        var unit = Owing(imported).WokenUntil("2021-02-09 12:00");

        Assert.Equal([first, second, "02-08 09:00 plus-1 liaison"], unit.Steps("list"));
        Assert.Equal(moved, string.Join(' ', Revised(unit).Moved.Where(m => m.Duty.Value == "list").Select(m => m.Rung)));
        Assert.Single(unit.Told, t => t.Contains(Told, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_moved_reminder_keeps_where_it_was_planned_and_why_it_moved()
    {
        var revised = Revised(Owing("2020-11-25 10:00:00").WokenUntil("2020-11-25 12:00"));

        Assert.Equal(("2021-1", "import of 2021-1"), (revised.Paper, revised.Reason));
        Assert.Equal(
            [("t-1", UnitInPlay.Instant("2021-02-04 09:00"), UnitInPlay.Instant("2021-02-05 09:00")), ("due", UnitInPlay.Instant("2021-02-05 09:00"), UnitInPlay.Instant("2021-02-07 09:00"))],
            revised.Moved.Where(m => m.Duty.Value == "list").Select(m => (m.Rung, m.From!.Value, m.To!.Value)));
    }

    [Fact]
    public void A_provisional_date_becomes_firm_and_nobody_is_told_of_that()
    {
        var unit = Owing("2020-12-10 10:00:00").WokenUntil("2020-12-16 12:00");

        var firm = Assert.Single(Revised(unit).Duties, d => d.Duty.Value == "monthly-2020-12");
        Assert.Equal((new DateOnly(2020, 12, 28), false), (firm.DoBy, firm.Provisional));
        Assert.True(unit.Events.OfType<UnitEvent.Opened>().SelectMany(o => o.Duties).Single(d => d.Duty.Value == "monthly-2020-12").Provisional);
        Assert.DoesNotContain(unit.Told, t => t.Contains("monthly-2020-12", StringComparison.Ordinal));
    }

    [Fact]
    public void The_campaigns_word_brings_the_import_at_once_and_saying_it_again_changes_nothing()
    {
        var unit = Owing("2020-11-26 10:00:00").WokenUntil("2020-11-25 12:00").Does("2020-11-26 10:00:00", new UnitCommand.AdoptCalendar(1));

        Assert.Equal(UnitInPlay.Instant("2020-11-26 10:00"), Revised(unit).KnownAt);
        Assert.True(unit.ChangesNothing("2020-11-26 10:00:05", new UnitCommand.AdoptCalendar(1)));
        Assert.Equal("unit.not-begun", new UnitInPlay().Refusal("2020-09-01 10:00", new UnitCommand.AdoptCalendar(1)));
    }

    [Fact]
    public void The_instant_is_kept_only_where_the_day_does_not_say_it()
    {
        Assert.Null(Revised(Owing("2020-11-25 00:00:00").WokenUntil("2020-11-25 08:00")).KnownAt);
        Assert.Equal(UnitInPlay.Instant("2020-11-25 10:00"), Owing("2020-11-25 10:00:00").WokenUntil("2020-11-25 12:00").State.DatesKnownAt);
    }

    [Fact]
    public void A_plan_issued_hours_after_an_import_of_its_day_is_not_revised_by_it()
    {
        var unit = new UnitInPlay(imported: new DateTime(2020, 11, 25, 8, 0, 0)).Begun("2020-11-25 14:00").WokenUntil("2020-12-20 12:00");

        Assert.Empty(unit.Events.OfType<UnitEvent.DatesRevised>());
        Assert.Equal(UnitInPlay.Instant("2020-11-25 14:00"), unit.State.DatesKnownAt);
    }

    private static UnitEvent.DatesRevised Revised(UnitInPlay unit) => Assert.Single(unit.Events.OfType<UnitEvent.DatesRevised>());

    /// <summary>A unit that owes a list by Sunday 2021-02-07.</summary>
    private static UnitInPlay Owing(string imported) => new UnitInPlay(imported: DateTime.Parse(imported, System.Globalization.CultureInfo.InvariantCulture)).Begun()
        .Named("2020-09-17 10:00", SeatKind.Liaison, "张三")
        .Does("2020-11-20 10:00", Say.Assign("list", new(2021, 2, 7)));
}

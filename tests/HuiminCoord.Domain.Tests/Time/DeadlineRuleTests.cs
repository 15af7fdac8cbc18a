using HuiminCoord.Domain.Time;
using static HuiminCoord.Domain.Tests.Time.Shipped;

namespace HuiminCoord.Domain.Tests.Time;

public sealed class DeadlineRuleTests
{
    [Theory]
    [InlineData("PEN-PUBLISH", "2014-09-30", null)]
    [InlineData("PEN-PUBLISH", "2014-10-01", "PEN-PUBLISH-2014")]
    [InlineData("PEN-PUBLISH", "2020-09-17", "PEN-PUBLISH-2014")]
    [InlineData("PEN-PUBLISH", "2021-08-31", "PEN-PUBLISH-2014")]
    [InlineData("PEN-PUBLISH", "2021-09-01", "PEN-PUBLISH-2021")]
    [InlineData("PEN-PUBLISH-2014", "2021-09-01", null)] // one version is not its successor
    [InlineData("PEN-PUBLISH-XPROV", "2020-09-17", null)]
    [InlineData("PEN-PUBLISH-XPROV", "2021-09-01", "PEN-PUBLISH-2021-XPROV")]
    [InlineData("PEN-DISPLAY", "2020-09-17", "PEN-DISPLAY-2014")]
    [InlineData("PEN-DISPLAY", "2021-10-01", "PEN-DISPLAY-2021")]
    [InlineData("COMPLAINT-ACCEPT", "2026-04-14", "COMPLAINT-ACCEPT")]
    [InlineData("COMPLAINT-ACCEPT", "2026-04-15", null)] // replaced by an order whose numbers are not known here
    public void The_rule_in_force_on_the_start_date_applies(string name, string start, string? id) =>
        Assert.Equal(id, Rules.InForce(name, Day(start))?.Id);

    [Fact]
    public void A_period_that_started_under_the_old_rule_keeps_it_to_the_end()
    {
        var decided = ChinaTime.At(Day("2021-08-31"), new TimeOnly(10, 0));
        var rule = Rules.InForce("PEN-PUBLISH", ChinaTime.DateOf(decided));

        Assert.Equal("PEN-PUBLISH-2014", rule?.Id);
        Assert.Equal(Day("2021-09-28"), rule?.DeadlineFrom(decided, National.Latest).Due);
    }

    [Fact]
    public void A_name_nobody_knows_is_a_mistake_and_not_a_gap()
    {
        Assert.False(Rules.Knows("PEN-PUBLIHS"));
        Assert.Throws<ArgumentException>(() => Rules.InForce("PEN-PUBLIHS", Day("2020-09-17")));
    }

    [Theory]
    [InlineData("PEN-PUBLISH-2014", 20, PeriodUnit.WorkingDay, null)]
    [InlineData("CLUE-VERIFY", 15, PeriodUnit.WorkingDay, 15)]
    [InlineData("CASE-DECIDE", 90, PeriodUnit.CalendarDay, 30)]
    [InlineData("CRIME-TRANSFER", 24, PeriodUnit.Hour, null)]
    [InlineData("PEN-DISPLAY-2021", 36, PeriodUnit.Month, null)]
    [InlineData("PEN-DISPLAY-2014", 5, PeriodUnit.Year, null)]
    public void The_shipped_rules_carry_the_laws_numbers(string id, int length, PeriodUnit unit, int? extension)
    {
        var rule = Rules.All.Single(r => r.Id == id);

        Assert.Equal((length, unit, extension), (rule.Length, rule.Unit, rule.Extension));
        Assert.NotEmpty(rule.Source);
        Assert.NotEmpty(rule.StartEvent);
    }

    [Theory]
    [InlineData("CLUE-VERIFY", "2020-09-29T10:00:00+08:00", false, "2020-10-27T16:00:00Z")]
    [InlineData("CLUE-VERIFY", "2020-09-29T10:00:00+08:00", true, "2020-11-17T16:00:00Z")]
    [InlineData("CASE-DECIDE", "2020-07-08T17:00:00Z", false, "2020-10-09T16:00:00Z")] // 07-09 in Shanghai; rolls
    [InlineData("CASE-DECIDE", "2020-07-09T10:00:00+08:00", true, "2020-11-06T16:00:00Z")] // 120 days from the start
    [InlineData("CRIME-TRANSFER", "2020-09-30T17:00:00+08:00", false, "2020-10-01T09:00:00Z")]
    [InlineData("PEN-DISPLAY-2021", "2021-10-02T10:00:00+08:00", false, "2024-10-02T16:00:00Z")] // in a holiday, not rolled
    [InlineData("PEN-DISPLAY-2014", "2020-02-29T10:00:00+08:00", false, "2025-02-28T16:00:00Z")]
    public void A_rule_counts_in_its_own_unit(string id, string start, bool extended, string endsAt)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var from = DateTimeOffset.Parse(start, culture);
        var deadline = Rules.InForce(id, ChinaTime.DateOf(from))?.DeadlineFrom(from, National.Latest, extended);

        Assert.Equal(DateTimeOffset.Parse(endsAt, culture), deadline?.EndsAt);
    }

    [Fact]
    public void A_rule_refuses_a_start_outside_its_dates_and_an_extension_it_does_not_know()
    {
        var rule = Rules.All.Single(r => r.Id == "PEN-PUBLISH-2014");

        Assert.Throws<ArgumentOutOfRangeException>(() => rule.DeadlineFrom(ChinaTime.StartOf(Day("2021-09-01")), National.Latest));
        Assert.Throws<InvalidOperationException>(() => rule.DeadlineFrom(ChinaTime.StartOf(Day("2020-09-17")), National.Latest, extended: true));
    }
}

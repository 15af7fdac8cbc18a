using HuiminCoord.Domain.Time;
using static HuiminCoord.Domain.Tests.Time.Shipped;

namespace HuiminCoord.Domain.Tests.Time;

/// <summary>A rehearsal must not know a paper before it was published, and must know it on that day.</summary>
public sealed class KnowledgeDateTests
{
    [Theory]
    [InlineData("2021-02-20", "2020-11-24", false, null)] // a Saturday, until the paper of 2021
    [InlineData("2021-02-20", "2020-11-25", true, "2021-1")]
    [InlineData("2021-02-11", "2020-11-24", true, null)] // the eve of the Spring Festival
    [InlineData("2021-02-11", "2020-11-25", false, "2021-1")]
    [InlineData("2020-01-31", "2020-01-25", true, null)]
    [InlineData("2020-01-31", "2020-01-26", false, "2020-2")]
    [InlineData("2020-02-01", "2020-01-25", true, "2020-1")] // worked by the first paper, rest by the second
    [InlineData("2020-02-01", "2020-01-26", false, "2020-2")]
    [InlineData("2019-05-02", "2019-03-21", true, null)]
    [InlineData("2019-05-02", "2019-03-22", false, "2019-2")]
    [InlineData("2020-10-01", "2018-01-01", true, null)] // before every paper
    public void A_paper_counts_from_the_day_of_its_publication(string day, string knownOn, bool works, string? paper)
    {
        Assert.Equal(works, KnownOn(knownOn).IsWorkingDay(Day(day)));
        Assert.Equal(paper, KnownOn(knownOn).PaperOf(Day(day)));
    }

    [Fact]
    public void A_paper_is_known_from_midnight_in_Shanghai_wherever_the_clock_hangs()
    {
        var midnight = new DateTimeOffset(2020, 1, 25, 16, 0, 0, TimeSpan.Zero);

        Assert.True(National.AsKnownAt(midnight.AddTicks(-1)).IsWorkingDay(Day("2020-01-31")));
        Assert.False(National.AsKnownAt(midnight).IsWorkingDay(Day("2020-01-31")));
        Assert.Equal(Day("2020-01-26"), National.AsKnownAt(midnight.ToOffset(TimeSpan.FromHours(-9))).KnownOn);
    }

    [Fact]
    public void The_emergency_of_2020_moved_a_running_deadline()
    {
        var before = Deadlines.WorkingDays(Day("2020-01-02"), 20, KnownOn("2020-01-25"));
        var after = Deadlines.WorkingDays(Day("2020-01-02"), 20, KnownOn("2020-01-26"));

        Assert.Equal(Day("2020-02-04"), before.Due);
        Assert.Equal(Day("2020-02-06"), after.Due);
        Assert.Equal(["2020-1"], before.Papers);
        Assert.Equal(["2020-1", "2020-2"], after.Papers);
    }

    [Theory]
    [InlineData("2020-09-17", "2020-12-25", false)]
    [InlineData("2020-09-17", "2020-12-26", true)]
    [InlineData("2020-11-24", "2021-02-28", true)]
    [InlineData("2020-11-25", "2021-02-28", false)]
    [InlineData("2020-11-25", "2021-12-25", false)]
    [InlineData("2020-11-25", "2021-12-26", true)]
    [InlineData("2026-01-01", "2026-12-25", false)]
    [InlineData("2026-01-01", "2026-12-26", true)]
    public void Days_are_provisional_from_the_last_week_of_the_last_arranged_year(string knownOn, string day, bool provisional) =>
        Assert.Equal(provisional, KnownOn(knownOn).IsProvisional(Day(day)));

    [Theory]
    [InlineData("2018-12-01", "2020-09-17", true)] // nothing published yet
    [InlineData("2026-01-01", "2018-06-01", true)] // older than the data
    [InlineData("2026-01-01", "2018-12-29", false)] // older, but decided by a paper
    [InlineData("2026-01-01", "2019-01-01", false)]
    public void Days_without_data_are_not_passed_off_as_certain(string knownOn, string day, bool provisional) =>
        Assert.Equal(provisional, KnownOn(knownOn).IsProvisional(Day(day)));

    [Theory]
    [InlineData("2018-01-01", "2018-12-06")]
    [InlineData("2020-01-25", "2020-01-26")]
    [InlineData("2020-09-17", "2020-11-25")]
    [InlineData("2020-11-24", "2020-11-25")]
    [InlineData("2020-11-25", "2021-10-25")]
    public void The_next_revision_is_the_midnight_of_the_next_publication(string knownOn, string next)
    {
        var revision = KnownOn(knownOn).NextRevision;

        Assert.Equal(ChinaTime.StartOf(Day(next)), revision);
        Assert.Equal(TimeSpan.FromHours(8), revision?.Offset);
    }

    [Fact]
    public void The_latest_calendar_awaits_nothing()
    {
        Assert.Null(National.Latest.NextRevision);
        Assert.Equal(Day("2025-11-04"), National.Latest.KnownOn);
    }

    [Fact]
    public void Walking_the_revisions_meets_every_publication_once()
    {
        var met = new List<DateOnly>();
        for (var at = KnownOn("2018-01-01").NextRevision; at is { } now; at = National.AsKnownAt(now).NextRevision)
        {
            met.Add(ChinaTime.DateOf(now));
        }

        Assert.Equal(Table.Papers.Select(p => p.PublishedOn), met);
    }

    [Fact]
    public async Task Many_threads_may_ask_for_the_same_calendar_first()
    {
        var fresh = new WorkingCalendars(Table);
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(
            () => fresh.AsKnownOn(Day("2020-09-17")).AddWorkingDays(Day("2020-09-17"), 20))));

        Assert.All(answers, due => Assert.Equal(Day("2020-10-21"), due));
    }
}

using HuiminCoord.Domain.Time;
using static HuiminCoord.Domain.Tests.Time.Shipped;

namespace HuiminCoord.Domain.Tests.Time;

/// <summary>Hubei, whose 2020 Spring Festival lasted until 02-13, and layers inside layers.</summary>
public sealed class RegionalLayerTests
{
    [Theory]
    [InlineData("420000")]
    [InlineData("420100")]
    [InlineData("420106")]
    public void A_province_prolongs_a_holiday_for_everything_below_it(string region)
    {
        var calendar = new WorkingCalendars(Table, region).Latest;

        Assert.Equal(region, calendar.Region);
        Assert.False(calendar.IsWorkingDay(Day("2020-02-03")));
        Assert.Equal("420000", calendar.PaperOf(Day("2020-02-03")));
        Assert.Equal(Day("2020-02-14"), calendar.AddWorkingDays(Day("2020-01-23"), 1));
        Assert.True(calendar.FollowsLongRest(Day("2020-02-14"), 21));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("150103")]
    [InlineData("410000")]
    public void It_holds_nowhere_else(string? region)
    {
        var calendar = new WorkingCalendars(Table, region).Latest;

        Assert.Equal(Day("2020-02-03"), calendar.AddWorkingDays(Day("2020-01-23"), 1));
        Assert.Equal("2020-2", calendar.PaperOf(Day("2020-02-03")));
    }

    [Fact]
    public void It_is_known_from_its_own_publication()
    {
        var hubei = new WorkingCalendars(Table, "420106");

        Assert.True(hubei.AsKnownOn(Day("2020-01-31")).IsWorkingDay(Day("2020-02-04")));
        Assert.False(hubei.AsKnownOn(Day("2020-02-01")).IsWorkingDay(Day("2020-02-04")));
        Assert.Equal(ChinaTime.StartOf(Day("2020-02-01")), hubei.AsKnownOn(Day("2020-01-26")).NextRevision);
        Assert.Equal(ChinaTime.StartOf(Day("2020-11-25")), KnownOn("2020-01-26").NextRevision);
    }

    [Fact]
    public void A_deadline_names_the_region_that_moved_it()
    {
        var deadline = Deadlines.WorkingDays(Day("2020-01-23"), 1, new WorkingCalendars(Table, "420100").Latest);

        Assert.Equal(["2020-1", "2020-2", "420000"], deadline.Papers);
    }

    [Fact]
    public void The_narrower_layer_decides_even_if_it_is_the_older_one()
    {
        var table = Shipped.TableText.WithRegions(
            """{"region":"150000","name":"区","publishedOn":"2020-06-01","note":"","festivals":[{"name":"节","work":["2020-07-04"]}]}""",
            """{"region":"150103","name":"县","publishedOn":"2020-05-01","note":"","festivals":[{"name":"节","rest":["2020-07-04/2020-07-06"]}]}""");

        Assert.False(new WorkingCalendars(table, "150103").Latest.IsWorkingDay(Day("2020-07-04")));
        Assert.Equal("150103", new WorkingCalendars(table, "150103").Latest.PaperOf(Day("2020-07-04")));
        Assert.True(new WorkingCalendars(table, "150102").Latest.IsWorkingDay(Day("2020-07-04")));
    }

    [Fact]
    public void Of_two_layers_of_one_region_the_later_decides()
    {
        var table = Shipped.TableText.WithRegions(
            """{"region":"150000","name":"区","publishedOn":"2020-06-01","note":"","festivals":[{"name":"节","rest":["2020-07-06"]}]}""",
            """{"region":"150000","name":"区","publishedOn":"2020-05-01","note":"","festivals":[{"name":"节","work":["2020-07-06"]}]}""");

        Assert.False(new WorkingCalendars(table, "150103").Latest.IsWorkingDay(Day("2020-07-06")));
        Assert.True(new WorkingCalendars(table, "150103").AsKnownOn(Day("2020-05-31")).IsWorkingDay(Day("2020-07-06")));
    }

    [Theory]
    [InlineData("421000", "421003", true)] // a city code that ends in a zero of its own
    [InlineData("421000", "420106", false)]
    [InlineData("421000", "421102", false)] // the next city begins with the same three digits
    [InlineData("500000", "500101", true)]
    [InlineData("500000", "510104", false)] // the next province begins with the same digit
    [InlineData("150103", "150103", true)]
    [InlineData("150103", "150100", false)] // a city does not follow one of its districts
    public void A_code_covers_what_begins_with_its_significant_digits(string layer, string region, bool applies) =>
        Assert.Equal(applies, new RegionalLayer(layer, "", default, "", []).AppliesTo(region));

    [Theory]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("000000")]
    [InlineData("4201O6")]
    [InlineData("4201060")]
    public void A_region_that_is_no_division_code_is_refused(string region) =>
        Assert.Throws<ArgumentException>(() => new WorkingCalendars(Table, region));
}

using HuiminCoord.Domain.Time;
using static HuiminCoord.Domain.Tests.Time.Shipped;

namespace HuiminCoord.Domain.Tests.Time;

/// <summary>A wrong calendar moves every deadline: it is refused, with the place named, and never repaired.</summary>
public sealed class HolidayTableParsingTests
{
    [Fact]
    public void The_shipped_table_says_where_it_comes_from()
    {
        Assert.Contains("NateScarlet/holiday-cn", Table.Origin.Source, StringComparison.Ordinal);
        Assert.Equal("MIT, (c) 2019 NateScarlet", Table.Origin.Licence);
        Assert.Equal(2, Table.Origin.CrossChecked.Count);
    }

    [Fact]
    public void The_shipped_table_holds_every_paper_and_day()
    {
        Assert.Equal(
            ["2019-1", "2019-2", "2020-1", "2020-2", "2021-1", "2022-1", "2023-1", "2024-1", "2025-1", "2026-1"],
            Table.Papers.Select(p => p.Id));
        Assert.Equal(288, Table.Entries.Count);
        Assert.Equal((233, 55), (Table.Entries.Count(e => !e.Works), Table.Entries.Count(e => e.Works)));
        Assert.Equal(Day("2019-01-01"), Table.KnownFrom);
        Assert.Equal(11, Assert.Single(Table.Regions).Days.Count);
    }

    [Fact]
    public void A_small_table_is_read_whatever_the_order_of_its_papers()
    {
        var later = """{ "id": "2020-2", "year": 2020, "publishedOn": "2020-01-26", "url": "https://example.org/2", "festivals": [{ "name": "劳动节", "work": ["2020-05-01"] }] }, """;
        var table = HolidayTable.Parse(Documents.With(Documents.Small, "\"papers\": [", "\"papers\": [" + later));

        Assert.Equal(["2020-1", "2020-2"], table.Papers.Select(p => p.Id));
        Assert.True(new WorkingCalendars(table).Latest.IsWorkingDay(Day("2020-05-01")));
    }

    [Theory]
    [InlineData("huimin-workdays/1", "huimin-workdays/2", "schema 'huimin-workdays/2'")]
    [InlineData("\"licence\": \"l\", ", "", "licence")]
    [InlineData("\"licence\": \"l\"", "\"licence\": null", "licence")]
    [InlineData("\"work\"", "\"wrok\"", "wrok")]
    [InlineData("\"note\": \"n\"", "\"note\": \"n\", \"note\": \"m\"", "note")]
    [InlineData("\"crossChecked\": [\"c\"]", "\"crossChecked\": [null]", "crossChecked: a list holds null")]
    [InlineData("[{ \"name\": \"节\", \"rest\": [\"2020-07-06\"] }]", "[null]", "region 150000: a list holds null")]
    [InlineData("\"knownFrom\": \"2020-01-01\"", "\"knownFrom\": \"2020-13-01\"", "knownFrom")]
    [InlineData("\"knownFrom\": \"2020-01-01\"", "\"knownFrom\": \"2019-01-01\"", "no paper of 2019")]
    [InlineData("\"knownFrom\": \"2020-01-01\"", "\"knownFrom\": \"2021-01-01\"", "the last paper is of 2020")]
    [InlineData("\"year\": 2020", "\"year\": 2021", "paper 2020-1: the id must start with the year 2021")]
    [InlineData("\"year\": 2020", "\"year\": 0", "paper 2020-1: year 0")]
    [InlineData("2019-11-21", "2018-11-21", "paper 2020-1: published 2018-11-21")]
    [InlineData("https://example.org/1", "example", "'example' is not a web address")]
    [InlineData("2020-04-26", "2021-04-26", "2021-04-26 does not belong to 2020")]
    [InlineData("2020-04-26", "2020-05-03", "2020-05-03 is named twice")]
    [InlineData("2020-04-26", "2020-04-31", "'2020-04-31' is neither")]
    [InlineData("2020-04-26", "26.4.2020", "'26.4.2020' is neither")]
    [InlineData("2020-05-01/2020-05-05", "2020-05-05/2020-05-01", "runs backwards")]
    [InlineData("2020-05-01/2020-05-05", "2020-05-01/2020-06-05", "longer than 31 days")]
    [InlineData("2020-05-01/2020-05-05", "2020-05-01/2020-05-02/2020-05-03", "is neither")]
    [InlineData("\"region\": \"150000\"", "\"region\": \"15\"", "region '15'")]
    public void A_malformed_table_is_refused_by_name(string old, string replacement, string problem)
    {
        var refusal = Assert.ThrowsAny<FormatException>(() => HolidayTable.Parse(Documents.With(Documents.Small, old, replacement)));

        Assert.StartsWith("Holiday table: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-1", "2020-05-20", "2020-12-01", "paper 2020-1 appears twice")]
    [InlineData("2020-2", "2019-11-21", "2020-05-01", "2020-05-01 is decided by two papers published on 2019-11-21")]
    [InlineData("2022-1", "2021-11-21", "2022-05-01", "there is no paper of 2021")]
    public void A_second_paper_that_leaves_the_order_open_is_refused(string id, string publishedOn, string day, string problem)
    {
        var second = $$"""{ "id": "{{id}}", "year": {{id[..4]}}, "publishedOn": "{{publishedOn}}", "url": "https://example.org/2", "festivals": [{ "name": "节", "rest": ["{{day}}"] }] }, """;
        var document = Documents.With(Documents.Small, "\"papers\": [", "\"papers\": [" + second);

        Assert.Contains(problem, Assert.ThrowsAny<FormatException>(() => HolidayTable.Parse(document)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_layers_of_one_region_and_one_day_are_refused()
    {
        var layer = """{"region":"150000","name":"区","publishedOn":"2020-06-01","note":"","festivals":[{"name":"节","rest":["2020-07-06"]}]}""";

        var refusal = Assert.ThrowsAny<FormatException>(() => Documents.Small.WithRegions(layer, layer));
        Assert.Contains("region 150000: 2020-07-06", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    public void What_is_no_table_at_all_is_refused(string text) =>
        Assert.ThrowsAny<FormatException>(() => HolidayTable.Parse(text));

    [Fact]
    public void A_table_without_papers_is_refused() =>
        Assert.Contains(
            "there is no paper",
            Assert.ThrowsAny<FormatException>(() => HolidayTable.Parse(
                """{"schema":"huimin-workdays/1","source":"","licence":"","crossChecked":[],"knownFrom":"2020-01-01","papers":[],"regions":[]}""")).Message,
            StringComparison.Ordinal);
}

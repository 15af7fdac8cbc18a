using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Server.Rehearsals;

namespace HuiminCoord.Server.Tests.Rehearsals;

public sealed class ActsFileTests
{
    [Fact]
    public void Acts_are_read_in_the_order_in_which_they_happen()
    {
        var acts = ActsFile.Read("""
            {"acts":[
              {"at":"2021-10-25T08:00:30","by":"office","import":{"shipped":"2022-1","reason":"乙"}},
              {"at":"2020-11-25T10:00","import":{"reason":"甲","content":
                {"schema":"huimin-workdays/1","layer":{"region":"150103","name":"回民区","publishedOn":"2020-11-25","note":"","festivals":[{"name":"节","rest":["2020-12-28"]}]}}}}
            ]}
            """).Cast<PlayedAction.ImportPaper>().ToList();

        Assert.Equal([ChinaTime.At(new(2020, 11, 25), new(10, 0)), ChinaTime.At(new(2021, 10, 25), new(8, 0, 30))], acts.Select(a => a.At));
        Assert.Equal([("office", "甲", "act/1"), ("office", "乙", "act/0")], acts.Select(a => (a.By, a.Reason, a.Key)));
        Assert.Equal("150103-20201125", CalendarPaper.Parse(acts[0].Json).Id);
        Assert.Equal(ShippedCalendars.HolidayTable.Find("2022-1")!.Json, acts[1].Json);
    }

    [Theory]
    [InlineData("[]", "JSON")]
    [InlineData("""{"acts":[{"at":"2020-11-25T10:00"}]}""", "acts[0] says nothing")]
    [InlineData("""{"acts":[{"at":"2020-11-25T10:00+09:00","import":{"shipped":"2021-1","reason":"甲"}}]}""", "no Shanghai time")]
    [InlineData("""{"acts":[{"at":"2020-11-25T10:00","import":{"shipped":"2031-1","reason":"甲"}}]}""", "no paper 2031-1")]
    [InlineData("""{"acts":[{"at":"2020-11-25T10:00","import":{"reason":"甲"}}]}""", "exactly one")]
    [InlineData("""{"acts":[{"at":"2020-11-25T10:00","import":{"shipped":"2021-1","raeson":"甲"}}]}""", "raeson")]
    [InlineData("""{"acts":[{"at":"2020-11-25T10:00","import":{"reason":"甲","content":{"schema":"x"}}}]}""", "Calendar paper")]
    public void What_cannot_be_played_is_refused_with_its_place(string text, string problem) =>
        Assert.Contains(problem, Assert.ThrowsAny<FormatException>(() => ActsFile.Read(text)).Message, StringComparison.Ordinal);
}

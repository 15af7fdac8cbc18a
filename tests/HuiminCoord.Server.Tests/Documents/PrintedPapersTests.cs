namespace HuiminCoord.Server.Tests.Documents;

/// <summary>What comes out of a printer. An office program that is not the one our users have must lay papers out alike.</summary>
public sealed class PrintedPapersTests(PrintedPapers printed) : IClassFixture<PrintedPapers>
{
    [Theory]
    [InlineData("minutes", 3, "回民区“衣食住行”领域市场整治联席会议纪要第3期")]
    [InlineData("draft", 3, "推演数据，不作依据回民区“衣食住行”领域")]
    [InlineData("notice", 2, "关于召开“衣食住行”领域市场整治联席会议第三次会议的通知区教育局、")]
    [InlineData("attendance", 2, "会议签到表会议名称：")]
    [InlineData("reply", 1, "参会回执会议名称")]
    public async Task Each_paper_is_printed_on_its_pages(string kind, int count, string beginning)
    {
        var pages = await printed.Pages(kind);
        Assert.StartsWith(beginning, pages[0], StringComparison.Ordinal);
        Assert.Equal(count, pages.Length);
        Assert.All(pages.Index(), page => Assert.Contains($"—{page.Index + 1}—", page.Item, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_last_page_of_minutes_ends_with_who_printed_them()
    {
        var pages = await printed.Pages("minutes");
        Assert.EndsWith("抄送：区委办公室、区政府办公室、区人大常委会办公室、区政协办公室、联席会议各成员单位。回民区市场监督管理局2020年10月13日印发—3—", pages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rehearsed_paper_says_so_on_each_page() =>
        Assert.All(await printed.Pages("draft"), page => Assert.StartsWith("推演数据，不作依据", page, StringComparison.Ordinal));

    [Fact]
    public async Task A_list_to_sign_shows_its_heads_on_each_page() =>
        Assert.All(await printed.Pages("attendance"), page => Assert.Contains("序号单位姓名职务电话签到", page, StringComparison.Ordinal));

    [Fact]
    public async Task The_first_page_of_minutes_shows_text() => Assert.Contains("2020年10月9日下午", (await printed.Pages("minutes"))[0], StringComparison.Ordinal);
}

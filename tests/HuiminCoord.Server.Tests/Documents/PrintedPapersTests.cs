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
    [InlineData("report", 3, "回民区市场监督管理局“衣食住行”领域市场整治2020年10月小结联席会议办公室：")]
    [InlineData("report-managing", 3, "推演数据，不作依据回民区教育局“衣食住行”领域市场整治2020年10月小结（送审稿）")]
    [InlineData("report-summary", 2, "回民区政府办公室")]
    [InlineData("annual", 3, "回民区公安分局“衣食住行”领域市场整治2020年总结")]
    [InlineData("consolidated", 9, "回民区“衣食住行”领域市场整治2020年10月小结区人民政府：")]
    [InlineData("bulletin", 3, "回民区市场监督管理局文件回市监发〔2020〕12号关于2020年10月")]
    [InlineData("bulletin-draft", 3, "推演数据，不作依据关于2020年10月")]
    [InlineData("bulletin-large", 4, "回民区人民政府办公室文件〔〕号")]
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

    [Theory]
    [InlineData("report", 2)]
    [InlineData("annual", 2)]
    [InlineData("consolidated", 6)]
    [InlineData("consolidated", 7)]
    public async Task A_table_of_26_columns_fits_on_one_page(string kind, int page)
    {
        var text = (await Pages(kind))[page];
        Assert.StartsWith("附件", text, StringComparison.Ordinal);
        Assert.All(["填报单位（盖章）：", "统计期间：2020年9月", "合计", "审核人：", "填报人：", "联系电话：0471-0000000", "填报日期：2020年1"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_page_holds_the_signature_alone() =>
        Assert.StartsWith("五、需协调事项请市公安局回民区分局协助核查2条线索。附件：“衣食住行”领域市场整治情况统计表回民区市场监督管理局2020年10月27日", (await Pages("report"))[1], StringComparison.Ordinal);

    [Fact]
    public async Task Thirty_units_take_more_pages_under_the_same_heads()
    {
        Assert.All((await Pages("bulletin-large"))[2..], page => Assert.Contains("罚没金额", page, StringComparison.Ordinal));
        Assert.EndsWith("回民区人民政府办公室2020年11月10日印发—4—", (await Pages("bulletin-large"))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rehearsed_paper_says_so_on_each_page() =>
        Assert.All(await printed.Pages("draft"), page => Assert.StartsWith("推演数据，不作依据", page, StringComparison.Ordinal));

    [Fact]
    public async Task A_list_to_sign_shows_its_heads_on_each_page() =>
        Assert.All(await printed.Pages("attendance"), page => Assert.Contains("序号单位姓名职务电话签到", page, StringComparison.Ordinal));

    [Fact]
    public async Task The_first_page_of_minutes_shows_text() => Assert.Contains("2020年10月9日下午", (await printed.Pages("minutes"))[0], StringComparison.Ordinal);

    private Task<string[]> Pages(string kind) => printed.Pages(kind);
}

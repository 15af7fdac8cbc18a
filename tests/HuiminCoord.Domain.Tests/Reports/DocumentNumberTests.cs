using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Domain.Tests.Reports;

/// <summary>发文字号 as people type it and as papers have it.</summary>
public sealed class DocumentNumberTests
{
    [Theory]
    [InlineData("回政办字〔2020〕57号", "回政办字〔2020〕57号")]
    [InlineData("呼政发[2016]27号", "呼政发〔2016〕27号")]
    [InlineData("回市监发（2020）12号", "回市监发〔2020〕12号")]
    [InlineData("回市监发(2020)12号", "回市监发〔2020〕12号")]
    [InlineData("回市监发【2020】12号", "回市监发〔2020〕12号")]
    [InlineData("回市监发［２０２０］１２号", "回市监发〔2020〕12号")]
    [InlineData(" 回市监发 〔2020〕\t12 号\n", "回市监发〔2020〕12号")]
    [InlineData("回市监发〔2020〕第12号", "回市监发〔2020〕12号")]
    [InlineData("回市监发〔2020〕第007号", "回市监发〔2020〕7号")]
    public void A_number_is_written_as_papers_have_it(string typed, string number) => Assert.Equal(number, DocumentNumber.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("回〔2020〕57号")]
    [InlineData("回民区市场监督管理局办〔2020〕57号")]
    [InlineData("回政办字2020-57号")]
    [InlineData("回政办字〔1820〕57号")]
    [InlineData("回政办字〔2020〕0号")]
    [InlineData("回政办字〔2020〕57")]
    [InlineData("回政办字〔2020〕1234567号")]
    [InlineData("回政办字〔२०२०〕57号")]
    [InlineData("HZB〔2020〕57号")]
    [InlineData("回政办字〔2020〕57号〔2020〕58号")]
    [InlineData("回政办字〔2020〕57号\u202e")]
    [InlineData("回政办\ud83d〔2020〕57号")]
    public void What_is_no_number_is_none(string? typed) => Assert.Null(DocumentNumber.Read(typed));

    [Fact]
    public void What_papers_have_stays_as_it_is() => Assert.Equal(DocumentNumber.Read("呼政发[2016]27号"), DocumentNumber.Read(DocumentNumber.Read("呼政发[2016]27号")));

    [Fact]
    public void A_long_text_is_not_looked_at() => Assert.Null(DocumentNumber.Read(new string('回', 1_000_000)));

    [Fact]
    public void A_blank_one_is_none() => Assert.Null(DocumentNumber.Read(DocumentNumber.Open));
}

using HuiminCoord.Domain.Searching;

namespace HuiminCoord.Domain.Tests.Searching;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("统计", "2020年9月小结和统计表", true)]
    [InlineData("小结统计", "2020年9月小结和统计表", false)]
    [InlineData("abc", "检查ＡｂＣ公司", true)]
    [InlineData("ＡＢＣ", "abc", true)]
    [InlineData("９月", "2020年9月", true)]
    [InlineData("四(一)", "四（一）", true)]
    [InlineData("[2020]57号", "回政办字〔2020〕57号", true)]
    [InlineData("【2020】57号", "回政办字〔2020〕57号", true)]
    [InlineData("a b", "a　b", true)]
    [InlineData("%", "百分之百", false)]
    [InlineData("𬭎", "联络人𬭎", true)]
    public void A_part_of_a_text_is_found_whatever_its_case_and_width(string typed, string text, bool found) => Assert.Equal(found, SearchText.Of(typed)!.IsIn(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 　")]
    [InlineData("a\nb")]
    [InlineData("a\0")]
    public void Nothing_and_what_cannot_be_read_is_not_looked_for(string? typed) => Assert.Null(SearchText.Of(typed));

    /// <summary>Not as data of an attribute: there it would be whole again.</summary>
    [Fact]
    public void Half_a_character_is_not_looked_for() => Assert.Null(SearchText.Of($"a{'\ud83d'}"));

    [Fact]
    public void A_text_has_at_most_forty_characters()
    {
        Assert.Equal(40, SearchText.Of(" " + new string('食', 40) + " ")?.Folded.Length);
        Assert.Null(SearchText.Of(new string('食', 41)));
    }

    [Fact]
    public void Its_place_is_a_place_of_the_text() => Assert.Equal(4, SearchText.Of("abc")!.PlaceIn("〔食〕　ＡＢＣ"));

    [Theory]
    [InlineData("2020-09", "2020年9月")]
    [InlineData("2020-9", "2020年9月")]
    [InlineData("２０２０．１２", "2020年12月")]
    [InlineData("2020/01", "2020年1月")]
    [InlineData("2020年09月", "2020年9月")]
    [InlineData("2020年09", "2020年9月")]
    [InlineData("2020-13", null)]
    [InlineData("2020-00", null)]
    [InlineData("2020年9月", null)]
    [InlineData("12020-09", null)]
    [InlineData("2020-091", null)]
    public void A_month_is_understood_as_titles_write_it(string typed, string? month) => Assert.Equal(month, SearchText.Of(typed)!.Month?.Folded);

    [Fact]
    public void Every_character_is_folded_into_one_that_stays_as_it_is()
    {
        var all = Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).ToList();

        Assert.All(all, c => Assert.Equal(Folding.Of(c), Folding.Of(Folding.Of(c))));
        Assert.All(all, c => Assert.Contains(c, Folding.Alike(Folding.Of(c))));
    }
}

using HuiminCoord.Domain.Searching;
using HuiminCoord.Server.Searching;

namespace HuiminCoord.Server.Tests.Searching;

public sealed class LineAroundTests
{
    [Theory]
    [InlineData("第一行\n第二行有ＡＢＣ\n第三行", "abc", "第二行有ＡＢＣ")]
    [InlineData("第一行有ABC\n第二行", "abc", "第一行有ABC")]
    [InlineData("第一行\n第二行", "abc", "第一行")]
    [InlineData("", "abc", "")]
    public void The_line_of_the_place_is_shown(string body, string typed, string line) => Assert.Equal(line, LineAround.Of(body, SearchText.Of(typed)!));

    [Fact]
    public void A_long_line_is_cut_on_both_sides()
    {
        var line = LineAround.Of($"{new string('甲', 40)}食品{new string('乙', 80)}", SearchText.Of("食品")!);

        Assert.Equal($"…{new string('甲', 15)}食品{new string('乙', 43)}…", line);
    }

    [Fact]
    public void No_cut_goes_through_a_character()
    {
        var line = LineAround.Of($"{string.Concat(Enumerable.Repeat("𬭎", 20))}食品{string.Concat(Enumerable.Repeat("𬭎", 60))}", SearchText.Of("食品")!);

        Assert.DoesNotContain('\ufffd', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(line)));
        Assert.Contains("𬭎食品𬭎", line, StringComparison.Ordinal);
    }
}

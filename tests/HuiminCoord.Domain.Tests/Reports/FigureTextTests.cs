using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Domain.Tests.Reports;

/// <summary>Figures as people write them, also on a machine without culture data.</summary>
public sealed class FigureTextTests
{
    [Theory]
    [InlineData("１２", 12)]
    [InlineData("１，２５０", 1250)]
    [InlineData("　7　", 7)]
    [InlineData("1,250", 1250)]
    public void A_count(string text, int figure) => Assert.Equal((figure, null), FigureText.Read(text, FigureKind.Count));

    [Fact]
    public void Money_in_hundredths() => Assert.Equal((1250, null), FigureText.Read("１２．５", FigureKind.Money));

    [Theory]
    [InlineData("1,2", "figure.not-a-number")]
    [InlineData("－3", "figure.negative")]
    [InlineData("3.5", "figure.whole")]
    public void What_is_none(string text, string problem) => Assert.Equal((null, problem), FigureText.Read(text, FigureKind.Count));
}

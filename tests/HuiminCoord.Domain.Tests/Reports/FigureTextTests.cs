using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Domain.Tests.Reports;

/// <summary>Figures as people type them. The tests run without a globalization library, as the program does.</summary>
public sealed class FigureTextTests
{
    [Theory]
    [InlineData("１２５０", FigureKind.Count, 1250L, null)]
    [InlineData("１，２５０", FigureKind.Count, 1250L, null)]
    [InlineData("１２．５", FigureKind.Money, 1250L, null)]
    [InlineData("　12 ", FigureKind.Count, 12L, null)]
    [InlineData("", FigureKind.Count, null, null)]
    [InlineData("－１", FigureKind.Count, null, "figure.negative")]
    [InlineData("1,2", FigureKind.Count, null, "figure.not-a-number")]
    [InlineData("12.5", FigureKind.Count, null, "figure.whole")]
    [InlineData("12.345", FigureKind.Money, null, "figure.two-places")]
    [InlineData("1000000001", FigureKind.Count, null, "figure.too-large")]
    [InlineData("11111111111111111111111111111111111111111", FigureKind.Count, null, "figure.too-long")]
    public void A_figure_is_read_as_it_is_meant(string typed, FigureKind kind, long? figure, string? problem) => Assert.Equal((figure, problem), FigureText.Read(typed, kind));
}

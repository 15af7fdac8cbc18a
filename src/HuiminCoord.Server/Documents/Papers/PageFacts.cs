namespace HuiminCoord.Server.Documents.Papers;

/// <summary>
/// What GB/T 9704-2012 (党政机关公文格式) says about a page, in its own units, and the same in units of the file format:
/// twips (1/20 pt), half points for sizes, 1/8 pt for lines.
/// </summary>
internal static class PageFacts
{
    /// <summary>A4, in millimetres (5.1).</summary>
    internal const double PageWidth = 210, PageHeight = 297;

    /// <summary>天头, 订口 and the text area (5.2.1), in millimetres; the other two margins follow.</summary>
    internal const double Top = 37, Left = 28, AreaWidth = 156, AreaHeight = 225;

    /// <summary>22 lines of 28 characters fill the text area (5.2.3).</summary>
    internal const int LinesOnPage = 22, CharactersInLine = 28;

    /// <summary>Sizes by their Chinese names, in half points.</summary>
    internal const int Size2 = 44, SmallSize2 = 36, Size3 = 32, Size4 = 28, Size5 = 21, SmallSize5 = 18, Size6 = 15;

    /// <summary>A mark's upper edge stands this far below the upper edge of the text area (7.2.4, 10.3), in millimetres.</summary>
    internal const double MarkBelowTop = 35;

    /// <summary>The red line stands this far below the line over it (7.2.7), in millimetres.</summary>
    internal const double RedLineBelowText = 4;

    /// <summary>The dashes beside a page number stand this far below the text area (7.5), in millimetres.</summary>
    internal const double PageNumberBelowArea = 7;

    /// <summary>Lines of the 版记 (7.4.1): the outer ones 0.35 mm, the inner ones 0.25 mm, in 1/8 pt.</summary>
    internal const uint OuterLine = 8, InnerLine = 6;

    /// <summary>The standard leaves the red line's strength open; 1.5 pt is usual.</summary>
    internal const uint RedLine = 12;

    /// <summary>Grids add to every character in 1/4096 pt.</summary>
    private const double GridUnitsInPoint = 4096;

    private const double TwipsInMillimetre = 1440 / 25.4;

    internal static int PageWidthTwips { get; } = Twips(PageWidth);

    internal static int PageHeightTwips { get; } = Twips(PageHeight);

    internal static int TopTwips { get; } = Twips(Top);

    internal static int LeftTwips { get; } = Twips(Left);

    internal static int RightTwips { get; } = Twips(PageWidth - Left - AreaWidth);

    internal static int BottomTwips { get; } = Twips(PageHeight - Top - AreaHeight);

    /// <summary>What is left for text between the margins.</summary>
    internal static int AreaWidthTwips { get; } = PageWidthTwips - LeftTwips - RightTwips;

    /// <summary>The same on a page that lies across: its text area is as wide as the others are high.</summary>
    internal static int AcrossWidthTwips { get; } = PageHeightTwips - TopTwips - BottomTwips;

    /// <summary>Distance of two lines, 28.99 pt; rounded down, because 22 lines that are higher than the area are 21.</summary>
    internal static int LineTwips { get; } = (int)(AreaHeight * TwipsInMillimetre / LinesOnPage);

    /// <summary>What the grid adds to a character of size 3, so that 28 of them fill a line: 15.79 pt instead of 16 pt.</summary>
    internal static int GridCharacterSpace { get; } =
        (int)Math.Round(((AreaWidth * TwipsInMillimetre / CharactersInLine / 20) - (Size3 / 2.0)) * GridUnitsInPoint);

    /// <summary>
    /// The same for the styles, in twips, rounded up: not all programs lay characters on a grid that is closer than their size, so our
    /// styles bring the closeness along, and the grid is for whatever people add.
    /// </summary>
    internal static int Closeness { get; } = (int)Math.Floor((AreaWidth * TwipsInMillimetre / CharactersInLine) - (Size3 * 10));

    /// <summary>Width of some characters of the grid.</summary>
    internal static int Characters(double count) => (int)Math.Round(count * AreaWidth * TwipsInMillimetre / CharactersInLine);

    internal static int Twips(double millimetres) => (int)Math.Round(millimetres * TwipsInMillimetre);
}

using DocumentFormat.OpenXml.Spreadsheet;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>The looks of cells. Each is there twice: the second time for a text that a program could take for a formula.</summary>
internal static class WorkbookStyles
{
    private const string Song = "宋体", Hei = "黑体", Title = "方正小标宋简体";
    private const uint None = 0, White = 2, Grey = 3, Pale = 4, Blue = 5;
    private const uint General = 0, Whole = 1, TwoPlaces = 2, AsText = 49;

    private static readonly (SheetLook Look, uint Font, uint Fill, bool Border, uint Format, bool Locked, HorizontalAlignmentValues Side, bool Wraps)[] All =
    [
        (SheetLook.Plain, 0, None, false, General, true, HorizontalAlignmentValues.General, false),
        (SheetLook.Title, 1, None, false, General, true, HorizontalAlignmentValues.Center, true),
        (SheetLook.Stamp, 4, None, false, General, true, HorizontalAlignmentValues.Center, false),
        (SheetLook.Label, 2, None, false, General, true, HorizontalAlignmentValues.Right, false),
        (SheetLook.Fixed, 0, None, false, AsText, true, HorizontalAlignmentValues.Left, false),
        (SheetLook.Field, 0, Pale, true, AsText, false, HorizontalAlignmentValues.Left, false),
        (SheetLook.Head, 2, Blue, true, General, true, HorizontalAlignmentValues.Center, true),
        (SheetLook.HeadUnit, 3, Blue, true, General, true, HorizontalAlignmentValues.Center, true),
        (SheetLook.RowHead, 0, None, true, General, true, HorizontalAlignmentValues.Center, true),
        (SheetLook.SumHead, 2, White, true, General, true, HorizontalAlignmentValues.Center, true),
        (SheetLook.Count, 0, None, true, Whole, false, HorizontalAlignmentValues.Right, false),
        (SheetLook.Money, 0, None, true, TwoPlaces, false, HorizontalAlignmentValues.Right, false),
        (SheetLook.Supporting, 0, Pale, true, Whole, false, HorizontalAlignmentValues.Right, false),
        (SheetLook.ShownCount, 0, None, true, Whole, true, HorizontalAlignmentValues.Right, false),
        (SheetLook.ShownMoney, 0, None, true, TwoPlaces, true, HorizontalAlignmentValues.Right, false),
        (SheetLook.SumCount, 2, White, true, Whole, true, HorizontalAlignmentValues.Right, false),
        (SheetLook.SumMoney, 2, White, true, TwoPlaces, true, HorizontalAlignmentValues.Right, false),
        (SheetLook.Grey, 0, Grey, true, General, true, HorizontalAlignmentValues.Center, false),
        (SheetLook.Text, 0, None, true, AsText, false, HorizontalAlignmentValues.Left, true),
        (SheetLook.FixedText, 0, None, true, AsText, true, HorizontalAlignmentValues.Left, true),
        (SheetLook.Note, 3, None, false, General, true, HorizontalAlignmentValues.Left, true),
    ];

    /// <summary>The number under which a cell names its look.</summary>
    internal static uint Index(SheetLook look, bool quoted) => (2 * (uint)look) + (quoted ? 1u : 0);

    internal static Stylesheet Sheet() => new(
        new Fonts(Face(Song, 10), Face(Title, 20), Face(Hei, 10), Face(Song, 9), Face(Hei, 11, "FFC00000")),
        // The first two are the format's own.
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), Solid("FFF2F2F2"), Solid("FFBFBFBF"), Solid("FFFFF8E5"), Solid("FFDDEBF7")),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Box()),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(Enumerable.Range(0, All.Length * 2).Select(n => Format(n / 2, n % 2 == 1))),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static CellFormat Format(int index, bool quoted)
    {
        var (_, font, fill, border, number, locked, side, wraps) = All[index];
        return new CellFormat(
            new Alignment { Horizontal = side, Vertical = All[index].Look is SheetLook.Text or SheetLook.FixedText ? VerticalAlignmentValues.Top : VerticalAlignmentValues.Center, WrapText = wraps },
            new Protection { Locked = locked })
        {
            NumberFormatId = number,
            FontId = font,
            FillId = fill,
            BorderId = border ? 1u : 0,
            FormatId = 0,
            QuotePrefix = quoted ? true : null,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
            ApplyProtection = true,
        };
    }

    private static Font Face(string name, double size, string colour = "FF000000") => new(
        new FontSize { Val = size }, new Color { Rgb = colour }, new FontName { Val = name }, new FontFamilyNumbering { Val = 3 }, new FontCharSet { Val = 134 });

    private static Fill Solid(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static Border Box() => new(
        new LeftBorder(new Color { Auto = true }) { Style = BorderStyleValues.Thin },
        new RightBorder(new Color { Auto = true }) { Style = BorderStyleValues.Thin },
        new TopBorder(new Color { Auto = true }) { Style = BorderStyleValues.Thin },
        new BottomBorder(new Color { Auto = true }) { Style = BorderStyleValues.Thin },
        new DiagonalBorder());
}

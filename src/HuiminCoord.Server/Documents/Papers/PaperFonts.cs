using DocumentFormat.OpenXml.Wordprocessing;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>
/// Fonts of official papers, by name: files of the program never carry them, since they are licensed with an office's machine. Each
/// declares what may take its place.
/// </summary>
internal static class PaperFonts
{
    /// <summary>小标宋, for marks and titles.</summary>
    internal const string Title = "方正小标宋简体";

    /// <summary>仿宋, for whatever has no other.</summary>
    internal const string Text = "仿宋_GB2312";

    /// <summary>黑体, for headings 一、 and labels.</summary>
    internal const string Heading = "黑体";

    /// <summary>楷体, for headings （一）.</summary>
    internal const string SecondHeading = "楷体_GB2312";

    /// <summary>宋体, for page numbers.</summary>
    internal const string PageNumber = "宋体";

    /// <summary>Name, other names in the order in which they may take its place, and the family that decides where none is there.</summary>
    private static readonly (string Name, string Others, FontFamilyValues Family)[] All =
    [
        (Title, "方正小标宋_GBK,FZXiaoBiaoSong-B05S,小标宋体,华文中宋,宋体", FontFamilyValues.Roman),
        (Text, "仿宋,FangSong,华文仿宋", FontFamilyValues.Modern),
        (Heading, "SimHei,华文黑体", FontFamilyValues.Swiss),
        (SecondHeading, "楷体,KaiTi,华文楷体", FontFamilyValues.Modern),
        (PageNumber, "SimSun,华文宋体", FontFamilyValues.Roman),
    ];

    internal static Fonts Table() => new(All.Select(f => new Font
    {
        Name = f.Name,
        AltName = new AltName { Val = f.Others },
        // GB 2312, as fonts number their character sets.
        FontCharSet = new FontCharSet { Val = "86" },
        FontFamily = new FontFamily { Val = f.Family },
        Pitch = new Pitch { Val = FontPitchValues.Variable },
    }));

    /// <summary>One font for Chinese and for what stands between: quotation marks and digits of another font spoil a line.</summary>
    internal static RunFonts Of(string font) => new() { Hint = FontTypeHintValues.EastAsia, Ascii = font, HighAnsi = font, EastAsia = font, ComplexScript = font };
}

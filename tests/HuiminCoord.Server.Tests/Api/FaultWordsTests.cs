using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Reporting;
using HuiminCoord.Server.Tests.Documents.Workbooks;

namespace HuiminCoord.Server.Tests.Api;

/// <summary>What is wrong with a sheet or a workbook's cell has its sentence, in both languages.</summary>
public sealed partial class FaultWordsTests
{
    /// <summary>Where codes come from that are answered by cell.</summary>
    private static readonly string[] Sources = ["HuiminCoord.Domain/Reports", "HuiminCoord.Server/Documents/Workbooks"];

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void Every_code_in_the_source_has_a_sentence_and_no_sentence_is_left_over(Language language)
    {
        var codes = SourceCodes().Where(c => !RefusalCodes.Status.ContainsKey(c)).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string> { "workbook.column-missing", "workbook.row-twice", "workbook.far-cell", "figure.whole", "sheet.outlier" }, codes);
        Assert.Equal(codes.Order(StringComparer.Ordinal), FaultWords.In(language).Keys.Where(k => !k.EndsWith(".said", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal([], FaultWords.In(language).Keys.Where(k => k.EndsWith(".said", StringComparison.Ordinal) && !codes.Contains(k[..^".said".Length])));
    }

    [Fact]
    public void Both_languages_say_the_same_with_the_same_gaps()
    {
        var (chinese, english) = (FaultWords.In(Language.Chinese), FaultWords.In(Language.English));
        Assert.Equal(chinese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(chinese.Keys, key => Assert.Equal(Gaps(chinese[key]), Gaps(english[key])));
        Assert.All(english.Values, text => Assert.DoesNotMatch("[\\u4e00-\\u9fff]", text));
        Assert.All(chinese.Values, text => Assert.DoesNotMatch("驳回|督办|严禁|责令|必须", text));
    }

    [Fact]
    public void A_sentence_repeats_what_stands_in_the_cell_and_names_columns()
    {
        Assert.Equal("“十二”不是数字，请只填数字。", Say("figure.not-a-number", "出动执法人员", "十二"));
        Assert.Equal("不是数字，请只填数字。", Say("figure.not-a-number"));
        Assert.Equal("“办结(结案)”累计9，多于“立案”累计2，请核实。", Say(SheetCodes.Exceeds, "closed", "9", "filed", "2"));
        Assert.Equal("“—”有两列，请只保留一列。", Say("workbook.column-twice"));
    }

    private static string Say(string code, params string[] facts) => FaultWords.Say(code, facts, SampleReports.Form, Language.Chinese);

    private static IEnumerable<string> Gaps(string text) => Gap().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    /// <summary>A name that is missing or stands there twice is made of what it names: a column, or a row.</summary>
    private static IEnumerable<string> SourceCodes() => Sources
        .SelectMany(s => Directory.EnumerateFiles(Path.Combine(Source, s), "*.cs", SearchOption.AllDirectories))
        .SelectMany(f => Code().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
        .SelectMany(c => c.Contains("{what}", StringComparison.Ordinal) ? [c.Replace("{what}", "column", StringComparison.Ordinal), c.Replace("{what}", "row", StringComparison.Ordinal)] : (string[])[c]);

    private static string Source { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "src"));

    private static string ThisFile([CallerFilePath] string file = "") => file;

    [GeneratedRegex("\"((?:sheet|figure|workbook)\\.(?:\\{what\\}-)?[a-z-]+)\"")]
    private static partial Regex Code();

    [GeneratedRegex("\\{\\d\\}")]
    private static partial Regex Gap();
}

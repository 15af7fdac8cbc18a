using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Tests.Api;

public sealed partial class RefusalWordsTests
{
    /// <summary>The rooms' thinking: every dotted literal in it is an alias or a refusal.</summary>
    private static readonly string[] Rooms = ["Access", "Campaigns", "Consolidations", "Deciding", "Drafts", "Meetings", "Offices", "Onboarding", "Phases", "Supervision", "Tasks", "Units"];

    [Fact]
    public void Every_refusal_in_the_source_has_a_status()
    {
        Assert.Empty(SourceCodes().Except(RefusalCodes.Status.Keys));
    }

    [Fact]
    public void Every_status_belongs_to_a_refusal_that_the_source_still_knows()
    {
        Assert.Empty(RefusalCodes.Status.Keys.Except(SourceCodes()));
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void Every_refusal_has_a_sentence(Language language)
    {
        Assert.Equal(RefusalCodes.Status.Keys.Order(StringComparer.Ordinal), RefusalWords.Codes(language).Order(StringComparer.Ordinal));
        Assert.All(RefusalCodes.Status.Keys, code =>
        {
            var sentence = RefusalWords.Say(new Refusal(code, "1", "2", "3"), language);
            Assert.DoesNotContain("{", sentence.Title + sentence.Detail, StringComparison.Ordinal);
            Assert.True(sentence.Title.Length is > 1 and < 40 && sentence.Detail.Length is > 3 and < 200, code);
        });
    }

    [Fact]
    public void Sentences_between_equals_ask_and_do_not_scold()
    {
        Assert.All(RefusalCodes.Status.Keys, code =>
        {
            var sentence = RefusalWords.Say(new Refusal(code), Language.Chinese);
            Assert.DoesNotMatch("驳回|督办|惠民|严禁|责令", sentence.Title + sentence.Detail);
        });
    }

    [Fact]
    public void Names_of_parts_and_seats_are_said_in_words()
    {
        Assert.Equal("“2020年9月小结和统计表”的统计表已审核通过，不能再变动。", RefusalWords.Say(new Refusal("part.already-accepted", "table", "2020年9月小结和统计表"), Language.Chinese).Detail);
        Assert.Equal("备用联络人尚未确定人员。", RefusalWords.Say(new Refusal("seat.vacant", "deputy"), Language.Chinese).Detail);
    }

    [Fact]
    public void Instants_are_said_to_the_minute_in_Shanghai_time()
    {
        var refusal = new Refusal("submit.received-out-of-range", $"{new DateTimeOffset(2020, 9, 17, 0, 10, 0, TimeSpan.Zero):O}");
        Assert.Equal("收件时间2020-09-17 08:10须在方案下达之后、当前时间之前。", RefusalWords.Say(refusal, Language.Chinese).Detail);
    }

    private static HashSet<string> SourceCodes()
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var room in Rooms)
        {
            Collect(codes, Literal(), Path.Combine(Source, "HuiminCoord.Domain", room));
        }

        Collect(codes, OfReport(), Path.Combine(Source, "HuiminCoord.Domain", "Reports"));
        Collect(codes, OfWorkbook(), Path.Combine(Source, "HuiminCoord.Server", "Documents", "Workbooks"));
        Collect(codes, NewRefusal(), Path.Combine(Source, "HuiminCoord.Domain", "Files"));
        Collect(codes, NewRefusal(), Path.Combine(Source, "HuiminCoord.Domain", "Plans"));
        Collect(codes, NewRefusal(), Path.Combine(Source, "HuiminCoord.Domain", "Rehearsing"));
        Collect(codes, NewRefusal(), Path.Combine(Source, "HuiminCoord.Grains"));
        Collect(codes, NewRefusal(), Path.Combine(Source, "HuiminCoord.Server"));
        Collect(codes, Absent(), Path.Combine(Source, "HuiminCoord.Server"));
        return codes;
    }

    private static void Collect(HashSet<string> codes, Regex pattern, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        {
            var text = Alias().Replace(File.ReadAllText(file), "");
            codes.UnionWith(pattern.Matches(text).SelectMany(m => m.Groups[1].Captures).Select(c => c.Value));
        }
    }

    private static string Source { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "src"));

    private static string ThisFile([CallerFilePath] string file = "") => file;

    [GeneratedRegex("\"([a-z]+\\.[a-z-]+)\"")]
    private static partial Regex Literal();

    /// <summary>What is wrong with a sheet (sheet.…, figure.…) is answered by its cell and refuses nothing.</summary>
    [GeneratedRegex("\"((?:report|part|submit|reason|text)\\.[a-z-]+)\"")]
    private static partial Regex OfReport();

    /// <summary>What refuses a file as a whole.</summary>
    [GeneratedRegex("(?:UnreadableWorkbookException|OfFile|Refused|Check|Require)\\((?:[^\"\\n]|\"EncryptedPackage\")*\"(?<1>workbook\\.[a-z-]+)\"(?: : \"(?<1>workbook\\.[a-z-]+)\")?")]
    private static partial Regex OfWorkbook();

    [GeneratedRegex("new Refusal\\(\\s*\"([a-z.-]+)\"")]
    private static partial Regex NewRefusal();

    [GeneratedRegex("Absent\\(\"([a-z.-]+)\"")]
    private static partial Regex Absent();

    [GeneratedRegex("Alias\\(\"[^\"]*\"\\)")]
    private static partial Regex Alias();
}

using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>The console's texts: all there in both languages, and none that nobody reads.</summary>
public sealed partial class WordsTests
{
    private static readonly PageWords Chinese = PageWords.In(Language.Chinese), English = PageWords.In(Language.English);

    [Fact]
    public void Both_languages_have_the_same_texts() => Assert.Equal(Chinese.Names.Order(StringComparer.Ordinal), English.Names.Order(StringComparer.Ordinal));

    [Fact]
    public void Both_languages_have_the_same_gaps() => Assert.All(Chinese.Names, name => Assert.Equal(Gaps(Chinese[name]), Gaps(English[name])));

    [Fact]
    public void Every_text_that_a_page_asks_for_is_there()
    {
        var asked = Asked().ToList();
        Assert.True(asked.Count > 150, $"{asked.Count}");
        Assert.Equal([], asked.Where(name => !Chinese.Names.Contains(name)).Distinct());
    }

    [Fact]
    public void Every_text_is_asked_for_by_some_page()
    {
        var (asked, beginnings) = (Asked().ToHashSet(), Beginnings().ToList());
        Assert.Equal([], Chinese.Names.Where(name => !asked.Contains(name) && !beginnings.Any(b => name.StartsWith(b, StringComparison.Ordinal))));
    }

    [Fact]
    public void English_has_no_Chinese_but_for_the_names_of_languages() =>
        Assert.Equal([], English.Names.Where(name => !name.StartsWith("language.", StringComparison.Ordinal) && Regex.IsMatch(English[name], "[\\u4e00-\\u9fff]")));

    [Fact]
    public void Texts_between_equals_ask_and_do_not_scold() => Assert.All(Chinese.Names, name => Assert.DoesNotMatch("驳回|督办|严禁|责令|必须", Chinese[name]));

    [Fact]
    public void A_missing_text_is_said_by_its_name() => Assert.Equal("no.such.text", Chinese["no.such.text"]);

    private static IEnumerable<string> Gaps(string text) => Gap().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    /// <summary>What stands between the brackets of <c>Words[…]</c> or <c>words[…]</c>, and the names in the navigation's table.</summary>
    private static IEnumerable<string> Asked() => Sources().SelectMany(text =>
        Asking().Matches(text).SelectMany(m => Name().Matches(m.Value)).Concat(Link().Matches(text)).Select(m => m.Groups[1].Value));

    /// <summary>Texts whose names end in a case: <c>seat.Liaison</c>, <c>status.Late</c>; those of MudBlazor are asked for by their keys.</summary>
    private static IEnumerable<string> Beginnings() => Sources().SelectMany(text => Beginning().Matches(text)).Select(m => m.Groups[1].Value).Concat(["mud.", "seat.", "status."]);

    private static IEnumerable<string> Sources() => Directory
        .EnumerateFiles(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "src", "HuiminCoord.Server", "Console")), "*", SearchOption.AllDirectories)
        .Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal))
        .Select(File.ReadAllText);

    private static string ThisFile([CallerFilePath] string file = "") => file;

    [GeneratedRegex("[Ww]ords\\[[^\\]]*\\]")]
    private static partial Regex Asking();

    [GeneratedRegex("\"([a-z][A-Za-z]+(?:\\.[A-Za-z0-9]+)+)\"")]
    private static partial Regex Name();

    [GeneratedRegex("\"(nav\\.[a-z]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("\\$\"((?:[a-z][a-zA-Z]*\\.)+)\\{")]
    private static partial Regex Beginning();

    [GeneratedRegex("\\{\\d\\}")]
    private static partial Regex Gap();
}

using System.Reflection;
using System.Text.RegularExpressions;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Channels.Reaching;

namespace HuiminCoord.Server.Tests.Channels;

/// <summary>Why attempts fail, to readers of both languages.</summary>
public sealed partial class FailureWordsTests
{
    private static IEnumerable<string> All => typeof(Failures).GetFields(BindingFlags.NonPublic | BindingFlags.Static).Where(f => f.IsLiteral)
        .Select(f => (string)f.GetRawConstantValue()!).Select(f => f.EndsWith('-') ? f + "503" : f);

    [Fact]
    public void Each_has_words_of_its_own_in_each_language()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var said = All.Select(f => Failures.Words(f, language)).ToList();
            Assert.True(said.Count > 10, $"{said.Count}");
            Assert.Equal(said.Count, said.Distinct().Count());
        }

        Assert.All(All, f => Assert.DoesNotMatch(Han(), Failures.Words(f, Language.English)));
        Assert.Equal(Failures.Words("http-503"), Failures.Words("http-503", Language.Chinese));
    }

    [GeneratedRegex("[\\u4e00-\\u9fff]")]
    private static partial Regex Han();
}

using System.Text.RegularExpressions;
using HuiminCoord.House.Tests.Reading;

namespace HuiminCoord.House.Tests.Pages;

/// <summary>Fields of live pages keep what people type, however far away the server is.</summary>
public sealed partial class FieldTests
{
    [Fact]
    public void What_is_typed_is_bound_and_never_set()
    {
        var pages = Repository.Below("src/HuiminCoord.Server/Console").Where(f => f.EndsWith(".razor", StringComparison.Ordinal)).ToList();
        Assert.True(pages.Count > 100, $"{pages.Count} pages and parts");
        Faults.None(pages.SelectMany(f => SetFields(File.ReadAllText(Path.Combine(Repository.Root, f))).Select(field => $"{f}: {field}")));
    }

    [Fact]
    public void A_field_that_is_set_is_found() =>
        Assert.Single(SetFields("<input id=\"a\" value=\"@Text\" @oninput=\"Type\" /><input id=\"b\" @bind:get=\"Text\" @bind:set=\"Type\" @bind:event=\"oninput\" />"));

    /// <summary>A key that is on its way while the page answers an earlier one would be written over.</summary>
    private static IEnumerable<string> SetFields(string page) => Field().Matches(page).Select(m => m.Value).Where(f => f.Contains("@oninput", StringComparison.Ordinal));

    [GeneratedRegex(@"<(input|textarea)\b[^>]*>")]
    private static partial Regex Field();
}

using HuiminCoord.House.Tests.Reading;

namespace HuiminCoord.House.Tests.Size;

/// <summary>What fits on a page or two can be understood at once. The bounds have no exceptions.</summary>
public sealed class SizeTests
{
    [Fact]
    public void No_file_is_longer_than_two_hundred_lines() => Faults.None(Repository.Source.SelectMany(Sizes.LongFiles));

    [Fact]
    public void No_method_is_longer_than_thirty_lines() => Faults.None(Repository.Source.SelectMany(Sizes.LongMethods));

    [Fact]
    public void What_does_something_has_a_file_of_its_own() => Faults.None(Repository.Source.SelectMany(Sizes.Crowded));

    [Theory]
    [InlineData(200, 0)]
    [InlineData(201, 1)]
    public void A_long_file_is_found(int lines, int found) =>
        Assert.Equal(found, Sizes.LongFiles(Sample(string.Concat(Enumerable.Repeat("// line\n", lines)))).Count());

    [Theory]
    [InlineData(30, 0)]
    [InlineData(31, 1)]
    public void A_long_method_is_found(int lines, int found) =>
        Assert.Equal(found, Sizes.LongMethods(Sample($"class C {{ void M()\n{{\n{Statements(lines)}}}\n}}")).Count());

    [Fact]
    public void A_long_expression_is_found() => Assert.Single(Sizes.LongMethods(Sample($"class C {{ int M() => 0\n{string.Concat(Enumerable.Repeat("+ 1\n", 30))}; }}")));

    [Theory]
    [InlineData(10, 0)]
    [InlineData(11, 1)]
    public void A_second_working_type_is_found(int lines, int found) =>
        Assert.Equal(found, Sizes.Crowded(Sample($"class Main {{ void M()\n{{\n{Statements(20)}}}\n}}\nclass Second {{ void M()\n{{\n{Statements(lines)}}}\n}}")).Count());

    private static SourceFile Sample(string text) => new("Domain", "Units", "Sample.cs", text);

    private static string Statements(int lines) => string.Concat(Enumerable.Repeat("F();\n", lines));
}

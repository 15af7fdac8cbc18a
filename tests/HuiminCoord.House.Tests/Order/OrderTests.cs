using HuiminCoord.House.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HuiminCoord.House.Tests.Order;

/// <summary>Order inside a project is strictly upward, by the map in src/README.md.</summary>
public sealed class OrderTests
{
    private static readonly RoomMap Map = RoomMap.Read(Repository.RoomsReadme);

    [Fact]
    public void Every_name_in_the_source_is_understood() => Faults.None(Uses.All.SelectMany(u => u.Unknown));

    [Fact]
    public void The_map_names_every_folder_with_source_and_no_other()
    {
        var withSource = Repository.Source.Where(f => f.Folder.Length > 0).Select(f => $"{f.Project}/{f.Folder}").ToHashSet();
        Faults.None(withSource.Except(Map.Folders));
        Assert.All(Map.Folders, f => Assert.True(Directory.Exists(Path.Combine(Repository.Root, "src", $"HuiminCoord.{f}")), f));
    }

    [Fact]
    public void A_namespace_is_its_folder() => Faults.None(CompiledSource.Trees.SelectMany(NotItsFolder));

    [Fact]
    public void A_folder_uses_only_folders_above_it() =>
        Faults.None(Uses.All.SelectMany(Downward));

    [Fact]
    public void The_domain_cannot_name_a_grain() =>
        Assert.Contains("OfficeGrain", Assert.Single(DownwardIn("Domain", "Offices", "public static class S { public static object F(HuiminCoord.Grains.Offices.OfficeGrain g) => g; }")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Domain", "Time", "using HuiminCoord.Domain.Units; public static class S { public static int F(UnitState s) => 1; }", "UnitState")]
    [InlineData("Domain", "Tasks", "public static class S { public static int F(HuiminCoord.Domain.Units.UnitState s) => 1; }", "UnitState")]
    [InlineData("Domain", "Units", "using static HuiminCoord.Domain.Phases.PhaseStage; public static class S { public static object F() => Running; }", "PhaseStage")]
    [InlineData("Grains", "Units", "using HuiminCoord.Grains.Tasks; public static class S { public static object F(ITaskGrain g) => g; }", "ITaskGrain")]
    [InlineData("Server", "Api/Doors", "public static class S { public static object F() => HuiminCoord.Server.Push.InboxReader.LargestBatch; }", "InboxReader")]
    [InlineData("Server", "Api/Refusals", "public static class S { public static object F() => ApiEndpoints.MapCoordinationApi; }", "ApiEndpoints")]
    public void A_use_of_a_lower_or_a_sibling_folder_is_found(string project, string folder, string text, string what) =>
        Assert.Contains(what, string.Join('\n', DownwardIn(project, folder, text)), StringComparison.Ordinal);

    [Fact]
    public void A_use_of_a_higher_folder_is_none() => Assert.Empty(DownwardIn(
        "Domain", "Units", "using HuiminCoord.Domain.Time; public static class S { public static object F(WorkingCalendar c) => c; }"));

    [Fact]
    public void A_namespace_that_is_not_its_folder_is_found() => Assert.Single(NotItsFolder(
        CompiledSource.Parse(new SourceFile("Grains", "Units", "Sample.cs", "namespace HuiminCoord.Grains.Common; public class S;"))));

    [Fact]
    public void A_folder_that_the_map_does_not_name_knows_nobody_and_is_known_by_nobody()
    {
        Assert.False(Map.MayUse("Domain", "Elsewhere", "Domain", "Time"));
        Assert.False(Map.MayUse("Domain", "Units", "Domain", "Elsewhere"));
    }

    private static IEnumerable<string> DownwardIn(string project, string folder, string text)
    {
        var usings = string.Concat(text.Split("; ").TakeWhile(s => s.StartsWith("using ", StringComparison.Ordinal)).Select(s => $"{s};\n"));
        var rest = string.Join("; ", text.Split("; ").SkipWhile(s => s.StartsWith("using ", StringComparison.Ordinal)));
        var sample = new SourceFile(project, folder, "Sample.cs", $"{usings}namespace HuiminCoord.{project}.{folder.Replace('/', '.')};\n{rest}");
        var (all, tree) = CompiledSource.With(sample);
        return Downward(Uses.Of(all, tree));
    }

    private static IEnumerable<string> Downward(Uses uses) => uses.Others
        .Where(use => !MayUse(use))
        .Select(use => $"{use.By} uses {use.What} of {use.Declared}")
        .Distinct();

    private static bool MayUse(Use use)
    {
        var ((project, folder), (usedProject, usedFolder)) = (Uses.Place(use.By), Uses.Place(use.Declared));
        return Map.MayUse(project, folder, usedProject, usedFolder);
    }

    private static IEnumerable<string> NotItsFolder(SyntaxTree tree)
    {
        var (project, folder) = Uses.Place(tree.FilePath);
        var expected = $"HuiminCoord.{project}.{folder.Replace('/', '.')}".TrimEnd('.');
        return tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
            .Where(n => n.Name.ToString() != expected)
            .Select(n => $"{tree.FilePath}: {n.Name} should be {expected}");
    }
}

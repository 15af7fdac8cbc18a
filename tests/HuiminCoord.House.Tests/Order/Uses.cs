using HuiminCoord.House.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HuiminCoord.House.Tests.Order;

/// <summary>A file that names something of another one.</summary>
/// <param name="Declared">The file that declares it, from <c>src/</c>.</param>
internal sealed record Use(string By, int Line, string What, string Declared);

/// <summary>What a file uses of others, found by what each name in it means.</summary>
/// <param name="Others">Names that other files of the house declare.</param>
/// <param name="Unknown">Names that lead nowhere: without them these tests would pass over what they cannot see.</param>
internal sealed record Uses(IReadOnlyList<Use> Others, IReadOnlyList<string> Unknown)
{
    private static readonly Lazy<IReadOnlyList<Uses>> Found = new(() => [.. CompiledSource.Trees.AsParallel().Select(t => Of(CompiledSource.All, t))]);

    /// <summary>Of every file of the repository; looked at once.</summary>
    internal static IReadOnlyList<Uses> All => Found.Value;

    internal static Uses Of(CSharpCompilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        var (others, unknown) = (new List<Use>(), new List<string>());
        foreach (var node in tree.GetRoot().DescendantNodes().Where(n => n is SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax))
        {
            var found = model.GetSymbolInfo(node);
            var symbol = found.Symbol ?? found.CandidateSymbols.FirstOrDefault();
            var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            if (symbol is null && !NeedsNone(node))
            {
                unknown.Add($"{tree.FilePath}:{line}: {node}");
            }

            var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
            var declared = type?.OriginalDefinition.DeclaringSyntaxReferences.Select(r => r.SyntaxTree.FilePath).ToList() ?? [];
            if (declared.Count > 0 && !declared.Contains(tree.FilePath))
            {
                others.Add(new(tree.FilePath, line, type!.Name, declared[0]));
            }
        }

        return new(others, unknown);
    }

    internal static (string Project, string Folder) Place(string path)
    {
        var parts = path.Split('/');
        return (parts[0], string.Join('/', parts[1..^1]));
    }

    /// <summary>Words of the language that look like names, and a <c>new()</c> of a type parameter.</summary>
    private static bool NeedsNone(SyntaxNode node) =>
        node is ImplicitObjectCreationExpressionSyntax
        || node.Parent is NameEqualsSyntax { Parent: UsingDirectiveSyntax }
        || node.ToString() is "var" or "nameof" or "_" or "notnull";
}

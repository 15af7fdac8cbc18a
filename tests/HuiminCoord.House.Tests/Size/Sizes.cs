using HuiminCoord.House.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HuiminCoord.House.Tests.Size;

/// <summary>How long files and methods are, and what stands together in a file.</summary>
internal static class Sizes
{
    /// <summary>Lines of a file.</summary>
    internal const int File = 200;

    /// <summary>Lines of a method's body, between its braces, or of its expression.</summary>
    internal const int Method = 30;

    /// <summary>Lines of work that a type may do beside its file's main type.</summary>
    internal const int Companion = 10;

    internal static IEnumerable<string> LongFiles(SourceFile file)
    {
        var lines = file.Text.TrimEnd('\n').Split('\n').Length;
        return lines > File ? [$"{file.Path} has {lines} lines"] : [];
    }

    internal static IEnumerable<string> LongMethods(SourceFile file) =>
        from body in CompiledSource.Parse(file).GetRoot().DescendantNodes().Select(Body).OfType<SyntaxNode>()
        let lines = Lines(body)
        where lines > Method
        select $"{file.Path}: {Name(body.Parent!)} has {lines} lines";

    /// <summary>Vocabulary may stand together: records, rows, enums, exceptions. What does something has a file of its own.</summary>
    internal static IEnumerable<string> Crowded(SourceFile file)
    {
        var doing = CompiledSource.Parse(file).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()
            .Where(t => t.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax)
            .Select(t => (Type: t, Lines: t.DescendantNodes().OfType<MethodDeclarationSyntax>().Select(Body).OfType<SyntaxNode>().Sum(Lines)))
            .OrderByDescending(t => t.Lines).Skip(1).Where(t => t.Lines > Companion);
        return doing.Select(t => $"{file.Path}: {Name(t.Type)} does {t.Lines} lines of work beside the file's main type");
    }

    private static SyntaxNode? Body(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax m => (SyntaxNode?)m.Body ?? m.ExpressionBody,
        LocalFunctionStatementSyntax l => (SyntaxNode?)l.Body ?? l.ExpressionBody,
        AccessorDeclarationSyntax a => (SyntaxNode?)a.Body ?? a.ExpressionBody,
        PropertyDeclarationSyntax p => p.ExpressionBody,
        _ => null,
    };

    private static int Lines(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + (node is BlockSyntax ? -1 : 1);
    }

    private static string Name(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax m => m.Identifier.Text,
        LocalFunctionStatementSyntax l => l.Identifier.Text,
        BaseTypeDeclarationSyntax t => t.Identifier.Text,
        PropertyDeclarationSyntax p => p.Identifier.Text,
        _ => node.Kind().ToString(),
    };
}

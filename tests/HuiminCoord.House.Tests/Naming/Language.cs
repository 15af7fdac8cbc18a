using System.Text.RegularExpressions;
using HuiminCoord.House.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HuiminCoord.House.Tests.Naming;

/// <summary>Logs and exceptions are read by programmers and operators: English. Messages to people are Chinese and stand elsewhere.</summary>
internal static partial class Language
{
    /// <summary>Never written: people read it as a slogan, and the district's name is 回民.</summary>
    internal const string Slogan = "\u60e0\u6c11";

    internal static IEnumerable<string> ChineseInLogs(SourceFile file) =>
        from node in CompiledSource.Parse(file).GetRoot().DescendantNodes()
        let arguments = node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: var name } } call when name.StartsWith("Log", StringComparison.Ordinal) => call.ArgumentList,
            ObjectCreationExpressionSyntax { Type: var type } made when type.ToString().EndsWith("Exception", StringComparison.Ordinal) => made.ArgumentList,
            _ => null,
        }
        where arguments is not null && Literals(arguments).Any(text => Chinese().IsMatch(text))
        select $"{file.Path}: {arguments}";

    internal static IEnumerable<string> Slogans(string path, string text) => text.Contains(Slogan, StringComparison.Ordinal) ? [path] : [];

    private static IEnumerable<string> Literals(SyntaxNode node) =>
        node.DescendantTokens().Where(t => t.Parent is LiteralExpressionSyntax or InterpolatedStringTextSyntax).Select(t => t.ValueText);

    [GeneratedRegex("[\\u3000-\\u303f\\u4e00-\\u9fff\\uff00-\\uffef]")]
    private static partial Regex Chinese();
}

using System.Text.RegularExpressions;
using HuiminCoord.House.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HuiminCoord.House.Tests.Naming;

/// <summary>The house's language: how commands, events, stages, grains and refusals are named.</summary>
internal static partial class Names
{
    /// <summary>Cases of <c>XCommand</c> ask, cases of <c>XEvent</c> tell; both are stored and sent by the same words.</summary>
    internal static IEnumerable<string> Unions(SourceFile file)
    {
        foreach (var (union, one) in Cases(file))
        {
            var (name, command) = (one.Identifier.Text, union.Identifier.Text.EndsWith("Command", StringComparison.Ordinal));
            if (command ? !Words.AsksForSomething(name) : !Words.SaysWhatHappened(name))
            {
                yield return $"{file.Path}: {union.Identifier}.{name} is not {(command ? "imperative" : "past tense")}";
            }

            // A union in several files says its alias in the first; in the others it is told from its name.
            var alias = Alias(union) ?? (union.Modifiers.Any(SyntaxKind.PartialKeyword) ? Words.Dashed(union.Identifier.Text) : null);
            var expected = $"{(command ? alias : alias?.Replace("-event", "", StringComparison.Ordinal))}.{Words.Dashed(name)}";
            if (Alias(one) != expected)
            {
                yield return $"{file.Path}: {union.Identifier}.{name} is stored as {Alias(one) ?? "nothing"}, not as {expected}";
            }
        }
    }

    /// <summary>A stage says where something stands, not what to do: no command is called like it.</summary>
    internal static IEnumerable<string> Stages(SourceFile file) =>
        from stage in Root(file).DescendantNodes().OfType<EnumDeclarationSyntax>()
        where stage.Identifier.Text.EndsWith("Stage", StringComparison.Ordinal)
        from member in stage.Members
        let name = member.Identifier.Text
        // Open is an adjective too.
        where name != "Open" && Words.AsksForSomething(name) && !Words.SaysWhatHappened(name)
        select $"{file.Path}: {stage.Identifier}.{name} is no adjective";

    /// <summary>Grain interfaces are <c>IXGrain</c> with an alias on themselves and on each method; what several of them share is <c>I…able</c>.</summary>
    internal static IEnumerable<string> Grains(SourceFile file)
    {
        foreach (var grain in Root(file).DescendantNodes().OfType<InterfaceDeclarationSyntax>().Where(i => i.BaseList?.Types.Any(t => IsGrain(t.ToString())) == true))
        {
            if (!GrainName().IsMatch(grain.Identifier.Text))
            {
                yield return $"{file.Path}: {grain.Identifier} is not called I…Grain";
            }

            foreach (var unnamed in grain.Members.Prepend<MemberDeclarationSyntax>(grain).Where(m => Alias(m) is null))
            {
                yield return $"{file.Path}: {grain.Identifier} has no [Alias] on {(unnamed as MethodDeclarationSyntax)?.Identifier.Text ?? "itself"}";
            }
        }
    }

    /// <summary>Codes are <c>room.words-with-dashes</c>.</summary>
    internal static IEnumerable<string> Refusals(SourceFile file) =>
        Codes(file).Where(code => !RefusalCode().IsMatch(code)).Select(code => $"{file.Path}: {code} is no room.words-with-dashes");

    internal static int CasesIn(SourceFile file) => Cases(file).Count();

    internal static int RefusalsIn(SourceFile file) => Codes(file).Count();

    /// <summary>Names that say nothing. The framework's word for putting things into a host is the exception: static, on <c>IServiceCollection</c>.</summary>
    internal static IEnumerable<string> Empty(SourceFile file) => Root(file).DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        .Where(t => EmptyWord().IsMatch(t.Identifier.Text) && !(t is ClassDeclarationSyntax c && PutsServicesIn(c)))
        .Select(t => $"{file.Path}: {t.Identifier} says nothing")
        .Concat(file.Folder.Split('/').Where(f => EmptyWord().IsMatch(f)).Select(f => $"{file.Path}: the folder {f} says nothing"));

    private static IEnumerable<(RecordDeclarationSyntax Union, RecordDeclarationSyntax Case)> Cases(SourceFile file) =>
        Root(file).DescendantNodes().OfType<RecordDeclarationSyntax>().Where(IsUnion).SelectMany(u => u.Members.OfType<RecordDeclarationSyntax>().Select(c => (u, c)));

    private static IEnumerable<string> Codes(SourceFile file) => Root(file).DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
        .Where(made => made.Type.ToString() == "Refusal")
        .Select(made => made.ArgumentList?.Arguments.FirstOrDefault()?.Expression).OfType<LiteralExpressionSyntax>().Select(code => code.Token.ValueText);

    private static bool IsUnion(RecordDeclarationSyntax record) =>
        record.Modifiers.Any(SyntaxKind.AbstractKeyword) && record.Identifier.Text is var name
        && (name.EndsWith("Command", StringComparison.Ordinal) || name.EndsWith("Event", StringComparison.Ordinal));

    private static bool IsGrain(string name) => name is "IWakeable" || name.StartsWith("IGrainWith", StringComparison.Ordinal);

    private static bool PutsServicesIn(ClassDeclarationSyntax type) =>
        type.Identifier.Text.EndsWith("Services", StringComparison.Ordinal) && type.Modifiers.Any(SyntaxKind.StaticKeyword)
        && type.Members.OfType<MethodDeclarationSyntax>().Any(m => m.ParameterList.Parameters.FirstOrDefault()?.Type?.ToString() == "IServiceCollection");

    private static string? Alias(MemberDeclarationSyntax member) => member.AttributeLists.SelectMany(l => l.Attributes)
        .Where(a => a.Name.ToString() == "Alias").Select(a => (a.ArgumentList?.Arguments[0].Expression as LiteralExpressionSyntax)?.Token.ValueText).FirstOrDefault();

    private static SyntaxNode Root(SourceFile file) => CompiledSource.Parse(file).GetRoot();

    [GeneratedRegex("^I[A-Z][A-Za-z]*(Grain|able)$")]
    private static partial Regex GrainName();

    [GeneratedRegex("^[a-z]+\\.[a-z]+(-[a-z]+)*$")]
    private static partial Regex RefusalCode();

    [GeneratedRegex("(Helper|Util|Utility|Utilitie|Common|Manager|Service|Misc)s?$")]
    private static partial Regex EmptyWord();
}

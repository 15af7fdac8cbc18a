using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HuiminCoord.House.Tests.Reading;

/// <summary>
/// The source as the compiler understands it: every name leads to the file that declares it. A list of usings would miss what
/// a file reaches without one (its parent namespace, a full name), the compiled code would miss constants.
/// </summary>
internal static class CompiledSource
{
    private static readonly string[] ImplicitUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Net.Http.Json", "System.Threading", "System.Threading.Tasks",
        "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
        "Orleans", "Orleans.Runtime", "Orleans.Hosting",
    ];

    private static readonly Lazy<CSharpCompilation> Compiled = new(() => CSharpCompilation.Create(
        "house",
        [Parse(string.Concat(ImplicitUsings.Select(u => $"global using {u};\n")), "usings"), .. Repository.Source.Select(Parse)],
        References(),
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)));

    /// <summary>All of it.</summary>
    internal static CSharpCompilation All => Compiled.Value;

    /// <summary>The files of the repository in it.</summary>
    internal static IEnumerable<SyntaxTree> Trees => All.SyntaxTrees.Where(t => t.FilePath.Contains('/', StringComparison.Ordinal));

    /// <summary>All of it and one more file, as if it stood in the repository.</summary>
    internal static (CSharpCompilation All, SyntaxTree Tree) With(SourceFile sample)
    {
        var tree = Parse(sample);
        return (All.AddSyntaxTrees(tree), tree);
    }

    internal static SyntaxTree Parse(SourceFile file) => Parse(file.Text, file.Path);

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest), path);

    /// <summary>What this process runs with, which is what the server runs with; its own assemblies are read as source.</summary>
    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => !Path.GetFileName(path).StartsWith("HuiminCoord.", StringComparison.Ordinal) && !Path.GetFileName(path).StartsWith("xunit", StringComparison.Ordinal))
        .Select(path => MetadataReference.CreateFromFile(path));
}

using System.Runtime.CompilerServices;

namespace HuiminCoord.House.Tests.Reading;

/// <summary>A file of the three source projects.</summary>
/// <param name="Project">Its last word: <c>Domain</c>, <c>Grains</c>, <c>Server</c>.</param>
/// <param name="Folder">Inside the project, with slashes: <c>Api/Doors</c>; empty beside the project file.</param>
internal sealed record SourceFile(string Project, string Folder, string Name, string Text)
{
    internal string Path => Folder.Length == 0 ? $"{Project}/{Name}" : $"{Project}/{Folder}/{Name}";
}

/// <summary>The repository that these tests were built in.</summary>
internal static class Repository
{
    private static readonly string[] Built = ["bin", "obj", "node_modules"];

    /// <summary>Source projects in the order in which they know each other.</summary>
    internal static readonly string[] Projects = ["Domain", "Grains", "Server"];

    internal static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    /// <summary>Every C# file of the source projects.</summary>
    internal static IReadOnlyList<SourceFile> Source { get; } = [.. Projects.SelectMany(Of)];

    /// <summary>The map of the rooms, which declares their order.</summary>
    internal static string RoomsReadme => File.ReadAllText(Path.Combine(Root, "src", "README.md"));

    /// <summary>Files below a folder of the repository, without what a build made; paths with slashes from the root.</summary>
    internal static IEnumerable<string> Below(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(Built.Contains))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<SourceFile> Of(string project)
    {
        var start = $"src/HuiminCoord.{project}/";
        return Below($"src/HuiminCoord.{project}").Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).Select(file =>
        {
            var inside = file[start.Length..];
            var slash = inside.LastIndexOf('/');
            return new SourceFile(project, slash < 0 ? "" : inside[..slash], inside[(slash + 1)..], File.ReadAllText(Path.Combine(Root, file)));
        });
    }

    private static string ThisFile([CallerFilePath] string file = "") => file;
}

using System.Text.RegularExpressions;

namespace HuiminCoord.House.Tests.Order;

/// <summary>
/// The order of folders as src/README.md draws it: a folder knows those on lines above it and itself. Folders on one line are
/// siblings and do not know each other. Files beside the project file know all.
/// </summary>
internal sealed partial class RoomMap
{
    private readonly Dictionary<(string Project, string Folder), int> _lines = [];

    /// <summary>Every folder that the map names, as <c>Project/Folder</c>.</summary>
    internal IEnumerable<string> Folders => _lines.Keys.Select(k => $"{k.Project}/{k.Folder}");

    internal static RoomMap Read(string readme)
    {
        var map = new RoomMap();
        var project = "";
        var fence = readme.IndexOf("```\n", StringComparison.Ordinal) + 4;
        foreach (var (line, number) in readme[fence..readme.IndexOf("```", fence, StringComparison.Ordinal)].Split('\n').Select((l, n) => (l, n)))
        {
            project = ProjectLine().Match(line) is { Success: true } start ? start.Groups[1].Value : project;
            foreach (var folder in RoomLine().Match(line).Groups[1].Captures)
            {
                map._lines.Add((project, folder.ToString()!.TrimEnd('/')), number);
            }
        }

        return map;
    }

    internal bool Names(string project, string folder) => _lines.ContainsKey((project, folder));

    /// <summary>True when a file of one folder may use what another declares.</summary>
    internal bool MayUse(string project, string folder, string usedProject, string usedFolder)
    {
        if (project != usedProject)
        {
            return Array.IndexOf(Reading.Repository.Projects, usedProject) < Array.IndexOf(Reading.Repository.Projects, project);
        }

        return folder == usedFolder || folder.Length == 0
            || (_lines.TryGetValue((project, folder), out var own) && _lines.TryGetValue((project, usedFolder), out var used) && used < own);
    }

    [GeneratedRegex(@"^HuiminCoord\.(\w+)")]
    private static partial Regex ProjectLine();

    [GeneratedRegex(@"^  (?:((?:[A-Z]\w*/)+) ?)+(?:  |$)")]
    private static partial Regex RoomLine();
}

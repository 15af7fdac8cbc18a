using System.Globalization;
using System.Reflection;

namespace HuiminCoord.Grains.Storage;

/// <summary>One numbered step of the schema.</summary>
/// <param name="Version">1, 2, 3 … without gaps; a script that has been released is never changed.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Text">The statements.</param>
internal sealed record SchemaScript(int Version, string Name, string Text);

/// <summary>The scripts that ship inside this assembly.</summary>
internal static class SchemaScripts
{
    /// <summary>All scripts for one engine, in order.</summary>
    public static IReadOnlyList<SchemaScript> All(DatabaseProvider provider)
    {
        var assembly = typeof(SchemaScripts).Assembly;
        var folder = $"{typeof(SchemaScripts).Namespace}.{provider}.";
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Select(name => Read(assembly, name, name[folder.Length..]))
            .OrderBy(script => script.Version)];
    }

    private static SchemaScript Read(Assembly assembly, string resource, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new SchemaScript(int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}

namespace HuiminCoord.Server.Api.Refusals;

/// <summary>Paths as they may be written down: the token of a link opens something, so it stands in no log and in no trace.</summary>
internal static class SecretPaths
{
    private static readonly string[] Doors = ["/setup", "/activate", "/join"];

    /// <summary>The path, without what follows the name of a door that a link opens.</summary>
    internal static string Shown(PathString path) =>
        Doors.FirstOrDefault(d => path.StartsWithSegments(d, StringComparison.OrdinalIgnoreCase, out var rest) && rest.HasValue) is { } door ? $"{door}/…" : path.Value ?? "";
}

namespace HuiminCoord.Server.Access;

/// <summary>Ways back that somebody's address names: only to pages of this server.</summary>
internal static class LocalPath
{
    private const int Longest = 400;

    /// <summary>The path if it leads to this server; null otherwise, also for what browsers read as another host (<c>//</c>, <c>/\</c>).</summary>
    internal static string? Of(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && path.Length <= Longest && !path.Any(c => char.IsControl(c) || c == '\\') ? path : null;

    /// <summary>Path and query of a request, as a way back to it.</summary>
    internal static string? Of(HttpRequest request) => Of(request.PathBase.ToUriComponent() + request.Path.ToUriComponent() + request.QueryString.ToUriComponent());
}

using System.Security.Cryptography;
using HuiminCoord.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>What pages load, from the program itself: our style sheet, icon and script; for live pages the framework's and MudBlazor's beside them.</summary>
internal static class PageAssets
{
    /// <summary>The parts of the style sheet, in order: tokens, the drawn shell and parts, what these pages add.</summary>
    private static readonly string[] Sheets =
        ["tokens.css", "ui.css", "pages.css", "live.css", "work.css", "board.css", "tasks.css", "plan.css", "calendar.css", "meetings.css", "visits.css", "admin.css", "sheets.css"];

    private static readonly byte[] Style = [.. Sheets.SelectMany(Read)];
    private static readonly byte[] Code = [.. new[] { "console.js", "dragging.js", "uploads.js", "sheets.js", "workbooks.js" }.SelectMany(Read)];
    private static readonly byte[] Picture =
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#14539A"/><path d="m4 8.5 2.8 2.8L12.4 5" fill="none" stroke="#fff" stroke-width="2"/></svg>"""u8.ToArray();

    /// <summary>Where the style sheet is; another text has another address, so browsers may keep it for good.</summary>
    internal static string Css { get; } = $"/assets/{Hash(Style)}/console.css";

    /// <summary>Where our script is.</summary>
    internal static string Script { get; } = $"/assets/{Hash(Code)}/console.js";

    /// <summary>Where the icon is.</summary>
    internal static string Icon { get; } = $"/assets/{Hash(Picture)}/icon.svg";

    /// <summary>Where the framework's script is.</summary>
    internal static string Framework { get; } = "/_framework/blazor.web.js";

    /// <summary>Where a file of MudBlazor is; the version makes another address of another file.</summary>
    internal static string Parts(string file) => $"/_content/MudBlazor/{file}?v={typeof(MudBlazor.MudComponentBase).Assembly.GetName().Version}";

    internal static void Map(WebApplication app)
    {
        app.MapStaticAssets(Path.Combine(AppContext.BaseDirectory, "HuiminCoord.Server.staticwebassets.endpoints.json")).Under("asset");
        app.MapGet("/assets/{hash}/console.css", (HttpContext http) => Answer(http, Style, "text/css; charset=utf-8", Css)).ExcludeFromDescription().Under("asset");
        app.MapGet("/assets/{hash}/console.js", (HttpContext http) => Answer(http, Code, "text/javascript; charset=utf-8", Script)).ExcludeFromDescription().Under("asset");
        app.MapGet("/assets/{hash}/icon.svg", (HttpContext http) => Answer(http, Picture, "image/svg+xml", Icon)).ExcludeFromDescription().Under("asset");
    }

    /// <summary>While servers of two versions run side by side, one is asked for the other's: it gives its own, which nobody keeps.</summary>
    private static FileContentHttpResult Answer(HttpContext http, byte[] content, string type, string path)
    {
        http.Response.Headers.CacheControl = http.Request.Path == path ? "public, max-age=31536000, immutable" : "no-store";
        return TypedResults.Bytes(content, type);
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..12];

    private static byte[] Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream($"{typeof(PageAssets).Namespace}.{name}")
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}

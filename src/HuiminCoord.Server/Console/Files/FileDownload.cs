using HuiminCoord.Server.Access;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Files;

namespace HuiminCoord.Server.Console.Files;

/// <summary>Attached files for whoever is signed in with a browser: pages link to <c>/files/{hash}</c>.</summary>
internal static class FileDownload
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/files/{hash}", Download).ExcludeFromDescription().Under("page.file");

    private static async Task<IResult> Download(string hash, HttpContext http, FileReach reach, CancellationToken cancellation)
    {
        var asker = Passages.Of(http).Asker;
        return new FileAnswer(await reach.Find(asker.Campaign, hash, asker, cancellation));
    }
}

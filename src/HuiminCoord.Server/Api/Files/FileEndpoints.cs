using HuiminCoord.Domain.Files;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Files;
using Microsoft.AspNetCore.Mvc;

namespace HuiminCoord.Server.Api.Files;

/// <summary>Evidence: uploaded first, then named by the act that it belongs to.</summary>
internal static class FileEndpoints
{
    private const string AnyContent = "application/octet-stream";

    /// <summary>A little more than is taken: our own answer says what the limit is.</summary>
    private static readonly RequestSizeLimitAttribute WholeFile = new(FileRules.MostBytes + (128 * 1024));

    internal static void Map(RouteGroupBuilder campaign)
    {
        campaign.MapPost("/files", Upload).AsUpload<FileRef>("uploadFile", AnyContent).WithMetadata(WholeFile)
            .Refuses("file.empty", "file.name-malformed", "file.too-large", "file.too-many-waiting", "file.type-refused");
        campaign.MapGet("/files/{hash}", Download).AsDownload(FileReach.Operation, AnyContent).Refuses("file.unknown");
    }

    /// <summary>Uploads one file: the body is its content, whatever it is.</summary>
    /// <remarks>
    /// At most 20 MB of PDF, OFD, DOCX, DOC, WPS, XLSX, XLS, ET, CSV, TXT, JPG or PNG; the content has to be what the extension says, and no macros are taken.
    /// The answer names the file as it is kept. An act of the same unit (of the office) then carries it by its hash; what none carries within seven days is removed.
    /// </remarks>
    /// <param name="name">What the file is called, extension included.</param>
    internal static Task<FileRef> Upload(string campaign, [Words(FileBody.MostName, 1)] string name, HttpContext http, FileStore files, CancellationToken cancellation)
    {
        FileStore.Require(FileRules.RefuseLarge(http.Request.ContentLength ?? 0));
        return files.Put(campaign, http.Request.Body, name, Passages.Of(http).Asker, cancellation);
    }

    /// <summary>Downloads a file.</summary>
    /// <remarks>It opens to whoever may see what it is attached to, and before that to the unit (the office) that uploaded it. All others are told that there is none.</remarks>
    internal static async Task<IResult> Download(string campaign, string hash, HttpContext http, FileReach reach, CancellationToken cancellation) =>
        new FileAnswer(await reach.Find(campaign, hash, Passages.Of(http).Asker, cancellation));
}

using HuiminCoord.Domain.Files;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Files;
using Microsoft.AspNetCore.Mvc;

namespace HuiminCoord.Server.Console.Uploads;

/// <summary>Uploads in pieces for whoever is signed in with a browser: <c>uploads.js</c> sends to <c>/uploads</c> what a program would send to the API.</summary>
/// <remarks>
/// A door of its own, because the console's cookie opens nothing of the API. It stands under the API's rows. Other sites cannot use it: the
/// cookie is sent to no request of theirs, their origin is refused, and bodies are of types that no form has.
/// </remarks>
internal static class UploadDoor
{
    private const string Path = "/uploads";

    internal static void Map(IEndpointRouteBuilder app)
    {
        var uploads = app.MapGroup(Path).ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(CommandLimits.BodyBytes));
        uploads.MapPost("", Begin).Under("beginUpload");
        uploads.MapGet("/{upload}", Find).Under("getUpload");
        uploads.MapPost("/{upload}/pieces", Append).Under("appendPiece").Accepts<Stream>("application/octet-stream").WithMetadata(SentPiece.Limit);
        uploads.MapPost("/{upload}/finish", Finish).Under("finishUpload");
        uploads.MapPost("/{upload}/give-up", GiveUp).Under("giveUpUpload");
    }

    private static Task<UploadView> Begin(BeginUploadBody body, HttpContext http, PieceStore pieces, CancellationToken cancellation) =>
        pieces.Begin(By(http).Campaign, body, By(http), cancellation);

    private static Task<UploadView> Find(string upload, HttpContext http, PieceStore pieces, CancellationToken cancellation) =>
        pieces.Find(By(http).Campaign, upload, By(http), cancellation);

    private static async Task<UploadView> Append(string upload, [Within(0, FileRules.MostBytes)] int offset, HttpContext http, PieceStore pieces, CancellationToken cancellation) =>
        await pieces.Append(By(http).Campaign, upload, offset, await SentPiece.Read(http.Request, cancellation), By(http), cancellation);

    private static Task<FileRef> Finish(string upload, HttpContext http, PieceStore pieces, CancellationToken cancellation) =>
        pieces.Finish(By(http).Campaign, upload, By(http), cancellation);

    private static Task<UploadView> GiveUp(string upload, HttpContext http, PieceStore pieces, CancellationToken cancellation) =>
        pieces.GiveUp(By(http).Campaign, upload, By(http), cancellation);

    private static Asker By(HttpContext http) => Passages.Of(http).Asker;
}

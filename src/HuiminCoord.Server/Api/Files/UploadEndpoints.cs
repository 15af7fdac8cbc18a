using HuiminCoord.Domain.Files;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Files;

namespace HuiminCoord.Server.Api.Files;

/// <summary>Evidence over a bad connection: sent in pieces, and gone on with where it was cut off.</summary>
internal static class UploadEndpoints
{
    internal static void Map(RouteGroupBuilder campaign)
    {
        var uploads = campaign.MapGroup("/files/uploads");
        uploads.MapPost("", Begin).AsAct<UploadView>("beginUpload", new BeginUploadBody("第二中学食堂.jpg", 4_194_304, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"))
            .Refuses("file.empty", "file.name-malformed", "file.too-large", "file.too-many-waiting", "file.type-refused", "upload.hash-malformed", "upload.too-many", "upload.too-much");
        uploads.MapGet("/{upload}", Find).AsQuestion<UploadView>("getUpload").Refuses("upload.unknown");
        uploads.MapPost("/{upload}/pieces", Append).AsUpload<UploadView>("appendPiece", "application/octet-stream").WithMetadata(SentPiece.Limit)
            .Refuses("upload.beyond-size", "upload.offset-wrong", "upload.piece-out-of-range", "upload.unknown");
        uploads.MapPost("/{upload}/finish", Finish).AsAct<FileRef>("finishUpload", null)
            .Refuses("file.too-many-waiting", "file.type-refused", "upload.hash-differs", "upload.incomplete", "upload.unknown");
        uploads.MapPost("/{upload}/give-up", GiveUp).AsAct<UploadView>("giveUpUpload", null).Refuses("upload.unknown");
    }

    /// <summary>Begins to upload a file in pieces.</summary>
    /// <remarks>
    /// The bounds of uploadFile hold. Whoever says the SHA-256 finds an upload of the same file that the unit (the office, the groups) began before, at the offset where it stands. A
    /// unit has at most 40 uploads under way, of at most 256 MB together; one for which nothing comes for three days is removed.
    /// </remarks>
    internal static Task<UploadView> Begin(string campaign, BeginUploadBody body, HttpContext http, PieceStore pieces, CancellationToken cancellation) =>
        pieces.Begin(campaign, body, Passages.Of(http).Asker, cancellation);

    /// <summary>Says how far an upload is.</summary>
    /// <remarks>Ask when an answer was lost, and go on from the offset. Only the unit (the office, the groups) that began an upload sees it; all others are told that there is none.</remarks>
    internal static Task<UploadView> Find(string campaign, string upload, HttpContext http, PieceStore pieces, CancellationToken cancellation) =>
        pieces.Find(campaign, upload, Passages.Of(http).Asker, cancellation);

    /// <summary>Sends the next piece of a file: the body is its bytes.</summary>
    /// <remarks>
    /// 16 KB to 1 MB; the last one may be shorter. An answer means that the piece is kept. A piece that begins anywhere but at the end of what is kept is refused,
    /// and the refusal's <c>offset</c> says where that is; the piece that was kept last may be sent again. Any server of the same database goes on with it.
    /// </remarks>
    /// <param name="offset">How many bytes of the file come before the piece.</param>
    internal static async Task<UploadView> Append(string campaign, string upload, [Within(0, FileRules.MostBytes)] int offset, HttpContext http, PieceStore pieces, CancellationToken cancellation) =>
        await pieces.Append(campaign, upload, offset, await SentPiece.Read(http.Request, cancellation), Passages.Of(http).Asker, cancellation);

    /// <summary>Finishes an upload: the file is taken in.</summary>
    /// <remarks>
    /// Name, content and announced SHA-256 are held against each other as uploadFile does, and the answer is the same: an act then carries the file by its hash. What is refused is removed.
    /// Asked again, it answers the same.
    /// </remarks>
    internal static Task<FileRef> Finish(string campaign, string upload, HttpContext http, PieceStore pieces, CancellationToken cancellation) =>
        pieces.Finish(campaign, upload, Passages.Of(http).Asker, cancellation);

    /// <summary>Gives an upload up.</summary>
    /// <remarks>What has arrived is removed; the answer is how far it was. A file that was finished already stays as one that was uploaded.</remarks>
    internal static Task<UploadView> GiveUp(string campaign, string upload, HttpContext http, PieceStore pieces, CancellationToken cancellation) =>
        pieces.GiveUp(campaign, upload, Passages.Of(http).Asker, cancellation);
}

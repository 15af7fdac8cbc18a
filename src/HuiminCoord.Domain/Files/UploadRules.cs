using HuiminCoord.Domain.Deciding;

namespace HuiminCoord.Domain.Files;

/// <summary>Bounds of files that are sent piece by piece.</summary>
public static class UploadRules
{
    /// <summary>Largest piece, in bytes.</summary>
    public const int MostPiece = 1024 * Kibibyte;

    /// <summary>Smallest piece but the last: a file is never a million rows.</summary>
    public const int LeastPiece = 16 * Kibibyte;

    /// <summary>Most uploads of one side that are under way: two acts' photographs.</summary>
    public const int MostUnfinished = 2 * FileRules.MostFiles;

    /// <summary>Most bytes that these announce together.</summary>
    public const long MostUnfinishedBytes = 256 * Mebibyte;

    /// <summary>So long an upload waits for its next piece: from a Friday's visit to Monday.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(3);

    private const int Kibibyte = 1024;
    private const int Mebibyte = 1024 * Kibibyte;

    /// <summary>Why a side may not begin another upload, or null.</summary>
    /// <param name="unfinished">Uploads of the side that are under way.</param>
    /// <param name="announced">Bytes that these announce together.</param>
    /// <param name="size">Bytes of the new one.</param>
    public static Refusal? RefuseAnother(int unfinished, long announced, long size) =>
        unfinished >= MostUnfinished ? new Refusal("upload.too-many", $"{MostUnfinished}")
        : announced + size > MostUnfinishedBytes ? new Refusal("upload.too-much", $"{MostUnfinishedBytes / Mebibyte}")
        : null;

    /// <summary>Why a piece is not taken at the end of what is there, or null.</summary>
    /// <param name="size">Bytes of the whole file.</param>
    /// <param name="received">Bytes that are there.</param>
    /// <param name="length">Bytes of the piece.</param>
    public static Refusal? RefusePiece(long size, long received, int length) =>
        length > MostPiece || length == 0 ? OutOfRange
        : received + length > size ? new Refusal("upload.beyond-size", $"{size - received}")
        : length < LeastPiece && received + length < size ? OutOfRange
        : null;

    /// <summary>Why an upload cannot be finished yet, or null.</summary>
    public static Refusal? RefuseFinish(long size, long received) => received < size ? new Refusal("upload.incomplete", $"{received}", $"{size}") : null;

    private static Refusal OutOfRange => new Refusal("upload.piece-out-of-range", $"{LeastPiece / Kibibyte}", $"{MostPiece / Kibibyte}");
}

using HuiminCoord.Domain.Deciding;

namespace HuiminCoord.Domain.Files;

/// <summary>What may be attached to an act.</summary>
public static class FileRules
{
    /// <summary>Largest file, in bytes: a scan of some fifty pages.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>Most files of one act.</summary>
    public const int MostFiles = 20;

    /// <summary>Length of a hash, in hexadecimal digits.</summary>
    public const int HashLength = 64;

    /// <summary>How a hash is spelt, as a regular expression.</summary>
    public const string HashPattern = "^[0-9a-f]{64}$";

    private const int ShownOfHash = 12;
    private const int Mebibyte = 1024 * 1024;

    /// <summary>True when the text is spelt as the hash of a content.</summary>
    public static bool IsHash(string? text) => text is { Length: HashLength } && text.All(char.IsAsciiHexDigitLower);

    /// <summary><c>file.empty</c>, <c>file.too-large</c>, or null.</summary>
    public static Refusal? RefuseSize(long bytes) => bytes == 0 ? new Refusal("file.empty") : RefuseLarge(bytes);

    /// <summary><c>file.too-large</c>, or null: also of what has not arrived yet.</summary>
    public static Refusal? RefuseLarge(long bytes) => bytes > MostBytes ? new Refusal("file.too-large", $"{MostBytes / Mebibyte}") : null;

    /// <summary><c>file.too-many</c>, or null.</summary>
    public static Refusal? RefuseCount(int files) => files > MostFiles ? new Refusal("file.too-many", $"{MostFiles}") : null;

    /// <summary><c>file.name-malformed</c>, <c>file.type-refused</c> by the extension alone, or null.</summary>
    /// <param name="name">What <see cref="FileNames.Clean"/> left of the declared name.</param>
    public static Refusal? RefuseName(string? name) =>
        name is null ? new Refusal("file.name-malformed")
        : FileTypes.Find(name) is null ? TypeRefused
        : null;

    /// <summary>The same, and <c>file.type-refused</c> where the content is not what the extension promises.</summary>
    public static Refusal? RefuseName(string? name, FileKind kind) =>
        RefuseName(name) ?? (FileTypes.Find(name!)!.Kind == kind ? null : TypeRefused);

    /// <summary>Why an act may not carry these files, or null. Whether they are there is for the door to know.</summary>
    public static Refusal? Refuse(IReadOnlyList<FileRef>? files) =>
        files is null ? null : RefuseCount(files.Count) ?? files.Select(Refuse).FirstOrDefault(r => r is not null);

    /// <summary>As an event keeps them: an act without files says nothing of files.</summary>
    public static IReadOnlyList<FileRef>? Carried(IReadOnlyList<FileRef>? files) => files is { Count: > 0 } ? files : null;

    /// <summary><c>file.unknown</c>: nobody reads more than the start of a hash.</summary>
    public static Refusal Unknown(string hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        return new Refusal("file.unknown", hash.Length > ShownOfHash ? hash[..ShownOfHash] : hash);
    }

    private static Refusal TypeRefused => new Refusal("file.type-refused", FileTypes.Extensions);

    private static Refusal? Refuse(FileRef file) =>
        !IsHash(file.Hash) ? Unknown(file.Hash)
        : FileNames.Clean(file.Name) != file.Name ? new Refusal("file.name-malformed")
        : FileTypes.Find(file.Name)?.MediaType != file.MediaType ? TypeRefused
        : RefuseSize(file.Size);
}

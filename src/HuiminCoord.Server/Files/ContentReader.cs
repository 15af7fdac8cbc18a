using System.IO.Compression;
using System.Text;
using HuiminCoord.Domain.Files;

namespace HuiminCoord.Server.Files;

/// <summary>Finds out what the bytes of a file are. It reads; <see cref="FileSigns"/> and its neighbours judge.</summary>
internal static class ContentReader
{
    /// <summary>Bytes that are read to learn what is in a package. A document of 500 pictures needs some 100 KB.</summary>
    private const int MostOfPackage = 4 * 1024 * 1024;

    /// <summary>Bytes that a package's list of content types may become.</summary>
    private const int MostContentTypes = 512 * 1024;

    private const int Chunk = 512 * CompoundSigns.EntryLength;

    /// <summary>What it is; <see cref="FileKind.Unknown"/> also for damaged ones.</summary>
    internal static FileKind KindOf(Stream content)
    {
        Span<byte> start = stackalloc byte[FileSigns.StartLength];
        content.Position = 0;
        start = start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        content.Position = 0;
        return FileSigns.IsPackage(start) ? OfPackage(content)
            : FileSigns.IsCompound(start) ? OfCompound(content)
            : FileSigns.OfStart(start) is not FileKind.Unknown and var kind ? kind
            : OfText(content, new TextSigns(start));
    }

    private static FileKind OfPackage(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(new ReadBudget(content, MostOfPackage), ZipArchiveMode.Read, leaveOpen: true);
            var parts = zip.Entries.Select(part => part.FullName).ToList();
            return FileSigns.OfPackage(parts, zip.GetEntry(FileSigns.ContentTypes) is { } types ? Text(types) : "");
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return FileKind.Unknown;
        }
    }

    private static string Text(ZipArchiveEntry part)
    {
        using var inflated = part.Open();
        var buffer = new byte[MostContentTypes];
        return Encoding.UTF8.GetString(buffer, 0, inflated.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
    }

    private static FileKind OfCompound(Stream content)
    {
        var (signs, buffer) = (new CompoundSigns(), new byte[Chunk]);
        for (int read; (read = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0;)
        {
            for (var at = 0; at < read; at += CompoundSigns.EntryLength)
            {
                signs.Take(buffer.AsSpan(at, Math.Min(CompoundSigns.EntryLength, read - at)));
            }
        }

        return signs.Kind;
    }

    private static FileKind OfText(Stream content, TextSigns signs)
    {
        var buffer = new byte[Chunk];
        for (int read; signs.Kind != FileKind.Unknown && (read = content.Read(buffer)) > 0;)
        {
            signs.Take(buffer.AsSpan(0, read));
        }

        return signs.Kind;
    }
}

using System.Globalization;

namespace HuiminCoord.Server.Reporting;

/// <summary>A field as it stands.</summary>
/// <param name="Field">Which: see <see cref="Domain.Reports.SheetFields"/>.</param>
/// <param name="Typed">The text in it.</param>
/// <param name="Revision">Give it back as <c>seen</c>; 0 = it stands there from the last version.</param>
/// <param name="By">Seat of whoever typed it, without its unit: <c>liaison</c>; null = it comes from the last version.</param>
/// <param name="At">When, by the campaign's clock.</param>
public sealed record FieldMark(string Field, string Typed, long Revision, string? By, DateTimeOffset? At);

/// <summary>A field that was typed into.</summary>
/// <param name="Seen">The revision that the writer began from; 0 = none. Below 0 = the writer has not seen what stands, even where it was typed by the same person.</param>
public sealed record FieldChange(string Field, string Typed, long Seen);

/// <summary>What became of saving fields.</summary>
/// <param name="Head">The last revision of the sheet.</param>
/// <param name="Saved">The fields as they stand now.</param>
/// <param name="Conflicts">Fields into which somebody else has typed something else meanwhile: theirs stands, and the writer decides.</param>
public sealed record FieldsSaved(long Head, IReadOnlyList<FieldMark> Saved, IReadOnlyList<FieldMark> Conflicts);

/// <summary>A sheet that is being filled in.</summary>
/// <param name="Filler">Whose hand it is: the unit's, or the office's that enters paper. Each has revisions of its own.</param>
/// <param name="Head">Its last revision; 0 = nothing was typed yet.</param>
public sealed record OpenSheet(string Filler, long Head, IReadOnlyList<FieldMark> Fields)
{
    /// <summary>How a workbook names the revision at which it was made.</summary>
    internal string Origin => string.Create(CultureInfo.InvariantCulture, $"{Filler}/{Head}");

    /// <summary>The revision at which a workbook was made; null = it does not say. One of the other hand has seen nothing that stands here.</summary>
    internal long? MadeAt(string? origin) => origin?.Split('/') is [var filler, var head] && long.TryParse(head, CultureInfo.InvariantCulture, out var revision) ? filler == Filler ? revision : 0 : null;

    /// <summary>The texts by field.</summary>
    internal IReadOnlyDictionary<string, string> Typed => Fields.ToDictionary(f => f.Field, f => f.Typed, StringComparer.Ordinal);
}

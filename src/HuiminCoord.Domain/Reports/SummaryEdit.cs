using System.Security.Cryptography;
using System.Text;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Reports;

/// <summary>What a unit says now in a section that the office has written.</summary>
/// <param name="Text">Empty = it says nothing here any more.</param>
public sealed record SaidSince(UnitId Unit, string Text);

/// <summary>A section of the office's summary as the office has written it, beside what units said when it last looked.</summary>
/// <param name="Text">As typed, also when nothing is left of it; null = as it is composed: nothing was written, or it was taken back.</param>
/// <param name="Seen">A mark of what each unit said then, by the unit's id. Marks, because all units' texts would not fit beside the office's own.</param>
public sealed record SummaryEdit(string? Text, IReadOnlyDictionary<string, string> Seen)
{
    /// <summary>Longest section that can be written here, in UTF-16 characters: what a draft holds, with its marks, in Chinese.</summary>
    public const int LongestText = 4 * FreeText.MaxLength;

    private const int Octets = 8;

    /// <summary>Nothing is written: what units say is composed.</summary>
    public static SummaryEdit AsComposed { get; } = new(null, new Dictionary<string, string>());

    /// <summary>Somebody typed.</summary>
    /// <param name="text">What stands in the field now.</param>
    /// <param name="shown">The section as the writer had it before their eyes; writing begins from it.</param>
    public SummaryEdit Typed(string text, DraftedSection shown) => Text is null ? new(text, Marks(shown)) : this with { Text = text };

    /// <summary>What units say otherwise than when the office last looked, in the order of the plan; then those who say nothing any more.</summary>
    /// <param name="now">The section as it is composed now.</param>
    /// <returns>Nothing where nothing is written: there it is simply composed anew.</returns>
    public IReadOnlyList<SaidSince> Since(DraftedSection now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return Text is null ? [] :
        [
            .. now.Texts.Where(t => Seen.GetValueOrDefault(t.Unit.Value) != Mark(t.Text)).Select(t => new SaidSince(t.Unit, t.Text)),
            .. Seen.Keys.Where(unit => now.Texts.All(t => t.Unit.Value != unit)).Order(StringComparer.Ordinal).Select(unit => new SaidSince(new UnitId(unit), "")),
        ];
    }

    /// <summary>The office has looked at what units say now, and leaves its own text as it is.</summary>
    public SummaryEdit Looked(DraftedSection now) => this with { Seen = Marks(now) };

    /// <summary>What units say otherwise is put behind the office's own text. Nothing of either is lost; the office makes one of both.</summary>
    public SummaryEdit Appended(DraftedSection now)
    {
        ArgumentNullException.ThrowIfNull(now);
        var since = Since(now).Select(s => s.Unit).ToHashSet();
        var said = now.Texts.Where(t => since.Contains(t.Unit)).Select(t => t.Paragraph);
        return Looked(now) with { Text = string.Join('\n', [.. Text?.TrimEnd() is { Length: > 0 } own ? (string[])[own] : [], .. said]) };
    }

    private static Dictionary<string, string> Marks(DraftedSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return section.Texts.ToDictionary(t => t.Unit.Value, t => Mark(t.Text), StringComparer.Ordinal);
    }

    private static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Octets));
}

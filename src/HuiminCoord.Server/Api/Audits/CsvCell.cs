using System.Buffers;

namespace HuiminCoord.Server.Api.Audits;

/// <summary>A cell of a CSV file (RFC 4180) that a spreadsheet shows and never computes.</summary>
internal static class CsvCell
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>With one of these a spreadsheet begins a formula; some also take the full-width forms.</summary>
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("=+-@\t\r＝＋－＠");

    /// <summary>The text as a spreadsheet takes it for text, wherever it is pasted: a formula's beginning is kept off by a quote.</summary>
    internal static string Plain(string text) => text.Length > 0 && Beginnings.Contains(text[0]) ? $"'{text}" : text;

    internal static string Of(string text)
    {
        var shown = Plain(text);
        return shown.AsSpan().ContainsAny(Quoted) ? $"\"{shown.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : shown;
    }
}

using System.Text;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Searching;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>Names of rows and columns as people find them again, however wide their characters and whatever their brackets are.</summary>
internal static class HeadingNames
{
    private const string Dashes = "-‐‑‒–—―−－─━ｰ﹣";

    /// <summary>What is compared: without blanks, narrow, one kind of brackets and dashes, without the colon at its end.</summary>
    internal static string Plain(string text)
    {
        var plain = new StringBuilder(Math.Min(text.Length, 128));
        foreach (var c in Folding.Of(text.Length > 128 ? text[..128] : text).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)))
        {
            plain.Append(Dashes.Contains(c, StringComparison.Ordinal) ? '-' : "[【〔〖{".Contains(c, StringComparison.Ordinal) ? '(' : "]】〕〗}".Contains(c, StringComparison.Ordinal) ? ')' : c);
        }

        return plain.ToString().TrimEnd(':');
    }

    /// <summary>The same of a heading that may be numbered (一、) and say that it has to be filled in.</summary>
    internal static string Numberless(string text)
    {
        var plain = Plain(text).Replace("(必填)", "", StringComparison.Ordinal).Replace("(选填)", "", StringComparison.Ordinal);
        var number = plain.IndexOf('、', StringComparison.Ordinal);
        return number is > 0 and <= 3 && plain[..number].All(c => char.IsAsciiDigit(c) || "一二三四五六七八九十".Contains(c, StringComparison.Ordinal)) ? plain[(number + 1)..] : plain;
    }

    /// <summary>A section's domain and its own name: 吃 and 食品 of 吃-食品; the name for both where it has one part.</summary>
    internal static (string Domain, string Own) Parts(TableSection section)
    {
        var at = section.Name.IndexOf('-', StringComparison.Ordinal);
        return at > 0 && at < section.Name.Length - 1 ? (section.Name[..at], section.Name[(at + 1)..]) : (section.Name, section.Name);
    }

    /// <summary>Under these names a section is found: its whole name, and its own one where no other section has it.</summary>
    internal static Dictionary<string, string> Rows(TableForm form)
    {
        var own = form.Sections.GroupBy(s => Plain(Parts(s).Own)).Where(g => g.Count() == 1).Select(g => (g.Key, g.First().Id));
        return Named(form.Sections.Select(s => (Plain(s.Name), s.Id)).Concat(own));
    }

    /// <summary>Under these names a column is found: with and without its unit of measure.</summary>
    internal static Dictionary<string, string> Columns(TableForm form)
    {
        var whole = form.Columns.SelectMany(c => new[] { (Plain($"{c.Name}({c.Unit})"), c.Code), (Plain($"{c.Name}{c.Unit}"), c.Code) });
        return Named(form.Columns.Select(c => (Plain(c.Name), c.Code)).Concat(whole));
    }

    /// <summary>The first of a name has it.</summary>
    private static Dictionary<string, string> Named(IEnumerable<(string Name, string Id)> all) =>
        all.DistinctBy(n => n.Name, StringComparer.Ordinal).ToDictionary(n => n.Name, n => n.Id, StringComparer.Ordinal);
}

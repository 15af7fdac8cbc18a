using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Reports;

/// <summary>A sheet as it is typed: field by field, each as the text that stands in it.</summary>
/// <remarks>
/// Fields are <c>chi-shipin/officers</c> for a figure, <c>text/problems</c> for a section of the summary, <c>note/chi-shipin/officers</c> for what is said about a
/// figure, <c>nil</c> and <c>phone</c>.
/// </remarks>
public static class SheetFields
{
    /// <summary>零报告: any text means yes.</summary>
    public const string Nil = "nil";

    /// <summary>联系电话.</summary>
    public const string Phone = "phone";

    /// <summary>Longest note about a figure.</summary>
    public const int LongestNote = 400;

    private const string Text = "text/";
    private const string Note = "note/";

    /// <summary>The field of a section of the summary.</summary>
    public static string OfText(string section) => Text + section;

    /// <summary>The field of what is said about a figure.</summary>
    public static string OfNote(CellAt cell) => Note + cell;

    /// <summary>The table cell that a field is, or is said about; null for all others.</summary>
    public static CellAt? CellOf(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.StartsWith(Text, StringComparison.Ordinal) ? null : CellAt.Find(field.StartsWith(Note, StringComparison.Ordinal) ? field[Note.Length..] : field);
    }

    /// <summary>The part of the report that a field belongs to; null for those that both parts share.</summary>
    public static string? PartOf(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.StartsWith(Text, StringComparison.Ordinal) ? DutyPart.Summary : CellOf(field) is null ? null : DutyPart.Table;
    }

    /// <summary><c>report.field-unknown</c>, <c>text.too-long</c>, or null: what may be kept while it is typed. Whether it is a figure is judged when it is handed over.</summary>
    public static Refusal? Refuse(string field, string typed, TableLayout layout, SummaryForm summary)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(typed);
        var longest = LongestOf(field, layout, summary);
        return longest is not { } most ? new("report.field-unknown", field.Length > 80 ? field[..80] : field)
            : typed.Length > most ? new("text.too-long", $"{most}")
            : null;
    }

    /// <summary>The sheet that the fields make, and every figure that is none.</summary>
    public static (ReportSheet Sheet, IReadOnlyList<SheetProblem> Problems) Assemble(IReadOnlyDictionary<string, string> fields, TableLayout layout, SummaryForm summary)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(summary);
        var (figures, problems) = (Figures.None, new List<SheetProblem>());
        foreach (var cell in layout.Cells)
        {
            var (figure, problem) = FigureText.Read(fields.GetValueOrDefault(cell.ToString()), layout.Form.Column(cell.Column)!.Kind);
            figures = figures.With(cell, figure);
            if (problem is not null)
            {
                problems.Add(new(cell, null, problem, true, []));
            }
        }

        var sheet = new ReportSheet(
            figures, Filled(summary.Sections.Select(s => s.Id), id => fields.GetValueOrDefault(OfText(id))), !string.IsNullOrEmpty(fields.GetValueOrDefault(Nil)),
            Filled(layout.Cells.Select(c => c.ToString()), id => fields.GetValueOrDefault(Note + id)), fields.GetValueOrDefault(Phone, "").Trim());
        return (sheet, problems);
    }

    /// <summary>The fields of a sheet that was handed over: what somebody begins to correct from.</summary>
    public static IReadOnlyDictionary<string, string> Spread(ReportSheet sheet, TableLayout layout)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(layout);
        var fields = layout.Cells.Where(c => sheet.Figures[c] is not null)
            .ToDictionary(c => c.ToString(), c => FigureText.Write(sheet.Figures[c]!.Value, layout.Form.Column(c.Column)!.Kind), StringComparer.Ordinal);
        foreach (var (section, text) in sheet.Texts)
        {
            fields[OfText(section)] = text;
        }

        foreach (var (cell, note) in sheet.Notes)
        {
            fields[Note + cell] = note;
        }

        (fields[Nil], fields[Phone]) = (sheet.Nil ? "1" : "", sheet.Phone);
        return fields;
    }

    private static int? LongestOf(string field, TableLayout layout, SummaryForm summary) =>
        field is Nil or Phone ? FigureText.MaxLength
        : field.StartsWith(Text, StringComparison.Ordinal) ? (summary.Sections.Any(s => Text + s.Id == field) ? FreeText.MaxLength : null)
        : CellOf(field) is not { } cell || !layout.Applies(cell) ? null
        : field.StartsWith(Note, StringComparison.Ordinal) ? LongestNote : FigureText.MaxLength;

    private static Dictionary<string, string> Filled(IEnumerable<string> ids, Func<string, string?> typed) => ids.Select(id => (Id: id, Text: typed(id)?.Trim() ?? ""))
        .Where(f => f.Text.Length > 0).ToDictionary(f => f.Id, f => f.Text, StringComparer.Ordinal);
}

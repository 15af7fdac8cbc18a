using System.Xml;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>Reads a report out of a workbook, as people really send it in: moved, renamed, retyped. Every problem in one answer.</summary>
internal sealed class TableReader
{
    private readonly List<WorkbookProblem> _problems = [];
    private readonly TableLayout _layout;
    private readonly WorkbookExpectation _expected;
    private readonly WorkbookLimits _limits;
    private readonly List<SheetRead> _sheets;

    private TableReader(List<SheetRead> sheets, TableLayout layout, WorkbookExpectation expected, WorkbookLimits limits) => (_sheets, _layout, _expected, _limits) = (sheets, layout, expected, limits);

    /// <summary>Reads it. Whatever the file is, there is an answer.</summary>
    internal static WorkbookReading Read(Stream file, TableLayout layout, WorkbookExpectation expected, WorkbookLimits limits)
    {
        try
        {
            using var parts = new PackageParts(PackageGuard.Take(file, limits), limits);
            return new TableReader(SheetReader.Sheets(parts, limits), layout, expected, limits).Whole();
        }
        catch (UnreadableWorkbookException refused)
        {
            return WorkbookReading.Refused(refused.Code, refused.Facts);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or XmlException or IOException or NotSupportedException or System.Text.DecoderFallbackException or ArgumentException or FormatException)
        {
            // ArgumentException: names and moments of a ZIP file that cannot be.
            return WorkbookReading.Refused("workbook.damaged", []);
        }
    }

    private WorkbookReading Whole()
    {
        var mark = MarkSheet.Find(_sheets);
        if (Other(mark) is { } other)
        {
            return new WorkbookReading(ReportSheet.Empty, [other], mark);
        }

        Far();
        var place = Place();
        if (mark is null)
        {
            Unmarked(place?.Sheet ?? _sheets.FirstOrDefault());
        }
        else if (_expected.Form != 0 && mark.Form != _expected.Form)
        {
            Add("workbook.other-form", false, $"{mark.Form}", $"{_expected.Form}");
        }

        return _problems.Exists(p => p.RefusesFile) ? new(ReportSheet.Empty, [.. _problems], mark) : Sheet(place, mark);
    }

    private WorkbookReading Sheet(TablePlace? place, WorkbookMark? mark)
    {
        var untold = new HashSet<string>(place is null ? [SheetFields.Nil, SheetFields.Phone] : [], StringComparer.Ordinal);
        var table = place is null ? null : new TableFigures(_layout, place, _problems, untold);
        var figures = table?.Read() ?? Figures.None;
        var words = new SummaryTexts([.. _sheets.Where(s => !MarkSheet.IsMark(s))], _limits, _problems, untold);
        var texts = words.Sections(_expected.Summary);
        var notes = words.Notes(_layout);
        var (nil, phone) = place is null ? (false, "") : (Nil(place.Sheet, untold), Phone(place.Sheet, untold));
        return new(new ReportSheet(figures, texts, nil, notes, phone), [.. _problems.Take(WorkbookLimits.Problems)], mark)
        {
            Signs = new(Line(WorkbookWords.FilledBy), Line(WorkbookWords.CheckedBy), Line(WorkbookWords.FilledOn)),
            Untold = untold,
            Places = (table?.Places ?? []).Concat(words.Places).ToDictionary(StringComparer.Ordinal),
        };

        string Line(string label) => place is null ? "" : TableFigures.Short(FieldTexts.Find(place.Sheet, label).Text);
    }

    /// <summary>A workbook of another campaign, unit or period is not read at all.</summary>
    private WorkbookProblem? Other(WorkbookMark? mark) =>
        mark is null ? null
        : mark.Campaign != _expected.Campaign ? WorkbookProblem.OfFile("workbook.other-campaign", [mark.Campaign.Value])
        : mark.Unit != _expected.Unit ? WorkbookProblem.OfFile("workbook.other-unit", [mark.Unit.Value])
        : mark.Duty != _expected.Duty ? WorkbookProblem.OfFile("workbook.other-period", [mark.Duty.Value])
        : null;

    private TablePlace? Place()
    {
        var places = _layout.Sections.Count == 0 ? [] : TablePlace.FindAll(_sheets, _layout);
        if (_layout.Sections.Count == 0)
        {
            return null;
        }

        // Of several, the one that has figures; two with figures are two tables.
        var filled = places.Where(p => p.Rows(_layout.Form).SelectMany(r => r).Any(r => _layout.Form.Columns.Any(c => p.Columns[c.Code].Any(n => !CellFigure.SaysNothing(p.Sheet.At(r.Row, n), c))))).ToList();
        if (places.Count == 0)
        {
            _problems.Add(WorkbookProblem.OfFile("workbook.no-table", []));
        }
        else if (filled.Count > 1)
        {
            _problems.Add(WorkbookProblem.OfFile("workbook.two-tables", [.. filled.Select(p => p.Sheet.Name).Take(5)]));
        }

        return filled.FirstOrDefault() ?? places.FirstOrDefault(p => p.NameColumn > 0) ?? places.FirstOrDefault();
    }

    /// <summary>Without its mark, a workbook is told by what it says itself.</summary>
    private void Unmarked(SheetRead? sheet)
    {
        Add("workbook.unmarked", false);
        var unit = sheet is null ? "" : FieldTexts.Find(sheet, WorkbookWords.Unit).Text;
        if (unit.Length > 0 && _expected.Names.Count > 0 && !_expected.Names.Any(n => IsSame(HeadingNames.Plain(n), HeadingNames.Plain(unit))))
        {
            _problems.Add(WorkbookProblem.OfFile("workbook.other-unit", [TableFigures.Short(unit)]));
        }

        var period = sheet is null ? "" : FieldTexts.Find(sheet, WorkbookWords.Period).Text;
        if (period.Length > 0 && _expected.Period is { } days && !WorkbookWords.Says(period, days))
        {
            _problems.Add(WorkbookProblem.OfFile("workbook.other-period", [TableFigures.Short(period)]));
        }
    }

    /// <summary>教育局 and 回民区教育局 are one.</summary>
    private static bool IsSame(string name, string said) => name.EndsWith(said, StringComparison.Ordinal) || said.EndsWith(name, StringComparison.Ordinal);

    private bool Nil(SheetRead sheet, HashSet<string> untold)
    {
        var (cell, text, isThere) = FieldTexts.Find(sheet, WorkbookWords.Nil);
        var plain = HeadingNames.Plain(text);
        var isClear = plain is "" or "是" or "否" or "√" or "✓" or "×" or "y" or "n" or "yes" or "no";
        Field(sheet, cell, SheetFields.Nil, isThere, isClear, untold, "workbook.nil-unclear", TableFigures.Short(text));
        return plain is "是" or "√" or "✓" or "y" or "yes";
    }

    private string Phone(SheetRead sheet, HashSet<string> untold)
    {
        var (cell, text, isThere) = FieldTexts.Find(sheet, WorkbookWords.Phone);
        var isShort = text.Length <= FigureText.MaxLength;
        Field(sheet, cell, SheetFields.Phone, isThere, isShort, untold, "workbook.text-too-long", $"{FigureText.MaxLength}");
        return isShort ? text : "";
    }

    private void Field(SheetRead sheet, CellRead? cell, string field, bool isThere, bool isRight, HashSet<string> untold, string code, string fact)
    {
        if (!isThere || !isRight)
        {
            untold.Add(field);
        }

        if (!isRight)
        {
            _problems.Add(WorkbookProblem.At(sheet, cell, new(null, field, code, true, [fact])));
        }
    }

    private void Far() => _problems.AddRange(_sheets.Where(s => s.Far is not null)
        .Select(s => new WorkbookProblem(s.Name, s.Far, new(null, null, "workbook.far-cell", false, [$"{CellName.Column(_limits.Columns)}{_limits.Rows}"]))));

    private void Add(string code, bool isError, params string[] facts) => _problems.Add(new(null, null, new(null, null, code, isError, facts)));
}

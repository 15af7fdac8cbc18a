using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Documents.Workbooks;

namespace HuiminCoord.Server.Reporting;

/// <summary>A workbook as it was read for a report, with everything that is wrong with it. Nothing of it is stored.</summary>
/// <param name="Fields">What it says by field; empty texts are fields in which it says nothing. What cannot be read is not among them.</param>
/// <param name="Origin">The sheet's revision when the workbook was made; null = it does not say.</param>
/// <param name="Faults">What could not be read, then what the figures say about each other.</param>
internal sealed record WorkbookLook(IReadOnlyDictionary<string, string> Fields, long? Origin, IReadOnlyList<WorkbookFault> Faults)
{
    /// <summary>True when something has to be put right before the report can be handed in.</summary>
    internal bool HasErrors => Faults.Any(f => f.IsError);

    /// <summary>Looks at what was read.</summary>
    internal static WorkbookLook At(FoundReport found, WorkbookReading reading, Language language)
    {
        var sent = SheetFields.Spread(reading.Sheet, found.Place.Layout);
        var fields = All(found.Place).Where(f => !reading.Untold.Contains(f)).ToDictionary(f => f, f => sent.GetValueOrDefault(f, ""), StringComparer.Ordinal);
        return new(fields, found.Sheet.MadeAt(reading.Mark?.Origin), [.. Read(found, reading, language), .. Checked(found, reading, fields, language)]);
    }

    /// <summary>Every field in which it differs from what stands; what was typed since it was made counts as not seen.</summary>
    internal IEnumerable<FieldChange> Changes(OpenSheet sheet)
    {
        var (stands, origin) = (sheet.Fields.ToDictionary(f => f.Field, StringComparer.Ordinal), Origin ?? sheet.Head);
        return from field in Fields
               let now = stands.GetValueOrDefault(field.Key)
               where (now?.Typed ?? "") != field.Value
               select new FieldChange(field.Key, field.Value, now is null || now.Revision > origin ? -1 : now.Revision);
    }

    private static IEnumerable<string> All(SheetPlace place) =>
        [.. place.Layout.Cells.Select(c => c.ToString()), .. place.Layout.Cells.Select(SheetFields.OfNote), .. place.Forms.Summary.Sections.Select(s => SheetFields.OfText(s.Id)), SheetFields.Nil, SheetFields.Phone];

    private static IEnumerable<WorkbookFault> Read(FoundReport found, WorkbookReading reading, Language language) =>
        reading.Problems.Select(p => Said(found, p.Problem, p.Sheet, p.Address, language));

    /// <summary>What would be wrong with the sheet if this stood in it. What the workbook does not tell stays as it stands.</summary>
    private static IEnumerable<WorkbookFault> Checked(FoundReport found, WorkbookReading reading, Dictionary<string, string> fields, Language language)
    {
        var (layout, summary) = (found.Place.Layout, found.Place.Forms.Summary);
        var broken = reading.Problems.Select(p => FieldOf(found, p.Problem)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var stands = found.Sheet.Typed.ToDictionary(StringComparer.Ordinal);
        foreach (var (field, typed) in fields)
        {
            stands[field] = typed;
        }

        string[] parts = found.Asked.Count > 0 ? [.. found.Asked] : layout.Sections.Count > 0 ? [DutyPart.Table, DutyPart.Summary] : [DutyPart.Summary];
        return from problem in SheetChecks.Of(SheetFields.Assemble(stands, layout, summary).Sheet, layout, summary, found.History, parts)
               let field = FieldOf(found, problem)
               where field is null || !(broken.Contains(field) || (problem.Code == SheetCodes.Missing && reading.Untold.Contains(field)))
               let at = field is null ? null : reading.Places.GetValueOrDefault(field)
               select Said(found, problem, at?.Sheet, at?.Address, language);
    }

    private static WorkbookFault Said(FoundReport found, SheetProblem problem, string? sheet, string? address, Language language)
    {
        var facts = FaultWords.FactsOf(found.Place.Plan, problem);
        return new(sheet, address, FieldOf(found, problem), problem.Code, problem.IsError, facts, FaultWords.Say(problem.Code, facts, found.Place.Forms.Table, language));
    }

    /// <summary>The field; for a heading the column or the row that it names.</summary>
    private static string? FieldOf(FoundReport found, SheetProblem problem) =>
        problem.At?.ToString() ?? (found.Place.Forms.Summary.Sections.Any(s => s.Id == problem.Place) ? SheetFields.OfText(problem.Place!) : problem.Place);
}

using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Documents.Workbooks;

namespace HuiminCoord.Server.Reporting;

/// <summary>What became of a workbook that was sent in.</summary>
/// <param name="Stored">True when its fields stand in the sheet now; false = nothing was stored.</param>
/// <param name="Problems">Everything that is wrong with it or looks wrong, by cell.</param>
/// <param name="Conflicts">Fields into which somebody has typed since the workbook was made: theirs stand.</param>
/// <param name="Head">The sheet's last revision.</param>
public sealed record WorkbookTaken(bool Stored, IReadOnlyList<WorkbookFault> Problems, IReadOnlyList<FieldMark> Conflicts, long Head);

/// <summary>Something that is wrong with a workbook, or looks wrong.</summary>
/// <param name="Sheet">On its tab; null = not at a cell of the workbook.</param>
/// <param name="Address">C8.</param>
/// <param name="Field">The field of the report; null = the sheet as a whole.</param>
/// <param name="IsError">True: it is not stored unless it is kept as a draft.</param>
public sealed record WorkbookFault(string? Sheet, string? Address, string? Field, string Code, bool IsError, IReadOnlyList<string> Facts);

/// <summary>Reports as workbooks: taken home, filled in, and sent back.</summary>
internal sealed class ReportWorkbooks(ReportFinder reports, CellBook cells, CampaignClock clock)
{
    /// <summary>The workbook with what stands in the sheet now.</summary>
    internal async Task<byte[]> Make(ReadingScene scene, string unit, string duty, CancellationToken cancellation)
    {
        var found = await reports.Find(scene, unit, duty, cancellation);
        var place = found.Place;
        var (sheet, _) = SheetFields.Assemble(found.Sheet.Typed, place.Layout, place.Forms.Summary);
        var mark = new WorkbookMark(scene.Campaign.Plan.Campaign, place.Unit.Id, place.Owed.Id, place.Plan.Version, $"{found.Sheet.Head}");
        var head = new WorkbookHead(mark, place.Unit.Name, found.Period ?? new(scene.Campaign.Today, scene.Campaign.Today), "", "", ChinaTime.DateOf(clock.Now), place.Forms.Summary.Sections) { Rehearsal = clock.IsVirtual, Annual = found.History.Prefill };
        return TableWorkbook.Write(place.Layout, head, Begun(found, sheet), found.History.Previous?.Figures ?? Figures.None, found.History.Cumulative);
    }

    /// <summary>A year begins with its months in the cells in which nothing stands, as on its page; what somebody has typed stays.</summary>
    private static ReportSheet Begun(FoundReport found, ReportSheet sheet) => found.History.Prefill is not { } prefill || sheet.Nil || !found.Asked.Contains(DutyPart.Table)
        ? sheet
        : sheet with
        {
            Figures = found.Place.Layout.Cells.Where(c => string.IsNullOrWhiteSpace(found.Sheet.Typed.GetValueOrDefault(c.ToString()))).Aggregate(sheet.Figures, (all, cell) => all.With(cell, prefill.Figures[cell])),
        };

    /// <summary>Reads a workbook. Its fields are stored when all is well, or when whoever sends it keeps it as a draft.</summary>
    /// <exception cref="RefusedException">The file is no workbook of this report: a code <c>workbook.…</c>; or the report waits.</exception>
    internal async Task<WorkbookTaken> Take(ReadingScene scene, string unit, string duty, Stream file, bool keep, CancellationToken cancellation)
    {
        var found = await reports.Find(scene, unit, duty, cancellation);
        using var whole = await Buffered(file, cancellation);
        var reading = TableReader.Read(whole, found.Place.Layout, Expectation(found), WorkbookLimits.Default);
        if (reading.Problems.FirstOrDefault(p => p.RefusesFile) is { } refused)
        {
            throw new RefusedException(new Refusal(refused.Problem.Code, [.. refused.Problem.Facts]));
        }

        var faults = Faults(found, reading);
        if (faults.Any(f => f.IsError) && !keep)
        {
            return new(false, faults, [], found.Sheet.Head);
        }

        var saved = await cells.Save(found.Place, scene.Passage.Asker, Changes(found, reading), cancellation);
        return new(true, faults, saved.Conflicts, saved.Head);
    }

    private static WorkbookExpectation Expectation(FoundReport found) => new(found.Place.Plan.Campaign, found.Place.Unit.Id, found.Place.Owed.Id)
    {
        Names = [found.Place.Unit.Name, .. found.Place.Unit.Aliases], Period = found.Period, Form = found.Place.Plan.Version, Summary = found.Place.Forms.Summary.Sections,
    };

    /// <summary>What could not be read, then what the figures say about each other.</summary>
    private static List<WorkbookFault> Faults(FoundReport found, WorkbookReading reading)
    {
        var read = reading.Problems.Select(p => new WorkbookFault(p.Sheet, p.Address, FieldOf(p.Problem), p.Problem.Code, p.Problem.IsError, p.Problem.Facts)).ToList();
        var broken = read.Select(f => f.Field).OfType<string>().ToHashSet(StringComparer.Ordinal);
        string[] parts = found.Place.Layout.Sections.Count > 0 ? [DutyPart.Table, DutyPart.Summary] : [DutyPart.Summary];
        var checks = SheetChecks.Of(reading.Sheet, found.Place.Layout, found.Place.Forms.Summary, found.History, parts)
            .Select(p => new WorkbookFault(null, null, FieldOf(p), p.Code, p.IsError, p.Facts)).Where(f => f.Field is null || !broken.Contains(f.Field));
        return [.. read, .. checks];
    }

    private static string? FieldOf(SheetProblem problem) => problem.At?.ToString() ?? problem.Place;

    /// <summary>Every field in which the workbook differs; what was typed since it was made counts as not seen.</summary>
    private static List<FieldChange> Changes(FoundReport found, WorkbookReading reading)
    {
        var origin = long.TryParse(reading.Mark?.Origin, out var head) ? head : found.Sheet.Head;
        var (stands, sent) = (found.Sheet.Fields.ToDictionary(f => f.Field, StringComparer.Ordinal), SheetFields.Spread(reading.Sheet, found.Place.Layout));
        var changes = from field in sent.Keys.Union(stands.Keys)
                      let now = stands.GetValueOrDefault(field)
                      let typed = sent.GetValueOrDefault(field, "")
                      where !reading.Untold.Contains(field) && (now?.Typed ?? "") != typed
                      select new FieldChange(field, typed, now is null || now.Revision > origin ? -1 : now.Revision);
        return [.. changes];
    }

    /// <summary>At most a little more than is taken: the reader says what the limit is.</summary>
    private static async Task<MemoryStream> Buffered(Stream file, CancellationToken cancellation)
    {
        var whole = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while (whole.Length <= WorkbookLimits.Default.Packed && (read = await file.ReadAsync(buffer, cancellation)) > 0)
        {
            whole.Write(buffer, 0, read);
        }

        whole.Position = 0;
        return whole;
    }
}

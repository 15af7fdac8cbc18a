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
/// <param name="Code">Stable.</param>
/// <param name="IsError">True: it is not stored unless it is kept as a draft.</param>
/// <param name="Facts">What the sentence is made of: codes of columns, figures, what stands in the cell.</param>
/// <param name="Sentence">What is wrong, in the language of the refusals.</param>
public sealed record WorkbookFault(string? Sheet, string? Address, string? Field, string Code, bool IsError, IReadOnlyList<string> Facts, string Sentence);

/// <summary>Reports as workbooks: taken home, filled in, and sent back.</summary>
internal sealed class ReportWorkbooks(ReportFinder reports, CellBook cells, CampaignClock clock)
{
    /// <summary>The workbook with what stands in the sheet now.</summary>
    internal async Task<byte[]> Make(ReadingScene scene, string unit, string duty, CancellationToken cancellation)
    {
        var found = await reports.Find(scene, unit, duty, cancellation);
        var place = found.Place;
        var (sheet, _) = SheetFields.Assemble(found.Sheet.Typed, place.Layout, place.Forms.Summary);
        var mark = new WorkbookMark(scene.Campaign.Plan.Campaign, place.Unit.Id, place.Owed.Id, place.Plan.Version, found.Sheet.Origin);
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

    /// <summary>Reads a workbook and stores nothing.</summary>
    /// <exception cref="RefusedException">The file is no workbook of this report: a code <c>workbook.…</c>.</exception>
    internal async Task<WorkbookLook> Look(ReadingScene scene, string unit, string duty, Stream file, Language language, CancellationToken cancellation) =>
        (await Read(scene, unit, duty, file, language, cancellation)).Look;

    /// <summary>Reads a workbook. Its fields are stored when all is well, or when whoever sends it keeps it as a draft.</summary>
    /// <exception cref="RefusedException">The file is no workbook of this report: a code <c>workbook.…</c>; or the report waits.</exception>
    internal async Task<WorkbookTaken> Take(ReadingScene scene, string unit, string duty, Stream file, bool keep, Language language, CancellationToken cancellation)
    {
        var (found, look) = await Read(scene, unit, duty, file, language, cancellation);
        if (look.HasErrors && !keep)
        {
            return new(false, look.Faults, [], found.Sheet.Head);
        }

        var saved = await cells.Save(found.Place, scene.Passage.Asker, [.. look.Changes(found.Sheet)], cancellation);
        return new(true, look.Faults, saved.Conflicts, saved.Head);
    }

    private async Task<(FoundReport Found, WorkbookLook Look)> Read(ReadingScene scene, string unit, string duty, Stream file, Language language, CancellationToken cancellation)
    {
        var found = await reports.Find(scene, unit, duty, cancellation);
        using var whole = await Buffered(file, cancellation);
        var reading = TableReader.Read(whole, found.Place.Layout, Expectation(found), WorkbookLimits.Default);
        return reading.Problems.FirstOrDefault(p => p.RefusesFile) is { } refused
            ? throw new RefusedException(new Refusal(refused.Problem.Code, [.. refused.Problem.Facts]))
            : (found, WorkbookLook.At(found, reading, language));
    }

    private static WorkbookExpectation Expectation(FoundReport found) => new(found.Place.Plan.Campaign, found.Place.Unit.Id, found.Place.Owed.Id)
    {
        Names = [found.Place.Unit.Name, .. found.Place.Unit.Aliases], Period = found.Period, Form = found.Place.Plan.Version, Summary = found.Place.Forms.Summary.Sections,
    };

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

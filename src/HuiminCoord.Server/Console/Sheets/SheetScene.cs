using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Grains.Reports;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Reporting;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>What the page of one report shows, as it was read.</summary>
public sealed class SheetScene
{
    private SheetScene(FoundReport found, IReadOnlyList<SheetRemark> office, IReadOnlyList<ReportSheet?> kept, string carried)
    {
        (Found, Kept, Carried) = (found, kept, carried);
        Remarks = [.. office, .. found.State.Remarks.Select(r => new SheetRemark(r, found.State.OpenedFor is not null, null))];
        Last = kept is [{ } last, ..] ? SheetFields.Spread(last, found.Place.Layout) : new Dictionary<string, string>();
    }

    /// <summary>The report.</summary>
    internal FoundReport Found { get; }

    /// <summary>Whose, and which form.</summary>
    internal SheetPlace Place => Found.Place;

    /// <summary>The table as the unit fills it in.</summary>
    internal TableLayout Layout => Found.Place.Layout;

    /// <summary>The table's form.</summary>
    internal TableForm Form => Found.Place.Layout.Form;

    /// <summary>What the last two versions held, the latest first.</summary>
    internal IReadOnlyList<ReportSheet?> Kept { get; }

    /// <summary>What was handed in last, by field.</summary>
    internal IReadOnlyDictionary<string, string> Last { get; }

    /// <summary>What the report before said of problems; empty = nothing.</summary>
    internal string Carried { get; }

    /// <summary>Why it came back.</summary>
    internal IReadOnlyList<SheetRemark> Remarks { get; }

    /// <summary>True while the unit can type into it.</summary>
    internal bool IsOpen => Found.State.Stage is ReportStage.Filling or ReportStage.Handed or ReportStage.Reopened && Found.Asked.Count > 0;

    /// <summary>True while a part is to be handed in.</summary>
    internal bool IsAsked(string part) => Found.Asked.Contains(part);

    /// <summary>Reads it.</summary>
    /// <exception cref="Api.Refusals.RefusedException"><c>unit.unknown</c>, <c>report.unknown</c>.</exception>
    internal static async Task<SheetScene> Read(ReadingScene scene, ReportFinder reports, (string Unit, string Duty) of, IReadOnlyList<SheetRemark> office, CancellationToken cancellation)
    {
        var found = await reports.Find(scene, of.Unit, of.Duty, cancellation);
        var kept = new List<ReportSheet?>();
        foreach (var version in found.Versions.Take(2))
        {
            kept.Add(await ReportFinder.Version(scene, found.Place, version, cancellation));
        }

        return new(found, office, kept, await CarriedOver(scene, found.Place, cancellation));
    }

    private static async Task<string> CarriedOver(ReadingScene scene, SheetPlace place, CancellationToken cancellation)
    {
        var before = ReportPeriods.Before(place.Plan, place.Owed.Id);
        var counting = before is null ? [] : await ReportReader.Counting(scene.Db, place.Campaign, place.Unit.Id.Value, DutyPart.Summary, cancellation);
        return counting.FirstOrDefault(c => c.Version.Duty == before?.Value)?.Sheet.Texts.GetValueOrDefault(SummaryForm.Problems) ?? "";
    }
}

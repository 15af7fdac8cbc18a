using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Grains.Reports;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Doors;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Reporting;

/// <summary>A report with everything that is known of it.</summary>
/// <param name="Stages">Stages of its parts with the office.</param>
/// <param name="Problems">Of the parts that are still to be handed in; of all, once nothing is.</param>
internal sealed record FoundReport(
    SheetPlace Place, ObligationRow? Owed, ReportState State, IReadOnlyDictionary<string, PartStage> Stages, ReportPeriod? Period, OpenSheet Sheet, ReportHistory History, IReadOnlyList<SheetProblem> Problems,
    IReadOnlyList<ReportVersionRow> Versions)
{
    /// <summary>Corrections that were accepted.</summary>
    internal IReadOnlyList<AcceptedCorrection> Corrections { get; init; } = [];

    /// <summary>Parts that can be handed in now.</summary>
    internal IReadOnlyList<string> Asked => ReportFinder.Asked(State, Stages);

    /// <summary>While it is corrected: what cumulatives become by what stands in the sheet.</summary>
    internal IReadOnlyList<CumulativeChange> Changes => State.OpenedFor is not { } reason ? []
        : History.Corrected(SheetFields.Assemble(Sheet.Typed, Place.Layout, Place.Forms.Summary).Sheet.Counted(Place.Layout), reason);
}

/// <summary>Reads reports as they are filled in.</summary>
internal sealed class ReportFinder(CellBook cells)
{
    /// <summary>Whose sheet it is.</summary>
    /// <exception cref="Api.Refusals.RefusedException"><c>unit.unknown</c>, <c>report.unknown</c>.</exception>
    internal static SheetPlace Place(CampaignScene campaign, string unit, string duty)
    {
        ActorDoor.RequireUnit(campaign, unit);
        return SheetPlace.Find(campaign.Id, campaign.Plan, unit, duty) ?? throw new Api.Refusals.RefusedException(new Refusal("report.unknown"));
    }

    /// <summary>Parts that can be handed in now: those that are open or returned, or all that are owed once the report was opened again.</summary>
    internal static IReadOnlyList<string> Asked(ReportState state, IReadOnlyDictionary<string, PartStage> stages) =>
        [.. stages.Where(p => state.OpenedFor is not null ? p.Value != PartStage.Waived : p.Value is PartStage.Open or PartStage.Returned).Select(p => p.Key)];

    /// <summary>One report.</summary>
    /// <exception cref="Api.Refusals.RefusedException"><c>unit.unknown</c>, <c>report.unknown</c>.</exception>
    internal async Task<FoundReport> Find(ReadingScene scene, string unit, string duty, CancellationToken cancellation)
    {
        var place = Place(scene.Campaign, unit, duty);
        var owed = await scene.Db.Obligations.FindAsync([place.Campaign, unit, duty], cancellation);
        var row = await scene.Db.Reports.FindAsync([place.Campaign, unit, duty], cancellation);
        var state = Seen(ReportReader.StateOf(row), scene);
        var stages = ReportReader.StagesOf(owed);
        var sheet = await Shown(scene, place, state, stages, cancellation);
        var history = await ReportReader.History(scene.Db, place.Campaign, place.Plan, place.Unit.Id, place.Owed, cancellation);
        var versions = await scene.Db.ReportVersions.AsNoTracking().Where(v => v.Campaign == place.Campaign && v.Unit == unit && v.Duty == duty).OrderByDescending(v => v.Version).ToListAsync(cancellation);
        var found = new FoundReport(
            place, owed, state, stages, ReportPeriods.Of(place.Plan, place.Owed), sheet, history, [], versions);
        var corrections = versions.Any(v => v.Reason is not null) ? await CorrectionBook.Read(scene, place, cancellation) : [];
        return found with { Problems = Problems(found, found.Sheet.Typed), Corrections = corrections };
    }

    /// <summary>What a unit says within itself before it hands in is the unit's alone.</summary>
    private static ReportState Seen(ReportState state, ReadingScene scene) =>
        scene.Passage.Asker.Standing.Seat.Unit is not null ? state : state with { Waiting = null, Remarks = state.OpenedFor is null ? [] : state.Remarks };

    /// <summary>What waits, or was handed in, is shown as it was handed over: nobody approves or accepts anything else. Where nothing does, what stands in the fields.</summary>
    private async Task<OpenSheet> Shown(ReadingScene scene, SheetPlace place, ReportState state, IReadOnlyDictionary<string, PartStage> stages, CancellationToken cancellation)
    {
        var open = await cells.Read(place, scene.Passage.Asker, cancellation);
        var isOffice = scene.Passage.Asker.Standing.Seat.Unit is null;
        var isAsked = stages.Values.Any(s => s is PartStage.Open or PartStage.Returned);
        var shown = isOffice ? state.Correction ?? (isAsked ? null : state.Handed) : state.Waiting ?? state.Handing ?? state.Correction;
        if (shown is null || await scene.Db.ReportSheets.FindAsync([place.Campaign, place.Unit.Id.Value, place.Duty, shown.Sheet.Hash], cancellation) is not { } kept)
        {
            return open;
        }

        var (marks, fields) = (open.Fields.ToDictionary(f => f.Field, StringComparer.Ordinal), SheetFields.Spread(SheetText.Read(kept.Body), place.Layout));
        return open with { Fields = [.. fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => Mark(marks.GetValueOrDefault(f.Key), f.Key, f.Value))] };
    }

    /// <summary>Who typed it is known where it still stands as it was typed.</summary>
    private static FieldMark Mark(FieldMark? typed, string field, string text) => typed?.Typed == text ? typed : new(field, text, typed?.Revision ?? 0, null, null);

    /// <summary>What was handed in with a version; null = there was none.</summary>
    internal static async Task<ReportSheet?> Version(ReadingScene scene, SheetPlace place, ReportVersionRow version, CancellationToken cancellation) =>
        await scene.Db.ReportSheets.FindAsync([place.Campaign, place.Unit.Id.Value, place.Duty, version.Sheet], cancellation) is { } kept ? SheetText.Read(kept.Body) : null;

    /// <summary>What is wrong with a report if this stood in its sheet.</summary>
    internal static IReadOnlyList<SheetProblem> Problems(FoundReport found, IReadOnlyDictionary<string, string> typed)
    {
        var (sheet, unreadable) = SheetFields.Assemble(typed, found.Place.Layout, found.Place.Forms.Summary);
        IReadOnlyList<string> parts = found.Asked.Count > 0 ? found.Asked : [.. found.Stages.Keys];
        var broken = unreadable.Select(p => p.At).ToHashSet();
        return [.. unreadable, .. SheetChecks.Of(sheet, found.Place.Layout, found.Place.Forms.Summary, found.History, [.. parts]).Where(p => p.At is null || !broken.Contains(p.At))];
    }
}

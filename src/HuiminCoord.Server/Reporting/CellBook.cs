using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Reports;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Reporting;

/// <summary>Sheets that are being filled in: field by field, shared by all who fill them, saved as they are typed.</summary>
/// <remarks>Two people in different fields never meet. In the same field what somebody else has typed is answered, not overwritten.</remarks>
internal sealed class CellBook(CoordinationDatabase database, CampaignClock clock, TimeProvider time)
{
    /// <summary>Most fields that are saved at once: a whole sheet with a note on each figure.</summary>
    internal const int MostFields = 1000;

    private const string Office = "office";
    private const string Unit = "unit";

    /// <summary>The sheet as it stands for the asker's side: the unit's, or the office's that enters paper.</summary>
    internal async Task<OpenSheet> Read(SheetPlace place, Asker asker, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        return await Read(db, place, FillerOf(asker), cancellation);
    }

    /// <summary>Saves fields.</summary>
    /// <exception cref="RefusedException"><c>report.field-unknown</c>, <c>report.row-of-others</c>, <c>report.too-many-fields</c>, <c>report.waits</c>, <c>text.too-long</c>: nothing was saved.</exception>
    internal async Task<FieldsSaved> Save(SheetPlace place, Asker asker, IReadOnlyList<FieldChange> changes, CancellationToken cancellation)
    {
        Require(changes.Count > MostFields ? new Refusal("report.too-many-fields", $"{MostFields}") : null);
        Require(changes.Select(c => SheetFields.Refuse(c.Field, c.Typed, place.Layout, place.Forms.Summary) ?? RefuseRow(place, asker, c.Field)).FirstOrDefault(r => r is not null));
        return await database.Write((db, token) => Save(db, place, asker, changes, token), cancellation);
    }

    private async Task<FieldsSaved> Save(CoordinationDb db, SheetPlace place, Asker asker, IReadOnlyList<FieldChange> changes, CancellationToken cancellation)
    {
        var filler = FillerOf(asker);
        Require(await RefuseStage(db, place, filler, cancellation));
        var head = await TakeTurn(db, place, filler, cancellation);
        var open = await Read(db, place, filler, cancellation);
        var before = open.Fields.ToDictionary(f => f.Field, StringComparer.Ordinal);
        var rows = await Rows(db, place, filler).ToDictionaryAsync(r => r.Cell, StringComparer.Ordinal, cancellation);
        var (saved, conflicts) = (new List<FieldMark>(), new List<FieldMark>());
        foreach (var change in changes.GroupBy(c => c.Field, StringComparer.Ordinal).Select(g => g.Last()))
        {
            if (before.GetValueOrDefault(change.Field) is { } stands && stands.Revision != change.Seen && stands.Typed != change.Typed && !(change.Seen >= 0 && IsOwn(rows.GetValueOrDefault(change.Field), asker)))
            {
                conflicts.Add(stands);
                continue;
            }

            var row = rows.GetValueOrDefault(change.Field) ?? Added(db, place, filler, change.Field);
            (row.Typed, row.Revision, row.TypedBy, row.At, row.CampaignAt) = (change.Typed, head, asker.Signature, time.GetUtcNow(), clock.Now);
            saved.Add(MarkOf(row));
        }

        return new(saved.Count > 0 ? head : open.Head, saved, conflicts);
    }

    /// <summary>Keeps the sheet as it stands, for ever and under its hash, and says who filled it in.</summary>
    /// <param name="seen">The head that was looked at; null = whatever stands.</param>
    /// <exception cref="RefusedException"><c>report.fields-changed</c>, <c>report.unreadable</c>.</exception>
    internal async Task<(SheetText Sheet, bool Nil, IReadOnlyList<string> FilledBy)> Freeze(SheetPlace place, Asker asker, long? seen, CancellationToken cancellation) =>
        await database.Write(async (db, token) =>
        {
            var filler = FillerOf(asker);
            var open = await Read(db, place, filler, token);
            Require(seen is { } head && head != open.Head ? new Refusal("report.fields-changed") : null);
            var (sheet, problems) = SheetFields.Assemble(open.Typed, place.Layout, place.Forms.Summary);
            Require(problems.Count > 0 ? new Refusal("report.has-errors", $"{problems.Count}") : null);
            var text = SheetText.Of(sheet);
            await SheetShelf.Keep(db, place.Campaign, place.Unit.Id, place.Owed.Id, text, time.GetUtcNow(), token);
            var typed = await Rows(db, place, filler).Where(r => r.Typed != "").Select(r => r.TypedBy).Distinct().ToListAsync(token);
            return (text, sheet.Nil, (IReadOnlyList<string>)[.. typed.Select(s => Signature.Of(s).Login).OfType<string>().Distinct().Order(StringComparer.Ordinal)]);
        }, cancellation);

    private static async Task<OpenSheet> Read(CoordinationDb db, SheetPlace place, string filler, CancellationToken cancellation)
    {
        var rows = await Rows(db, place, filler).AsNoTracking().ToListAsync(cancellation);
        var handed = await HandedOver(db, place, cancellation);
        var marks = handed.SelectMany(h => h.Fields.Where(f => SheetFields.PartOf(f.Key) == h.Part)).ToDictionary(f => f.Key, f => new FieldMark(f.Key, f.Value, 0, null, null), StringComparer.Ordinal);
        foreach (var row in rows)
        {
            // What was typed before the part was handed over last, and is not what was handed over, is overtaken: by paper that the office entered, or by a unit's own hand after that.
            var stands = marks.GetValueOrDefault(row.Cell)?.Typed ?? "";
            var at = handed.Find(h => h.Part == SheetFields.PartOf(row.Cell))?.At;
            marks[row.Cell] = at is null || row.At >= at || row.Typed == stands ? MarkOf(row) : new(row.Cell, stands, row.Revision, null, null);
        }

        return new(filler, rows.Count == 0 ? 0 : rows.Max(r => r.Revision), [.. marks.Values.OrderBy(m => m.Field, StringComparer.Ordinal)]);
    }

    /// <summary>What was handed over last of each part: whoever corrects begins from it, also where the office entered it from paper.</summary>
    private static async Task<List<HandedPart>> HandedOver(CoordinationDb db, SheetPlace place, CancellationToken cancellation)
    {
        var (unit, duty) = (place.Unit.Id.Value, place.Duty);
        var versions = await db.ReportVersions.AsNoTracking().Where(v => v.Campaign == place.Campaign && v.Unit == unit && v.Duty == duty).OrderByDescending(v => v.Version).ToListAsync(cancellation);
        var handed = new List<HandedPart>();
        foreach (var part in new[] { DutyPart.Table, DutyPart.Summary, null })
        {
            if (versions.Find(v => part is null || v.Parts.Split(',').Contains(part)) is { } last && await db.ReportSheets.FindAsync([place.Campaign, unit, duty, last.Sheet], cancellation) is { } kept)
            {
                handed.Add(new(part, SheetFields.Spread(SheetText.Read(kept.Body), place.Layout), kept.At));
            }
        }

        return handed;
    }

    /// <summary>What the office types from paper is its own: it is not in the way of what the unit lays before its leader.</summary>
    private static async Task<Refusal?> RefuseStage(CoordinationDb db, SheetPlace place, string filler, CancellationToken cancellation)
    {
        var (unit, duty) = (place.Unit.Id.Value, place.Duty);
        var report = await db.Reports.AsNoTracking().FirstOrDefaultAsync(r => r.Campaign == place.Campaign && r.Unit == unit && r.Duty == duty, cancellation);
        var stage = ReportReader.StateOf(report).Stage;
        return stage is ReportStage.Handing or ReportStage.Correction || (stage == ReportStage.Waiting && filler == Unit) ? new("report.waits", ReportRegister.Word(stage)) : null;
    }

    private static Refusal? RefuseRow(SheetPlace place, Asker asker, string field) =>
        asker.Standing.Seat is { Role: SeatRole.Section, Section: { } section } && (SheetFields.CellOf(field) is not { } cell || !place.IsOfSection(cell, section))
            ? new Refusal("report.row-of-others") : null;

    private static IQueryable<ReportCellRow> Rows(CoordinationDb db, SheetPlace place, string filler)
    {
        var (campaign, unit, duty) = (place.Campaign, place.Unit.Id.Value, place.Duty);
        return db.ReportCells.Where(r => r.Campaign == campaign && r.Unit == unit && r.Duty == duty && r.Filler == filler);
    }

    private static ReportCellRow Added(CoordinationDb db, SheetPlace place, string filler, string field)
    {
        var row = new ReportCellRow
        {
            Campaign = place.Campaign, Unit = place.Unit.Id.Value, Duty = place.Duty, Filler = filler, Cell = field, Typed = "", Revision = 0, TypedBy = "", At = default, CampaignAt = default,
        };
        db.ReportCells.Add(row);
        return row;
    }

    /// <summary>Waits until nobody else writes this sheet, within a transaction.</summary>
    private static async Task<long> TakeTurn(CoordinationDb db, SheetPlace place, string filler, CancellationToken cancellation) => (await db.Database.SqlQuery<long>(
        $"""
        INSERT INTO report_head (campaign, unit, duty, filler, head) VALUES ({place.Campaign}, {place.Unit.Id.Value}, {place.Duty}, {filler}, 1)
        ON CONFLICT (campaign, unit, duty, filler) DO UPDATE SET head = report_head.head + 1 RETURNING head AS "Value"
        """).ToListAsync(cancellation))[0];

    private static FieldMark MarkOf(ReportCellRow row) => new(row.Cell, row.Typed, row.Revision, Signature.Of(row.TypedBy).Seat?.Split('/')[^1], row.CampaignAt);

    private static bool IsOwn(ReportCellRow? row, Asker asker) => row is not null && Signature.Of(row.TypedBy).Login == asker.Login;

    private static string FillerOf(Asker asker) => asker.Standing.Seat.Unit is null ? Office : Unit;

    private static void Require(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }

    /// <param name="Part">Null: the fields that the parts share.</param>
    /// <param name="At">Real time.</param>
    private sealed record HandedPart(string? Part, IReadOnlyDictionary<string, string> Fields, DateTimeOffset At);
}

using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Board;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Obligations;
using HuiminCoord.Server.Console.Obligations;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Drafts;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Console.Board;

/// <summary>Reads 报送一览: six questions, however many units and duties there are.</summary>
internal static class BoardReader
{
    /// <summary>Reads it; null when nobody owes what was asked for.</summary>
    /// <param name="scene">The registers, as far as the seat reaches.</param>
    /// <param name="words">The language.</param>
    /// <param name="drafts">Tells what somebody has begun to write.</param>
    /// <param name="asked">A duty's id; null = what matters now.</param>
    /// <param name="seesMessages">Whether the seat may see what others have read.</param>
    /// <param name="cancellation">Gives up.</param>
    internal static async Task<BoardSheet?> Read(ReadingScene scene, PageWords words, DraftBook drafts, string? asked, bool seesMessages, CancellationToken cancellation)
    {
        var (plan, today) = (scene.Campaign.Plan, scene.Campaign.Today);
        var scope = BoardScope.Of(plan, scene.Campaign.Calendar, today, asked);
        var rows = (await BoardRows.Of(scene, scope.Duties, cancellation)).ToLookup(o => o.Duty);
        if (scope.Planned is null && !rows[scope.Main].Any())
        {
            return null;
        }

        var columns = Columns(scene, words, scope, rows);
        var unfinished = await UnfinishedRows.Of(scene, cancellation);
        var cells = new BoardCells(words, today, await drafts.Begun(scene.Campaign.Id, null, cancellation));
        var lines = Lines(scene, cells, words, scope, columns, rows, await Unmanned(scene, cancellation));
        return new(
            RegisterReader.Counts(plan, rows[scope.Main], today) is [var count] ? count : null,
            columns,
            [.. scope.Earlier.Select(o => new BoardMonth(o.Id.Value, words.Month(o.Due!.Value, today), rows[o.Id.Value].Count(r => r.Reported)))],
            lines,
            Choices(scene, words, unfinished),
            PaperChoice.Of(scene.Campaign, words, unfinished),
            await ReminderReader.Today(scene, scope.Main, [.. plan.Units.Select(u => u.Id.Value)], seesMessages, cancellation));
    }

    private static IReadOnlyList<BoardColumn> Columns(ReadingScene scene, PageWords words, BoardScope scope, ILookup<string, ObligationRow> rows)
    {
        var beside = scope.Beside.Where(o => o.Due >= scene.Campaign.Today || rows[o.Id.Value].Any(r => !Stages.Over.Contains(r.Stage)));
        var planned = scope.Planned is { } main ? beside.Prepend(main) : beside;
        return scope.Planned is null ? [Assigned(scene, words, [.. rows[scope.Main]])] : [.. planned.Select(o => Planned(scene, words, o, [.. rows[o.Id.Value]]))];
    }

    private static BoardColumn Planned(ReadingScene scene, PageWords words, Occurrence planned, IReadOnlyList<ObligationRow> rows)
    {
        var annual = planned.Duty.Kind == DutyKind.Annual;
        IReadOnlyList<string> parts = planned.Duty.Parts.Count == 0 ? [DutyTerms.Whole] : planned.Duty.Parts;
        return new(
            planned.Id.Value, words.Short(planned, scene.Campaign.Today), planned.Title, planned.Due, DoBy(scene, planned.Due), planned.Due is { } due && scene.Campaign.Calendar.IsProvisional(due),
            IsMissing(rows), annual, planned.Duty.Kind == DutyKind.Liaison, [.. parts.Select(p => Part(words, p, annual, rows))]);
    }

    private static BoardColumn Assigned(ReadingScene scene, PageWords words, IReadOnlyList<ObligationRow> rows)
    {
        var due = rows.Min(r => r.Due);
        return new(
            rows[0].Duty, rows[0].Title, rows[0].Title, due, DoBy(scene, due), rows.Any(r => r.Provisional), IsMissing(rows), false, false,
            [.. rows.SelectMany(r => Stages.PartsOf(r).Keys).Distinct().Select(p => Part(words, p, false, rows))]);
    }

    private static bool IsMissing(IEnumerable<ObligationRow> rows) => rows.Any(r => !r.Reported && !Stages.NotOwed.Contains(r.Stage));

    private static BoardPart Part(PageWords words, string part, bool annual, IReadOnlyList<ObligationRow> rows)
    {
        var owed = rows.Where(r => !Stages.NotOwed.Contains(r.Stage)).Select(r => Stages.PartsOf(r).GetValueOrDefault(part, PartStage.Waived)).Where(s => s != PartStage.Waived).ToList();
        return new(part, words.Part(part, annual), owed.Count(s => s != PartStage.Open), owed.Count);
    }

    private static IReadOnlyList<BoardLine> Lines(
        ReadingScene scene, BoardCells cells, PageWords words, BoardScope scope, IReadOnlyList<BoardColumn> columns, ILookup<string, ObligationRow> rows, HashSet<string> unmanned)
    {
        var today = scene.Campaign.Today;
        var of = columns.Select(c => c.Duty).Concat(scope.Earlier.Select(o => o.Id.Value)).ToDictionary(d => d, d => rows[d].ToDictionary(r => r.Unit));
        return [.. scene.Campaign.Plan.Units.Where(u => scene.OnlyUnit is null || u.Id.Value == scene.OnlyUnit).Select(unit =>
        {
            var id = unit.Id.Value;
            var main = of[columns[0].Duty].GetValueOrDefault(id);
            var standing = cells.Standing(main);
            return new BoardLine(
                id, unit.Name, !unmanned.Contains(id), standing,
                [.. columns.SelectMany(c => c.Parts.Select(p => cells.Cell(of[c.Duty].GetValueOrDefault(id), p.Id, c.Due)))],
                [.. scope.Earlier.Select(o => cells.Mark(of[o.Id.Value].GetValueOrDefault(id), words.Month(o.Due!.Value, today)))],
                main is not null && main.Stage != Stages.Ended && !Assignment.IsProblem(new(main.Duty)) && Stages.PartsOf(main).ContainsValue(PartStage.Submitted),
                standing == BoardStanding.Silent && !main!.EnteredLate ? UrgeOf(main, today) : null);
        })];
    }

    /// <summary>What has to be known before a unit is urged.</summary>
    internal static UrgeFacts UrgeOf(ObligationRow row, DateOnly today) =>
        new(row.ExtensionStage == "asked" ? row.ExtensionTo : null, ObligationPayload.Of(row).UrgedOn == today);

    private static async Task<HashSet<string>> Unmanned(ReadingScene scene, CancellationToken cancellation)
    {
        var campaign = scene.Campaign.Id;
        var seats = await scene.Db.Seats.AsNoTracking().Where(s => s.Campaign == campaign && s.Seat == "liaison").ToListAsync(cancellation);
        return [.. RegisterReader.UnitsWithoutLiaison(scene.Campaign.Plan, seats, scene.Campaign.Today).Select(u => u.Id.Value)];
    }

    /// <summary>What the plan has opened, and what was assigned and is not finished.</summary>
    private static IReadOnlyList<DutyChoice> Choices(ReadingScene scene, PageWords words, List<ObligationRow> unfinished)
    {
        var planned = BoardScope.Opened(scene.Campaign.Plan, scene.Campaign.Today).Select(o => new DutyChoice(o.Id.Value, words.Short(o, scene.Campaign.Today))).ToList();
        var known = planned.Select(c => c.Duty).ToHashSet();
        return [.. planned, .. unfinished.Where(o => known.Add(o.Duty)).Select(o => new DutyChoice(o.Duty, o.Title))];
    }

    private static DateOnly? DoBy(ReadingScene scene, DateOnly? due) => due is { } day ? scene.Campaign.Calendar.DoBy(day) : null;
}

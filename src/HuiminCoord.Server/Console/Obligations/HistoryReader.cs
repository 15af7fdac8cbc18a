using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Console.Words;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Console.Obligations;

/// <summary>Reads 办理记录 of one obligation: what is planned next, what was reminded, what people did; the latest first.</summary>
internal sealed class HistoryReader(StoredDocuments documents, PlanShelf plans)
{
    /// <summary>Most lines: an obligation that is open for a year is read from its end.</summary>
    internal const int Most = 40;

    /// <summary>Reads it.</summary>
    /// <param name="scene">The registers.</param>
    /// <param name="words">The language.</param>
    /// <param name="row">The obligation.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<IReadOnlyList<HistoryLine>> Read(ReadingScene scene, PageWords words, ObligationRow row, CancellationToken cancellation)
    {
        var ladder = scene.Campaign.Plan.Ladders[Enum.Parse<DutyKind>(row.Kind, ignoreCase: true)];
        var planned = await Planned(scene, words, row);
        var steps = await Steps(scene, row, cancellation);
        var done = await Done(scene, words, row, cancellation);
        var given = steps.GroupBy(s => (s.Rung, s.FiredAt)).Select(g => new HistoryLine(g.Key.FiredAt, StepTexts.Given(words, [.. g], ladder)));
        return [.. planned.Concat(given.Concat(done).OrderByDescending(l => l.At)).Take(Most)];
    }

    /// <summary>The next reminder, as the unit's own rules plan it now.</summary>
    private async Task<IEnumerable<HistoryLine>> Planned(ReadingScene scene, PageWords words, ObligationRow row)
    {
        var unit = new UnitId(row.Unit);
        var state = await documents.Find<UnitState, UnitEvent>(Rooms.Unit, $"{row.Campaign}/{row.Unit}");
        if (state is null or { PlanVersion: 0 } or { LeftWith: > 0 } || state.Find(new DutyId(row.Duty)) is not { } open)
        {
            return [];
        }

        var terms = await plans.Terms(scene.Campaign.Id, state.PlanVersion, unit);
        var next = RungPlanner.Plan(terms.Of(state, open), terms.Settings, scene.Campaign.Calendar)
            .FirstOrDefault(r => r.At > scene.Campaign.Now && !open.Given.Contains(r.Id));
        return next is null ? [] : [new HistoryLine(next.At, words["history.planned", StepTexts.To(words, next.To)], IsPlanned: true)];
    }

    private static Task<List<StepRow>> Steps(ReadingScene scene, ObligationRow row, CancellationToken cancellation)
    {
        var (campaign, unit, duty) = (row.Campaign, row.Unit, row.Duty);
        // What only waits for the office's own message, or was said by a later reminder, is no reminder of its own.
        return scene.Db.Steps.AsNoTracking()
            .Where(s => s.Campaign == campaign && s.Unit == unit && s.Obligation == duty && s.Outcome != StepOutcome.Superseded
                && !s.Rung.StartsWith("extension-") && !s.Rung.StartsWith("unheard-") && !s.Rung.StartsWith("withdrawn-"))
            .OrderBy(s => s.FiredAt).ThenBy(s => s.Recipient).ToListAsync(cancellation);
    }

    private static async Task<IEnumerable<HistoryLine>> Done(ReadingScene scene, PageWords words, ObligationRow row, CancellationToken cancellation)
    {
        var (key, named, annual) = ($"{row.Campaign}/{row.Unit}", $"\"{row.Duty}\"", row.Kind == "annual");
        var told = await scene.Db.Audit.AsNoTracking()
            .Where(a => a.GrainType == Rooms.Unit && a.GrainKey == key && EventTexts.Told.Contains(a.EventType) && a.Body.Contains(named))
            .OrderByDescending(a => a.Seq).Take(Most).ToListAsync(cancellation);
        return told
            .Select(a => (Row: a, Said: EventTexts.Say(words, StoredJson.Read<UnitEvent>(a.Body), annual, scene.Campaign.Today)))
            .Where(a => a.Said?.Duty == row.Duty)
            .Select(a => new HistoryLine(a.Row.At, a.Said!.Value.Text, a.Said.Value.Detail, By(words, a.Row.Actor)));
    }

    /// <summary>Whose record it is stands above it: a seat of the unit goes by its role.</summary>
    private static string? By(PageWords words, string? actor) => Signature.Of(actor).Seat switch
    {
        null => null,
        Recipients.Office => words["history.office"],
        var seat => SeatAddress.Find(seat) is { } known ? words.Role(known.Role) : seat,
    };
}

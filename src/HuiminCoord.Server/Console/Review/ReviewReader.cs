using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Obligations;
using HuiminCoord.Server.Console.Obligations;
using HuiminCoord.Server.Console.Words;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Console.Review;

/// <summary>Reads what waits for the office.</summary>
internal static class ReviewReader
{
    /// <summary>All of it.</summary>
    internal static async Task<ReviewSheet> Read(ReadingScene scene, PageWords words, CancellationToken cancellation)
    {
        var rows = await UnfinishedRows.Of(scene, cancellation);
        var supervised = await UnfinishedRows.Supervised(scene, cancellation);
        var settings = scene.Campaign.Plan.Settings;
        return new(
            [.. rows.Where(r => !supervised.Contains((r.Unit, r.Duty))).SelectMany(row => Parts(scene.Campaign, words, row)).OrderBy(p => p.ReviewBy ?? DateOnly.MaxValue).ThenBy(p => p.HandedInAt)],
            [.. rows.Where(IsAsked).Select(row => new DateRequest(At(scene.Campaign, words, row), row.Due, row.ExtensionTo!.Value, row.ExtensionReason))],
            settings.ReviewWorkdays, settings.CorrectionWorkdays);
    }

    /// <summary>How many obligations and requests wait: what stands beside the link.</summary>
    internal static async Task<int> Count(ReadingScene scene, CancellationToken cancellation)
    {
        var rows = await UnfinishedRows.Of(scene, cancellation);
        var supervised = await UnfinishedRows.Supervised(scene, cancellation);
        return rows.Count(r => !supervised.Contains((r.Unit, r.Duty)) && Stages.PartsOf(r).ContainsValue(PartStage.Submitted)) + rows.Count(IsAsked);
    }

    /// <summary>The obligation of a part.</summary>
    internal static async Task<ObligationRow?> Row(ReadingScene scene, DutyAt at, CancellationToken cancellation) =>
        await scene.Db.Obligations.FindAsync([scene.Campaign.Id, at.Unit, at.Duty], cancellation);

    /// <summary>What was handed in last with a part; null where nothing was.</summary>
    internal static async Task<Submission?> Submission(ReadingScene scene, DutyAt at, string part, CancellationToken cancellation)
    {
        var (key, named) = ($"{scene.Campaign.Id}/{at.Unit}", $"\"{at.Duty}\"");
        var told = await scene.Db.Audit.AsNoTracking()
            .Where(a => a.GrainType == Rooms.Unit && a.GrainKey == key && a.EventType == "unit.submitted" && a.Body.Contains(named))
            .OrderByDescending(a => a.Seq).ToListAsync(cancellation);
        return told
            .Select(a => (a.Seq, Event: StoredJson.Read<UnitEvent>(a.Body) as UnitEvent.Submitted))
            .Where(a => a.Event?.Duty.Value == at.Duty && a.Event.Parts.Contains(part))
            .Select(a => new Submission(a.Seq, a.Event!.Note, a.Event.Nil, a.Event.At, a.Event.OnBehalf, a.Event.Form is not null))
            .FirstOrDefault();
    }

    private static IEnumerable<WaitingPart> Parts(CampaignScene scene, PageWords words, ObligationRow row)
    {
        var facts = ObligationPayload.Of(row).Facts;
        foreach (var part in Stages.PartsOf(row).Where(p => p.Value == PartStage.Submitted).Select(p => p.Key))
        {
            var known = facts.GetValueOrDefault(part) ?? new PartFacts(row.FirstCompleteAt, row.FirstCompleteAt);
            DateOnly? by = known.WithOfficeSince is { } since ? scene.Calendar.AddWorkingDays(ChinaTime.DateOf(since), scene.Plan.Settings.ReviewWorkdays) : null;
            yield return new(
                At(scene, words, row), part, words.Part(part, row.Kind == "annual"), known.At, by, by < scene.Today, known.Nil, known.EnteredAt is not null,
                row.OnTime == false && row.Due is { } due && known.FirstAt >= ChinaTime.EndOf(due), known.Remarks > 0);
        }
    }

    private static DutyAt At(CampaignScene scene, PageWords words, ObligationRow row) =>
        new(row.Unit, scene.Plan.Unit(new UnitId(row.Unit))?.Name ?? row.Unit, row.Duty, words.Short(row, scene.Today), row.Kind == "annual");

    private static bool IsAsked(ObligationRow row) => row.ExtensionStage == "asked";
}

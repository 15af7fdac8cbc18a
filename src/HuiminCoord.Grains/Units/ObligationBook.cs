using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Units;

/// <summary>The register of obligations: open ones and closed ones.</summary>
internal static class ObligationBook
{
    internal static ObligationRow New(UnitScene scene, DutyTerms terms, OpenedDuty dated)
    {
        var parts = terms.Parts.ToDictionary(p => p, p => terms.ExcludedParts.Contains(p) ? PartStage.Waived : PartStage.Open);
        return new()
        {
            Campaign = scene.Event.Campaign,
            Unit = scene.Unit.Value,
            Duty = terms.Id.Value,
            Kind = Word(terms.Kind),
            Title = terms.Title,
            Clause = terms.Clause,
            Due = dated.Due,
            DoBy = dated.DoBy,
            Provisional = dated.Provisional,
            EnteredLate = dated.EnteredLate,
            Stage = Stages.Of(parts.Values),
            Parts = StoredJson.Write(new SortedDictionary<string, PartStage>(parts)),
            Payload = "{}",
        };
    }

    /// <summary>A kind as rows name it.</summary>
    internal static string Word(DutyKind kind) => kind.ToString().ToLowerInvariant();

    internal static async Task Record(UnitEvent @event, UnitScene scene, CancellationToken ct)
    {
        switch (@event)
        {
            case UnitEvent.Submitted x:
                var submitted = await Find(scene, x.Duty, ct);
                Stages.Set(submitted, x.Parts, PartStage.Submitted);
                ObligationPayload.HandedIn(submitted, x.Parts, x.OnBehalf);
                AttachmentBook.Add(scene.Event, scene.Batch, x.Duty.Value, x.Parts is [var only] ? only : null, x.Files);
                UnlessReturned(submitted);
                break;
            case UnitEvent.Reported x:
                Judge(await Find(scene, x.Duty, ct), x);
                break;
            case UnitEvent.Withdrawn x:
                TakeBack(await Find(scene, x.Duty, ct), x, scene.Event.At);
                break;
            default:
                await RecordReview(@event, scene, ct);
                break;
        }
    }

    private static async Task RecordReview(UnitEvent @event, UnitScene scene, CancellationToken ct)
    {
        switch (@event)
        {
            case UnitEvent.ReviewBegun x:
                ObligationPayload.ReviewBegun(await Find(scene, x.Duty, ct), x.Parts);
                break;
            case UnitEvent.Accepted x:
                var accepted = await Find(scene, x.Duty, ct);
                Stages.Leave(accepted, x.Parts, PartStage.Accepted);
                accepted.AcceptedAt = scene.Event.At;
                break;
            case UnitEvent.Returned x:
                var returned = await Find(scene, x.Duty, ct);
                Stages.Leave(returned, [x.Part], PartStage.Returned);
                returned.CorrectionDue = x.CorrectionDue;
                break;
            case UnitEvent.Waived x:
                var waived = await Find(scene, x.Duty, ct);
                Stages.Leave(waived, x.Parts, PartStage.Waived);
                UnlessReturned(waived);
                break;
            default:
                await RecordDates(@event, scene, ct);
                break;
        }
    }

    private static void Judge(ObligationRow row, UnitEvent.Reported reported)
    {
        (row.Reported, row.FirstCompleteAt, row.OnTime) = (true, reported.At, reported.OnTime);
        row.LateWorkdays = reported.OnTime == false ? reported.LateWorkdays : null;
        (row.ExtensionStage, row.ExtensionTo) = row.ExtensionStage == "asked" ? (null, null) : (row.ExtensionStage, row.ExtensionTo);
    }

    private static void TakeBack(ObligationRow row, UnitEvent.Withdrawn withdrawn, DateTimeOffset at)
    {
        foreach (var parts in withdrawn.Parts.GroupBy(p => p.Value, p => p.Key))
        {
            Stages.Leave(row, [.. parts], parts.Key);
        }

        ObligationPayload.Withdrawn(row, new(at, [.. withdrawn.Parts.Keys], withdrawn.Reason));
        row.CorrectionDue = withdrawn.CorrectionDue;
        if (withdrawn.Unreported)
        {
            (row.Reported, row.FirstCompleteAt, row.OnTime, row.LateWorkdays) = (false, null, null, null);
        }
    }

    internal static void Date(ObligationRow row, DateOnly? due, DateOnly? doBy, bool provisional) =>
        (row.Due, row.DoBy, row.Provisional) = (due, doBy, provisional);

    /// <summary>The row of one obligation, also when this transaction added it.</summary>
    internal static async Task<ObligationRow> Find(UnitScene scene, DutyId duty, CancellationToken ct) =>
        await scene.Batch.Db.Obligations.FindAsync([scene.Event.Campaign, scene.Unit.Value, duty.Value], ct)
        ?? throw new RegisterException($"{scene.Unit} has no obligation {duty} in the register.");

    /// <summary>Everything the unit has open, undated last.</summary>
    internal static async Task<IReadOnlyList<ObligationRow>> Open(UnitScene scene, CancellationToken ct)
    {
        var (campaign, unit) = (scene.Event.Campaign, scene.Unit.Value);
        var db = scene.Batch.Db;
        await db.Obligations.Where(o => o.Campaign == campaign && o.Unit == unit && !Stages.Over.Contains(o.Stage)).LoadAsync(ct);
        return [.. db.Obligations.Local
            .Where(o => o.Campaign == campaign && o.Unit == unit && !Stages.Over.Contains(o.Stage))
            .OrderBy(o => o.Due ?? DateOnly.MaxValue).ThenBy(o => o.Duty, StringComparer.Ordinal)];
    }

    private static async Task RecordDates(UnitEvent @event, UnitScene scene, CancellationToken ct)
    {
        switch (@event)
        {
            case UnitEvent.ExtensionAsked x:
                var asked = await Find(scene, x.Duty, ct);
                (asked.ExtensionStage, asked.ExtensionTo, asked.ExtensionReason) = ("asked", x.Until, x.Reason);
                break;
            case UnitEvent.ExtensionGranted x:
                var granted = await Find(scene, x.Duty, ct);
                (granted.ExtensionStage, granted.ExtensionTo) = ("granted", x.Until);
                Date(granted, x.Until, x.DoBy, x.Provisional);
                break;
            case UnitEvent.ExtensionRefused x:
                var refused = await Find(scene, x.Duty, ct);
                refused.ExtensionStage = "refused";
                break;
            case UnitEvent.DueMoved x:
                Date(await Find(scene, x.Duty, ct), x.Due, x.DoBy, x.Provisional);
                break;
        }
    }

    /// <summary>A correction is due only while something is returned.</summary>
    internal static void UnlessReturned(ObligationRow row) => row.CorrectionDue = row.Stage == Stages.Returned ? row.CorrectionDue : null;
}

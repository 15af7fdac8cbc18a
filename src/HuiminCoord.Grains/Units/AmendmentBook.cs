using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Units;

/// <summary>How an amendment reaches the register: rows of open obligations are written again in the words of the new plan.</summary>
internal static class AmendmentBook
{
    internal static async Task Record(UnitEvent.Amended amended, UnitScene scene, CancellationToken ct)
    {
        await End(amended.Ended, scene, ct);
        foreach (var row in await ObligationBook.Open(scene, ct))
        {
            if (scene.Terms.Find(new DutyId(row.Duty)) is { } terms)
            {
                Reword(row, terms);
            }
        }

        foreach (var duty in amended.Duties)
        {
            var row = await ObligationBook.Find(scene, duty.Duty, ct);
            ObligationPayload.Away(row, duty.Dropped);
            ObligationBook.Date(row, duty.Dated.Due, duty.Dated.DoBy, duty.Dated.Provisional);
            row.EnteredLate = duty.Dated.EnteredLate;
            if (duty.Parts is { } parts)
            {
                row.Parts = StoredJson.Write(new SortedDictionary<string, PartStage>(parts.ToDictionary()));
                row.Stage = Stages.Of([.. parts.Values]);
                ObligationBook.UnlessReturned(row);
            }

            if (duty.Replanned && row.ExtensionStage == "asked")
            {
                (row.ExtensionStage, row.ExtensionTo, row.ExtensionReason) = (null, null, null);
            }
        }
    }

    internal static async Task End(IEnumerable<DutyId> duties, UnitScene scene, CancellationToken ct)
    {
        foreach (var duty in duties)
        {
            var row = await ObligationBook.Find(scene, duty, ct);
            (row.Stage, row.CorrectionDue) = (Stages.Ended, null);
            ObligationPayload.Away(row, Stages.PartsOf(row).Keys);
        }
    }

    private static void Reword(ObligationRow row, DutyTerms terms) =>
        (row.Title, row.Clause, row.Kind) = (terms.Title, terms.Clause, ObligationBook.Word(terms.Kind));
}

using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Relaying;

/// <summary>Writes the steps of a batch: one row per (obligation, rung, recipient), settled once.</summary>
internal static class StepWriter
{
    public static async Task Write(RelayBatch batch, CancellationToken cancellation)
    {
        var rows = await Known(batch, cancellation).ConfigureAwait(false);
        var written = new HashSet<(RelayedEvent, (string, string, string, string, string))>();
        foreach (var (draft, origin) in batch.Steps)
        {
            if (!written.Add((origin, KeyOf(draft))))
            {
                throw Refused(origin, draft, "is named twice by one event");
            }

            if (!rows.TryGetValue(KeyOf(draft), out var row))
            {
                row = New(draft, origin);
                batch.Db.Steps.Add(row);
                rows.Add(KeyOf(draft), row);
                batch.WrittenSteps.Add(draft);
            }
            else if (!IsRepetition(row, origin))
            {
                Settle(row, draft, origin);
                batch.WrittenSteps.Add(draft);
            }
        }
    }

    private static async Task<Dictionary<(string, string, string, string, string), StepRow>> Known(RelayBatch batch, CancellationToken cancellation)
    {
        if (batch.Steps.Count == 0)
        {
            return [];
        }

        var campaigns = batch.Steps.Select(s => s.Draft.Campaign).Distinct().ToList();
        var units = batch.Steps.Select(s => s.Draft.Unit).Distinct().ToList();
        var obligations = batch.Steps.Select(s => s.Draft.Obligation).Distinct().ToList();
        var rows = await batch.Db.Steps.Where(r => campaigns.Contains(r.Campaign) && units.Contains(r.Unit) && obligations.Contains(r.Obligation))
            .ToListAsync(cancellation).ConfigureAwait(false);
        return rows.ToDictionary(r => (r.Campaign, r.Unit, r.Obligation, r.Rung, r.Recipient));
    }

    private static (string, string, string, string, string) KeyOf(StepDraft draft) =>
        (draft.Campaign, draft.Unit, draft.Obligation, draft.Rung, draft.Recipient);

    private static bool IsRepetition(StepRow row, RelayedEvent origin) =>
        row.GrainType == origin.GrainType && row.GrainKey == origin.GrainKey && row.GrainSeq == origin.Sequence;

    private static void Settle(StepRow row, StepDraft draft, RelayedEvent origin)
    {
        if (row.Outcome is not (StepOutcome.Pending or StepOutcome.Undeliverable) || draft.Outcome is not (StepOutcome.Delivered or StepOutcome.Superseded))
        {
            throw Refused(origin, draft, $"is {row.Outcome} and cannot become {draft.Outcome}");
        }

        row.PlannedAt = draft.PlannedAt;
        row.FiredAt = draft.FiredAt;
        row.Outcome = draft.Outcome;
        row.InboxSlot = draft.InboxSlot;
        row.SupersededBy = draft.SupersededBy;
        row.Reason = draft.Reason;
        row.GrainType = origin.GrainType;
        row.GrainKey = origin.GrainKey;
        row.GrainSeq = origin.Sequence;
    }

    private static EventRefusedException Refused(RelayedEvent origin, StepDraft draft, string why) =>
        new(origin, new RegisterException($"Step {draft.Unit}/{draft.Obligation}/{draft.Rung} for {draft.Recipient} {why}."));

    private static StepRow New(StepDraft draft, RelayedEvent origin) => new()
    {
        Campaign = draft.Campaign,
        Unit = draft.Unit,
        Obligation = draft.Obligation,
        Rung = draft.Rung,
        Recipient = draft.Recipient,
        PlannedAt = draft.PlannedAt,
        FiredAt = draft.FiredAt,
        Outcome = draft.Outcome,
        InboxSlot = draft.InboxSlot,
        SupersededBy = draft.SupersededBy,
        Reason = draft.Reason,
        GrainType = origin.GrainType,
        GrainKey = origin.GrainKey,
        GrainSeq = origin.Sequence,
    };
}

using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Relaying;

/// <summary>Writes the steps of a batch: one row per (obligation, rung, recipient), settled once.</summary>
internal static class StepWriter
{
    public static async Task Write(RelayBatch batch, CancellationToken cancellation)
    {
        foreach (var (draft, origin) in batch.Steps)
        {
            try
            {
                var row = await batch.Db.Steps.FindAsync([draft.Campaign, draft.Unit, draft.Obligation, draft.Rung, draft.Recipient], cancellation).ConfigureAwait(false);
                if (row is null)
                {
                    batch.Db.Steps.Add(New(draft, origin));
                }
                else if (!IsRepetition(row, origin))
                {
                    Settle(row, draft, origin);
                }
            }
            catch (RegisterException refused)
            {
                throw new EventRefusedException(origin, refused);
            }
        }
    }

    private static bool IsRepetition(StepRow row, RelayedEvent origin) =>
        row.GrainType == origin.GrainType && row.GrainKey == origin.GrainKey && row.GrainSeq == origin.Sequence;

    private static void Settle(StepRow row, StepDraft draft, RelayedEvent origin)
    {
        if (row.Outcome is not (StepOutcome.Pending or StepOutcome.Undeliverable) || draft.Outcome is not (StepOutcome.Delivered or StepOutcome.Superseded))
        {
            throw new RegisterException($"Step {draft.Unit}/{draft.Obligation}/{draft.Rung} for {draft.Recipient} is {row.Outcome} and cannot become {draft.Outcome}.");
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

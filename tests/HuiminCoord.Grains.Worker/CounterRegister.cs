using System.Globalization;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Worker;

/// <summary>Totals as task rows; each firing is one message per recipient and one step row per step and recipient.</summary>
public sealed class CounterRegister : IRegister
{
    public static IReadOnlyList<string> Recipients(string id) => [$"{id}/liaison", $"{id}/leader", "office"];

    public string GrainType => "test-counter";

    public async Task Apply(RelayedEvent e, RelayBatch batch, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(e);
        ArgumentNullException.ThrowIfNull(batch);
        var id = e.GrainKey[(e.Campaign.Length + 1)..];
        switch (e.Read<CounterEvent>())
        {
            case CounterEvent.Added { Wish: "unbearable" }:
                throw new RegisterException("This wish cannot be registered.");
            case CounterEvent.Added { Wish: "twice" }:
                batch.Deliver(Message(e, "office", "twice"));
                batch.Deliver(Message(e, "office", "twice"));
                break;
            case CounterEvent.Added { Wish: "slot-taken" }:
                batch.Deliver(Message(e, "office", "slot-taken"));
                break;
            case CounterEvent.Added added:
                await Count(e, id, added.Amount, batch, ct);
                break;
            case CounterEvent.StepsFired fired:
                Tell(e, id, fired, batch);
                break;
        }
    }

    private static async Task Count(RelayedEvent e, string id, int amount, RelayBatch batch, CancellationToken ct)
    {
        var row = await batch.Db.Tasks.FindAsync([e.Campaign, id], ct);
        if (row is null)
        {
            row = new TaskRow { Campaign = e.Campaign, Task = id, Domain = "test", LeadUnit = "test", Stage = "open", Payload = "0" };
            batch.Db.Tasks.Add(row);
        }

        row.Payload = (int.Parse(row.Payload, CultureInfo.InvariantCulture) + amount).ToString(CultureInfo.InvariantCulture);
    }

    private static void Tell(RelayedEvent e, string id, CounterEvent.StepsFired fired, RelayBatch batch)
    {
        foreach (var recipient in Recipients(id))
        {
            var slot = $"{id}:{e.Sequence}";
            batch.Deliver(Message(e, recipient, slot));
            foreach (var step in fired.Steps)
            {
                batch.Step(new StepDraft(e.Campaign, id, step.Obligation, step.Rung, recipient, step.At, e.At, StepOutcome.Delivered, slot, null, null));
            }
        }
    }

    private static InboxDraft Message(RelayedEvent e, string recipient, string slot) =>
        new(e.Campaign, recipient, slot, e.At, "test", $"{e.EventType} {e.Sequence}", "…", null);
}

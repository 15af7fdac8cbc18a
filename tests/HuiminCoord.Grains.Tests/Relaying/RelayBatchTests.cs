using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Tests.Relaying;

public sealed class RelayBatchTests(PostgreSqlServer server) : SpineTest(server)
{
    [Theory]
    [InlineData(StepOutcome.Pending, StepOutcome.Delivered, true)]
    [InlineData(StepOutcome.Pending, StepOutcome.Superseded, true)]
    [InlineData(StepOutcome.Undeliverable, StepOutcome.Delivered, true)]
    [InlineData(StepOutcome.Undeliverable, StepOutcome.Superseded, true)]
    [InlineData(StepOutcome.Undeliverable, StepOutcome.Pending, false)]
    [InlineData(StepOutcome.Delivered, StepOutcome.Delivered, false)]
    [InlineData(StepOutcome.Delivered, StepOutcome.Superseded, false)]
    [InlineData(StepOutcome.Superseded, StepOutcome.Delivered, false)]
    public async Task A_step_is_settled_once(StepOutcome first, StepOutcome second, bool allowed)
    {
        var database = await NewDatabase(DatabaseProvider.Sqlite);
        await Step(1, first);

        if (allowed)
        {
            await Step(2, second);
        }
        else
        {
            await Assert.ThrowsAsync<EventRefusedException>(() => Step(2, second));
        }

        var stored = await Scalar<string>(database, "SELECT outcome FROM step");
        Assert.Equal((allowed ? second : first).ToString().ToLowerInvariant(), stored);

        Task Step(long sequence, StepOutcome outcome) => database.Write(
            async (db, token) =>
            {
                var batch = new RelayBatch(db) { Current = new RelayedEvent("t", "g", Campaign, sequence, Start, null, "e", "{}") };
                batch.Step(new StepDraft(Campaign, "u", "o", "r", "office", Start, Start, outcome, null, null, null));
                await StepWriter.Write(batch, token);
            },
            Cancellation);
    }

    [Fact]
    public async Task One_event_names_a_step_once()
    {
        var database = await NewDatabase(DatabaseProvider.Sqlite);
        var step = new StepDraft(Campaign, "u", "o", "r", "office", Start, Start, StepOutcome.Delivered, null, null, null);

        await Assert.ThrowsAsync<EventRefusedException>(() => database.Write(
            async (db, token) =>
            {
                var batch = new RelayBatch(db) { Current = new RelayedEvent("t", "g", Campaign, 1, Start, null, "e", "{}") };
                batch.Step(step);
                batch.Step(step);
                await StepWriter.Write(batch, token);
            },
            Cancellation));
    }

    [Fact]
    public async Task An_event_cannot_write_to_another_campaign()
    {
        var database = await NewDatabase(DatabaseProvider.Sqlite);
        await using var db = database.OpenToRead();
        var batch = new RelayBatch(db) { Current = new RelayedEvent("t", "g", Campaign, 1, Start, null, "e", "{}") };

        Assert.Throws<RegisterException>(() => batch.Deliver(new InboxDraft("other-2020", "office", "s", Start, "k", "t", "b", null)));
    }
}

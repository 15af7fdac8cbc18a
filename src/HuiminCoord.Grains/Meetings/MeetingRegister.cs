using System.Globalization;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Meetings;

/// <summary>How a meeting's events become its row, and what of them everybody who sits in it is told at once.</summary>
public sealed class MeetingRegister(PlanShelf plans) : IRegister
{
    /// <inheritdoc/>
    public string GrainType => Rooms.Meeting;

    /// <inheritdoc/>
    public async Task Apply(RelayedEvent e, RelayBatch batch, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(e);
        ArgumentNullException.ThrowIfNull(batch);
        var (id, @event) = (RoomKey.IdOf(e.GrainKey), e.Read<MeetingEvent>());
        var row = await batch.Db.Meetings.FindAsync([e.Campaign, id], ct);
        var state = MeetingRules.Evolve(row is null ? new MeetingState() : StoredJson.Read<MeetingState>(row.Payload), @event);
        state = @event is MeetingEvent.MinutesConfirmed ? state with { Minutes = state.Minutes! with { Issue = await NextIssue(e.Campaign, state, batch, ct) } } : state;
        Keep(state, row, e, batch, id);
        if (@event is MeetingEvent.PapersAdded added)
        {
            AttachmentBook.Add(e, batch, added.Id, null, added.Papers);
        }
        else if (@event is MeetingEvent.ItemAdded { Item: { Papers: { } papers } item })
        {
            AttachmentBook.Add(e, batch, item.Id, null, papers);
        }

        await Tell(state, @event, e, batch, id, ct);
    }

    /// <summary>A kind or stage as it stands in rows, addresses and answers: <c>plenary</c>, <c>noticed</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>第N期, counted in the order of confirmation: the joint meeting's, or those of the unit that holds it.</summary>
    private static async Task<int> NextIssue(string campaign, MeetingState state, RelayBatch batch, CancellationToken ct)
    {
        var (unit, confirmed) = (state.Unit?.Value, Word(MeetingStage.Confirmed));
        // What this batch has written so far is not in the database yet.
        var rows = await batch.Db.Meetings.Where(m => m.Campaign == campaign && m.Unit == unit).ToListAsync(ct);
        return rows.Union(batch.Db.Meetings.Local.Where(m => m.Campaign == campaign && m.Unit == unit)).Count(m => m.Stage == confirmed) + 1;
    }

    private static void Keep(MeetingState state, MeetingRow? row, RelayedEvent e, RelayBatch batch, string id)
    {
        var (stage, payload, arrangement) = (Word(state.Stage), StoredJson.Write(state), state.Arrangement!);
        if (row is null)
        {
            batch.Db.Meetings.Add(new MeetingRow
            {
                Campaign = e.Campaign, Meeting = id, Kind = Word(state.Kind), Unit = state.Unit?.Value,
                Stage = stage, StartsAt = arrangement.StartsAt, EndsAt = arrangement.EndsAt, Payload = payload,
            });
            return;
        }

        (row.Stage, row.StartsAt, row.EndsAt, row.Payload) = (stage, arrangement.StartsAt, arrangement.EndsAt, payload);
    }

    private async Task Tell(MeetingState state, MeetingEvent happened, RelayedEvent e, RelayBatch batch, string id, CancellationToken ct)
    {
        var campaign = await batch.Db.Campaigns.FindAsync([e.Campaign], ct);
        var plan = await plans.Get(e.Campaign, campaign!.PlanVersion);
        foreach (var (to, message) in MeetingTelling.Of(state, happened, e.At, unit => plan.Unit(unit)?.Name ?? unit.Value, ConsentRules.Of(state.Kind, state.Unit, plan)))
        {
            var slot = string.Create(CultureInfo.InvariantCulture, $"{message.Kind}:{id}:{e.Sequence}");
            batch.Deliver(new InboxDraft(e.Campaign, to, slot, e.At, message.Kind, message.Title, message.Body, StoredJson.Write(new { meeting = id })));
        }
    }
}

using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;

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
        Keep(state, row, e, batch, id);
        await Tell(state, @event, e, batch, id, ct);
    }

    /// <summary>A kind or stage as it stands in rows, addresses and answers: <c>plenary</c>, <c>noticed</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

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

    private async Task Tell(MeetingState state, MeetingEvent @event, RelayedEvent e, RelayBatch batch, string id, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(e.At);
        switch (@event)
        {
            case MeetingEvent.Submitted:
                Deliver(Recipients.Convenor, MeetingNotices.ForConsent(state, today), e, batch, id);
                break;
            case MeetingEvent.Agreed or MeetingEvent.Returned:
                Deliver(Recipients.Office, MeetingNotices.Consent(state, today), e, batch, id);
                break;
            case MeetingEvent.Noticed:
                await TellMembers((_, name) => MeetingNotices.Notice(name, state, today), state, e, batch, id, ct);
                break;
            case MeetingEvent.Moved when state.Told > 0:
                await TellMembers((_, name) => MeetingNotices.Moved(name, state, today), state, e, batch, id, ct);
                break;
            case MeetingEvent.Cancelled when state.Told > 0:
                await TellMembers((_, name) => MeetingNotices.Cancelled(name, state, today), state, e, batch, id, ct);
                break;
            case MeetingEvent.ItemAdded { Item.Addendum: true } added:
                await TellMembers((unit, name) => MeetingNotices.Addendum(unit, name, state, added.Item, today), state, e, batch, id, ct);
                break;
        }
    }

    /// <summary>All seats of a unit: a date is better known twice than not at all.</summary>
    private async Task TellMembers(Func<UnitId, string, Message> message, MeetingState state, RelayedEvent e, RelayBatch batch, string id, CancellationToken ct)
    {
        var campaign = await batch.Db.Campaigns.FindAsync([e.Campaign], ct);
        var plan = await plans.Get(e.Campaign, campaign!.PlanVersion);
        foreach (var unit in state.Arrangement!.Units)
        {
            var text = message(unit, plan.Unit(unit)?.Name ?? unit.Value);
            foreach (var seat in new[] { SeatKind.Leader, SeatKind.Liaison, SeatKind.Deputy })
            {
                Deliver(Recipients.Of(unit, seat), text, e, batch, id);
            }
        }
    }

    private static void Deliver(string to, Message message, RelayedEvent e, RelayBatch batch, string id)
    {
        var slot = string.Create(CultureInfo.InvariantCulture, $"{message.Kind}:{id}:{e.Sequence}");
        batch.Deliver(new InboxDraft(e.Campaign, to, slot, e.At, message.Kind, message.Title, message.Body, StoredJson.Write(new { meeting = id })));
    }
}

using System.Text.Json;
using HuiminCoord.Domain.Channels;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Channels.Reaching;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Channels;

/// <summary>A message that waits for a channel.</summary>
/// <param name="Trace">W3C <c>traceparent</c> of the relay's work; null when nobody traced it.</param>
/// <param name="ToldAt">Real time of its commit; null in rows of an older program.</param>
internal sealed record WaitingMessage(OutsideMessage Outside, string? Trace, DateTimeOffset? ToldAt);

/// <summary>Reads what a channel has to send, and makes of each inbox message what may leave the system.</summary>
public sealed class WaitingMessages(CoordinationDatabase database, CampaignClock clock, ChannelSettings settings)
{
    /// <summary>Most messages of one claim: then others have their turn.</summary>
    internal const int Batch = 20;

    /// <summary>The next messages after the cursor, in order.</summary>
    internal async Task<IReadOnlyList<WaitingMessage>> Of(ChannelRow channel, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        var rows = await db.Inbox.Where(m => m.Campaign == channel.Campaign && m.Recipient == channel.Recipient && m.Seq > channel.Cursor)
            .OrderBy(m => m.Seq).Take(Batch).ToListAsync(cancellation);
        var dates = await Dates(db, channel, rows, cancellation);
        var invitations = channel.Kind == ChannelKind.Mail ? await MailedInvitations.Of(db, channel, rows, settings.PublicUrl, cancellation) : new Dictionary<long, OutsideInvitation>();
        return [.. rows.Select(row => new WaitingMessage(Outside(row, channel.Kind, DueOf(row, dates)) with { Invitation = invitations.GetValueOrDefault(row.Seq) }, row.Trace, row.ToldAt))];
    }

    /// <summary>A test message, which stands in no inbox.</summary>
    /// <param name="wish">The caller's own name for it.</param>
    internal OutsideMessage Test(ChannelRow channel, string wish)
    {
        var link = OutsideText.Link(settings.PublicUrl, channel.Campaign, channel.Recipient, 0);
        const string title = "这是一条测试消息";
        var id = DeliveryId.OfTest(channel.Campaign, channel.Recipient, channel.Kind, wish);
        return new(id, channel.Campaign, channel.Recipient, 0, "test", clock.Now, title, null, link, OutsideText.Subject(settings.Signature, title), OutsideText.Write(settings.Signature, title, null, ChinaTime.DateOf(clock.Now), link));
    }

    /// <summary>True when somebody else holds the seat than when the channel was set: the address may be the former holder's own.</summary>
    internal async Task<bool> SeatChanged(ChannelRow channel, CancellationToken cancellation) =>
        channel.Holder is not null && await Holder(channel.Campaign, channel.Recipient, cancellation) != channel.Holder;

    /// <summary>Who holds a unit's seat today; null when nobody does, or it is no unit's.</summary>
    internal async Task<string?> Holder(string campaign, string recipient, CancellationToken cancellation)
    {
        if (recipient.Split('/') is not [var unit, var seat])
        {
            return null;
        }

        var today = ChinaTime.DateOf(clock.Now);
        await using var db = database.OpenToRead();
        return await db.Seats.Where(s => s.Campaign == campaign && s.Unit == unit && s.Seat == seat && s.ValidFrom <= today && (s.ValidTo == null || today <= s.ValidTo))
            .OrderByDescending(s => s.ValidFrom).Select(s => s.Holder).FirstOrDefaultAsync(cancellation);
    }

    private OutsideMessage Outside(InboxRow row, ChannelKind kind, DateOnly? due)
    {
        var link = OutsideText.Link(settings.PublicUrl, row.Campaign, row.Recipient, row.Seq);
        return new(
            DeliveryId.Of(row.Campaign, row.Recipient, row.Seq, kind), row.Campaign, row.Recipient, row.Seq, row.Kind, row.At, OutsideText.OneLine(row.Title), due, link,
            OutsideText.Subject(settings.Signature, row.Title), OutsideText.Write(settings.Signature, row.Title, due, ChinaTime.DateOf(row.At), link));
    }

    /// <summary>Dates of the duties that these messages are about.</summary>
    private static async Task<Dictionary<string, ObligationRow>> Dates(CoordinationDb db, ChannelRow channel, List<InboxRow> rows, CancellationToken cancellation)
    {
        var unit = channel.Recipient.Split('/')[0];
        var duties = rows.SelectMany(DutiesOf).Distinct().ToList();
        return duties.Count == 0 ? [] : await db.Obligations.Where(o => o.Campaign == channel.Campaign && o.Unit == unit && duties.Contains(o.Duty))
            .ToDictionaryAsync(o => o.Duty, cancellation);
    }

    /// <summary>A receipt asks for nothing, a return for its correction; a digest's title speaks of its earliest date.</summary>
    private static DateOnly? DueOf(InboxRow row, Dictionary<string, ObligationRow> dates) => row.Kind == "receipt"
        ? null
        : DutiesOf(row).Select(d => dates.GetValueOrDefault(d)).Select(o => o is { Reported: true } or { EnteredLate: true } ? o.CorrectionDue : o?.Due).Min();

    private static IEnumerable<string> DutiesOf(InboxRow row)
    {
        if (row.Data is null)
        {
            return [];
        }

        using var data = JsonDocument.Parse(row.Data);
        var steps = data.RootElement.TryGetProperty("steps", out var all) && all.ValueKind == JsonValueKind.Array ? all.EnumerateArray().ToList() : [];
        return [.. steps.Append(data.RootElement).Where(e => e.ValueKind == JsonValueKind.Object)
            .Select(e => e.TryGetProperty("duty", out var duty) ? duty.GetString() : null).OfType<string>().Distinct()];
    }
}

using System.Text.Json;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Channels.Reaching;
using HuiminCoord.Server.Documents.Invitations;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Channels;

/// <summary>Calendar entries that go out with the mails about meetings: as the meeting stands when the mail is made, so that an old mail never undoes a newer one.</summary>
internal static class MailedInvitations
{
    private static readonly string[] Kinds = ["meeting", "meeting-cancelled", "meeting-moved"];

    /// <summary>By the messages' places in the inbox; most messages have none.</summary>
    internal static async Task<IReadOnlyDictionary<long, OutsideInvitation>> Of(CoordinationDb db, ChannelRow channel, IEnumerable<InboxRow> rows, string? publicUrl, CancellationToken cancellation)
    {
        var found = new Dictionary<long, OutsideInvitation>();
        var told = rows.Where(r => Kinds.Contains(r.Kind)).ToList();
        if (told.Count == 0 || await db.Campaigns.AsNoTracking().FirstOrDefaultAsync(c => c.Campaign == channel.Campaign, cancellation) is not { } campaign)
        {
            return found;
        }

        foreach (var row in told)
        {
            if (MeetingOf(row) is { } id
                && await db.Meetings.AsNoTracking().FirstOrDefaultAsync(m => m.Campaign == channel.Campaign && m.Meeting == id, cancellation) is { } meeting
                && CalendarEntry.Of(channel.Campaign, campaign.Title, id, StoredJson.Read<MeetingState>(meeting.Payload), publicUrl) is { } entry)
            {
                found.Add(row.Seq, new($"{id}.ics", InvitationText.Method(entry), InvitationText.Write(entry)));
            }
        }

        return found;
    }

    private static string? MeetingOf(InboxRow row)
    {
        if (row.Data is null)
        {
            return null;
        }

        using var data = JsonDocument.Parse(row.Data);
        return data.RootElement.ValueKind == JsonValueKind.Object && data.RootElement.TryGetProperty("meeting", out var meeting) ? meeting.GetString() : null;
    }
}

using HuiminCoord.Domain.Meetings;

namespace HuiminCoord.Server.Documents.Invitations;

/// <summary>A noticed meeting as it goes into people's calendars.</summary>
internal static class CalendarEntry
{
    internal const string ContentType = "text/calendar";

    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    /// <summary>The entry; null while members were not told, because then there is nothing to enter.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="title">What the campaign is called.</param>
    /// <param name="id">The meeting.</param>
    /// <param name="meeting">As its actor keeps it.</param>
    /// <param name="baseAddress">Of the server; null when nobody outside reaches it.</param>
    internal static MeetingInvitation? Of(string campaign, string title, string id, MeetingState meeting, string? baseAddress)
    {
        if (meeting is not { ToldAt: { } told, Arrangement: { } a })
        {
            return null;
        }

        var topics = meeting.Agenda.Any(i => i.Removed is null) ? $"议题：{MeetingNotices.Topics(meeting)}。" : "";
        return new(
            $"{id}.{campaign}@huimincoord.invalid", meeting.Told - 1, meeting.Stage == MeetingStage.Cancelled ? InvitationMethod.Cancel : InvitationMethod.Request, told, a.StartsAt,
            TimeSpan.FromMinutes(a.Minutes), a.Title, a.Place, $"由{a.Chair}主持。{topics}", baseAddress is null ? null : $"{baseAddress.TrimEnd('/')}/meetings/{id}", new Invitee(meeting.Unit is null ? $"{title}联席会议办公室" : a.Chair, null), [], Ahead);
    }
}

using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Documents.Invitations;

namespace HuiminCoord.Server.Api.Meetings;

/// <summary>A noticed meeting as it goes into people's calendars.</summary>
internal static class CalendarEntry
{
    internal const string ContentType = "text/calendar";

    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    /// <summary>The entry; null while members were not told, because then there is nothing to enter.</summary>
    /// <param name="scene">The campaign.</param>
    /// <param name="id">The meeting.</param>
    /// <param name="meeting">As its actor keeps it.</param>
    /// <param name="baseAddress">Of the server.</param>
    internal static MeetingInvitation? Of(CampaignScene scene, string id, MeetingState meeting, string baseAddress)
    {
        if (meeting is not { ToldAt: { } told, Arrangement: { } a })
        {
            return null;
        }

        var topics = meeting.Agenda.Any(i => i.Removed is null) ? $"议题：{MeetingNotices.Topics(meeting)}。" : "";
        return new(
            $"{id}.{scene.Id}@huimincoord.invalid", meeting.Told - 1, meeting.Stage == MeetingStage.Cancelled ? InvitationMethod.Cancel : InvitationMethod.Request, told, a.StartsAt,
            TimeSpan.FromMinutes(a.Minutes), a.Title, a.Place, $"由{a.Chair}主持。{topics}", $"{baseAddress}/meetings/{id}", new Invitee($"{scene.Plan.Title}联席会议办公室", null), [], Ahead);
    }
}

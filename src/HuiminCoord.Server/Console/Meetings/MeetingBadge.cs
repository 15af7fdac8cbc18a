using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Meetings;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>How many meetings wait for the seat.</summary>
internal static class MeetingBadge
{
    internal static async Task<int> Count(ReadingScene scene, CancellationToken cancellation) => (await WaitingMeetings.Of(scene, cancellation)).Count;
}

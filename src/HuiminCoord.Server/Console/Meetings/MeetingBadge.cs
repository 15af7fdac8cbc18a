using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Meetings;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>How many meetings wait for the seat: for the convenor's consent, for the office's next step, for a unit's answer.</summary>
internal static class MeetingBadge
{
    internal static async Task<int> Count(ReadingScene scene, CancellationToken cancellation)
    {
        var meetings = (await MeetingReader.Answered(scene, cancellation)).Select(MeetingLine.Of);
        return meetings.Count(m => scene.Passage.Asker.Standing.Seat.Role switch
        {
            SeatRole.Convenor => m.Stage == MeetingStage.Submitted,
            SeatRole.OfficeDirector or SeatRole.OfficeStaff => m.Stage is MeetingStage.Agreed or MeetingStage.Returned,
            _ => m.AsksForReplies(scene.Campaign.Now) && m.Silent > 0,
        });
    }
}

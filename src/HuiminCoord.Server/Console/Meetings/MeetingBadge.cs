using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Meetings;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>How many meetings wait for the seat: for its consent, for the next step of whoever runs them, for a unit's answer.</summary>
internal static class MeetingBadge
{
    internal static async Task<int> Count(ReadingScene scene, CancellationToken cancellation)
    {
        var meetings = (await MeetingReader.Answered(scene, cancellation)).Select(MeetingLine.Of);
        var (by, role, plan) = (MeetingAsker.Of(scene.Passage.Asker.Standing), scene.Passage.Asker.Standing.Seat.Role, scene.Campaign.Plan);
        return meetings.Count(m => !by.Runs(m.Unit) ? m.AsksForReplies(scene.Campaign.Now) && m.Silent > 0
            : m.Stage == MeetingStage.Submitted ? Asked(role) == ConsentRules.Of(m.Kind, m.Unit, plan)
            : m.Stage is MeetingStage.Agreed or MeetingStage.Returned && Runs(role, m.Unit));
    }

    /// <summary>Whose consent the seat is asked for; the convenor may also give the director's, and is not asked for it.</summary>
    private static Consenter? Asked(SeatRole role) => role switch
    {
        SeatRole.Convenor => Consenter.Convenor,
        SeatRole.OfficeDirector => Consenter.Director,
        SeatRole.Leader => Consenter.Leader,
        _ => null,
    };

    /// <summary>The office takes the next step of the joint meeting's, a unit's seats of their own.</summary>
    private static bool Runs(SeatRole role, UnitId? holder) =>
        holder is null ? role is SeatRole.OfficeDirector or SeatRole.OfficeStaff : role is SeatRole.Leader or SeatRole.Liaison or SeatRole.Deputy;
}

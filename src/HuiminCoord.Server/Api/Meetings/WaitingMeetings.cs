using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Api.Doors;

namespace HuiminCoord.Server.Api.Meetings;

/// <summary>Which meetings wait for the seat: for its consent, for the next step of whoever runs them, for a unit's answer.</summary>
internal static class WaitingMeetings
{
    /// <summary>By time.</summary>
    internal static async Task<IReadOnlyList<MeetingView>> Of(ReadingScene scene, CancellationToken cancellation)
    {
        var (by, role, plan) = (MeetingAsker.Of(scene.Passage.Asker.Standing), scene.Passage.Asker.Standing.Seat.Role, scene.Campaign.Plan);
        return [.. (await MeetingReader.Answered(scene, cancellation)).Where(m => HolderOf(m) is var holder && !by.Runs(holder)
            ? m.Stage == MeetingStage.Noticed && m.StartsAt > scene.Campaign.Now && m.Replies!.Any(r => r.Kind is null)
            : m.Stage == MeetingStage.Submitted ? Asked(role) == ConsentRules.Of(m.Kind, HolderOf(m), plan)
            : m.Stage is MeetingStage.Agreed or MeetingStage.Returned && Runs(role, HolderOf(m) is null))];
    }

    private static Domain.Identity.UnitId? HolderOf(MeetingView meeting) => meeting.Unit is { } unit ? new Domain.Identity.UnitId(unit) : null;

    /// <summary>Whose consent the seat is asked for; the convenor may also give the director's, and is not asked for it.</summary>
    private static Consenter? Asked(SeatRole role) => role switch
    {
        SeatRole.Convenor => Consenter.Convenor,
        SeatRole.OfficeDirector => Consenter.Director,
        SeatRole.Leader => Consenter.Leader,
        _ => null,
    };

    /// <summary>The office takes the next step of the joint meeting's, a unit's seats of their own.</summary>
    private static bool Runs(SeatRole role, bool isJoint) =>
        isJoint ? role is SeatRole.OfficeDirector or SeatRole.OfficeStaff : role is SeatRole.Leader or SeatRole.Liaison or SeatRole.Deputy;
}

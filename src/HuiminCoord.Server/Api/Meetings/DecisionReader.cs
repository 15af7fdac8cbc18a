using HuiminCoord.Domain.Meetings;
using HuiminCoord.Grains.Meetings;
using HuiminCoord.Server.Api.Doors;

namespace HuiminCoord.Server.Api.Meetings;

/// <summary>Decisions of the meetings that a seat reaches, with what has become of each.</summary>
internal static class DecisionReader
{
    /// <summary>As <see cref="FollowUpReader"/> says. A member sees all of its meetings: they were decided in its presence.</summary>
    internal static async Task<IReadOnlyList<FollowUp>> Of(ReadingScene scene, CancellationToken cancellation) =>
        await FollowUpReader.Of(scene.Db, scene.Campaign.Id, await MeetingReader.States(scene, cancellation), scene.Campaign.Today, cancellation);
}

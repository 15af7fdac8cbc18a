using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Supervision;

namespace HuiminCoord.Server.Console.Visits;

/// <summary>How many problems wait for the group's check. Nobody else settles them, so nobody else has them counted.</summary>
internal static class ProblemBadge
{
    internal static async Task<int> Count(ReadingScene scene, CancellationToken cancellation) => scene.Passage.Asker.Standing.Seat.Role != SeatRole.Group
        ? 0
        : (await SupervisionFinder.Problems(scene, cancellation)).Count(p => p.Light == ProblemLight.ToCheck);
}

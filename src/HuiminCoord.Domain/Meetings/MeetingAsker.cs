using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Identity;
using Orleans;

namespace HuiminCoord.Domain.Meetings;

/// <summary>Who asks something of a meeting, as far as its rules need to know. What the seat may do at all was settled by the access matrix.</summary>
/// <param name="Unit">The unit whose seat asks; null = the office, its director or the convenor.</param>
/// <param name="Convenes">True for the convenor, and for whoever stands in for the convenor today.</param>
/// <param name="Directs">True for the office director, and for whoever stands in for the director today.</param>
[GenerateSerializer, Immutable, Alias("meeting-asker")]
public sealed record MeetingAsker(UnitId? Unit, bool Convenes, bool Directs)
{
    /// <summary>Whoever asks from a seat.</summary>
    public static MeetingAsker Of(Standing standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        var roles = standing.StandsInFor.Append(standing.Seat).Select(s => s.Role).ToHashSet();
        return new(standing.Seat.Unit, roles.Contains(SeatRole.Convenor), roles.Contains(SeatRole.OfficeDirector));
    }

    /// <summary>True when a meeting that <paramref name="holder"/> holds is the asker's to run: a unit runs its own, the office all.</summary>
    public bool Runs(UnitId? holder) => Unit is null || Unit == holder;
}

using HuiminCoord.Domain.Access;
using Orleans;

namespace HuiminCoord.Domain.Reports;

/// <summary>Who asks something of a report, as far as its rules need to know. What the seat may do at all was settled by the access matrix.</summary>
/// <param name="Login">The account: who fills in is not who approves, and two must agree before an accepted report is opened again.</param>
/// <param name="Leads">True for the unit's leader, and for whoever stands in for the leader today.</param>
/// <param name="IsOffice">True for a seat that belongs to no unit.</param>
[GenerateSerializer, Immutable, Alias("report-asker")]
public sealed record ReportAsker(string Login, bool Leads, bool IsOffice)
{
    /// <summary>Whoever asks from a seat.</summary>
    public static ReportAsker Of(Standing standing, string login)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return new(login, standing.StandsInFor.Append(standing.Seat).Any(s => s.Role == SeatRole.Leader), standing.Seat.Unit is null);
    }
}

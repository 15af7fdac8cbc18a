using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Administration;

/// <summary>The seats that can be given on a page. Those of units are not among them: they follow the unit's own word.</summary>
internal static class SeatChoices
{
    private static readonly SeatRole[] OfServer = [SeatRole.SecurityAdmin, SeatRole.SystemAdmin, SeatRole.AuditAdmin];
    private static readonly SeatRole[] OfCampaign = [SeatRole.OfficeDirector, SeatRole.OfficeStaff, SeatRole.Convenor, SeatRole.Group];

    /// <param name="words">The language.</param>
    /// <param name="plan">The campaign; null = seats of the server only.</param>
    /// <param name="all">False = the seat of the first security administrator only.</param>
    internal static IEnumerable<(string Value, string Text)> Of(PageWords words, Plan? plan, bool all)
    {
        var seats = OfServer.Take(all ? OfServer.Length : 1).Select(r => new SeatAddress(r));
        if (plan is not null)
        {
            seats = OfCampaign.Select(r => new SeatAddress(r))
                .Concat(plan.Domains.SelectMany(d => d.Sections.Select(s => new SeatAddress(SeatRole.Section, d.Lead, s.Id))))
                .Concat(seats);
        }

        return seats.Select(s => (s.ToString(), words.Title(s, plan)));
    }
}

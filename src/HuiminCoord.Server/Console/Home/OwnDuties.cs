using HuiminCoord.Domain.Offices;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Console.Layout;

namespace HuiminCoord.Server.Console.Home;

/// <summary>What the office owes itself of reports: tables that are to go upward, bulletins that are to be issued. Its reviews are counted report by report.</summary>
internal static class OwnDuties
{
    /// <summary>They are shown from this long before their date.</summary>
    private const int DaysBefore = 3;

    internal static async Task<IEnumerable<WaitingItem>> Of(ReadingScene scene, CancellationToken cancellation)
    {
        var (plan, today) = (scene.Campaign.Plan, scene.Campaign.Today);
        var near = OfficeDuties.Of(plan, scene.Campaign.Calendar).Where(d => d.Due <= today.AddDays(DaysBefore)).ToList();
        if (near.Count == 0)
        {
            return [];
        }

        var done = await OfficeBook.Done(scene.Db, scene.Campaign.Id, plan, cancellation);
        var open = near.Where(d => !done.Contains(d.At)).OrderBy(d => d.Due).ToList();
        return [Item("consolidation", [.. open.Where(d => d.Kind == OfficeDutyKind.Consolidation)], today), Item("bulletin", [.. open.Where(d => d.Kind == OfficeDutyKind.Bulletin)], today)];
    }

    /// <summary>It leads to the earliest one.</summary>
    private static WaitingItem Item(string kind, IReadOnlyList<OfficeDuty> open, DateOnly today) =>
        new(kind, open.Count, open.Any(d => d.Due < today) ? Status.Late : Status.Soon, open is [var first, ..] ? $"/district?duty={first.Occurrence.Id}" : "/district");
}

using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Api.Doors;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Console.Calendars;

/// <summary>Reads what is due on which day: the plan's dates, and those that single units were given.</summary>
internal static class CalendarDues
{
    /// <summary>Nothing is due.</summary>
    internal static ILookup<DateOnly, DueMark> None { get; } = Array.Empty<(DateOnly Day, DueMark Mark)>().ToLookup(d => d.Day, d => d.Mark);

    /// <summary>Everything of a campaign.</summary>
    internal static async Task<ILookup<DateOnly, DueMark>> Of(ReadingScene scene, CancellationToken cancellation)
    {
        var campaign = scene.Campaign.Id;
        var owed = await scene.Db.Obligations.AsNoTracking().Where(o => o.Campaign == campaign && o.Due != null)
            .Select(o => new { o.Duty, o.Title, o.Due }).ToListAsync(cancellation);
        var planned = scene.Campaign.Plan.Duties.SelectMany(Occurrence.Of).Where(o => o.Due is not null).ToDictionary(o => o.Id.Value);
        var own = owed.Where(o => planned.GetValueOrDefault(o.Duty)?.Due != o.Due).GroupBy(o => (o.Due!.Value, o.Title)).Select(g => (Day: g.Key.Value, Mark: new DueMark(g.Key.Title, g.Count())));
        var moved = owed.Where(o => planned.TryGetValue(o.Duty, out var p) && p.Due != o.Due).CountBy(o => o.Duty).ToDictionary();
        return planned.Values.Select(o => (Day: o.Due!.Value, Mark: new DueMark(o.Title, o.Duty.OwedBy.Count - moved.GetValueOrDefault(o.Id.Value))))
            .Where(d => d.Mark.Units > 0).Concat(own).ToLookup(d => d.Day, d => d.Mark);
    }
}

using HuiminCoord.Domain.Supervision;
using HuiminCoord.Grains.Supervision;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Console.Words;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>A row of the registers behind an item, as people call it.</summary>
/// <param name="Row"><c>obligation/nongmu/monthly-2020-11</c>, <c>problem/du-2/4</c>, <c>question/…</c>.</param>
/// <param name="Text">Its title, its date; what is asked.</param>
public sealed record RowName(string Row, string Text)
{
    /// <summary>Names rows, in their order. One of which nothing is known any more is called by its address.</summary>
    internal static async Task<IReadOnlyList<RowName>> Of(ReadingScene scene, PageWords words, IReadOnlyList<string> rows, CancellationToken cancellation)
    {
        var known = scene.Campaign.Plan.Questions.ToDictionary(q => $"question/{q.Id}", q => q.Ask);
        foreach (var (row, text) in await Owed(scene, words, rows, cancellation))
        {
            known[row] = text;
        }

        if (rows.Any(r => r.StartsWith("problem/", StringComparison.Ordinal)))
        {
            foreach (var found in await ProblemReader.All(scene.Db, scene.Campaign.Id, cancellation))
            {
                known[$"problem/{found.Group}/{found.Problem.Number}"] = words["meeting.split.row.problem", SupervisionNames.Problem(found.Group, found.Problem.Number), found.Problem.Text];
            }
        }

        return [.. rows.Select(r => new RowName(r, known.GetValueOrDefault(r, r)))];
    }

    private static async Task<IReadOnlyList<(string Row, string Text)>> Owed(ReadingScene scene, PageWords words, IReadOnlyList<string> rows, CancellationToken cancellation)
    {
        var owed = rows.Select(r => r.Split('/')).Where(r => r is ["obligation", _, _]).Select(r => (Unit: r[1], Duty: r[2])).ToList();
        if (owed.Count == 0)
        {
            return [];
        }

        var (campaign, units, duties) = (scene.Campaign.Id, owed.Select(o => o.Unit).Distinct().ToList(), owed.Select(o => o.Duty).ToList());
        var found = await scene.Db.Obligations.AsNoTracking().Where(o => o.Campaign == campaign && units.Contains(o.Unit) && duties.Contains(o.Duty))
            .Select(o => new { o.Unit, o.Duty, o.Title, o.Due }).ToListAsync(cancellation);
        return [.. found.Select(o => ($"obligation/{o.Unit}/{o.Duty}", o.Due is null ? o.Title : words["meeting.split.row.due", o.Title, DateTexts.Short(o.Due)]))];
    }
}

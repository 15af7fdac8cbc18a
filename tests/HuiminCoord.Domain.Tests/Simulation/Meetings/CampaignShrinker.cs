using HuiminCoord.Domain.Tests.Simulation.Reference;

namespace HuiminCoord.Domain.Tests.Simulation.Meetings;

/// <summary>Takes inputs and outages away from a failing history for as long as it still fails.</summary>
internal static class CampaignShrinker
{
    public static (string Text, int Inputs) Smallest(FoundProblem found)
    {
        var world = found.World;
        string? Play(IReadOnlyList<CampaignInput> i, IReadOnlyList<Outage> o) => new CampaignRun(world, found.Rules, new WrittenCampaign(i, o)).Play();
        var (kept, away) = (Parts(found.Inputs, i => Play(i, found.Outages) is not null), found.Outages.ToList());
        for (var size = Math.Max(kept.Count / 2, 1); size >= 1; size /= 2)
        {
            for (var at = 0; at < kept.Count;)
            {
                var fewer = kept.Take(at).Concat(kept.Skip(at + size)).ToList();
                if (Play(fewer, away) is not null)
                {
                    kept = fewer;
                }
                else
                {
                    at += size;
                }
            }
        }

        away = away.Where(o => Play(kept, away.Where(a => a != o).ToList()) is null).ToList();
        var lines = kept.Select(Line).Concat(away.Select(o => $"  outage {o.From} - {o.Until}"));
        return ($"{Play(kept, away)}\npapers {string.Join(' ', world.Papers.Select(p => p.Id))}, a unit leaves {world.LeavesAt}\n{string.Join('\n', lines)}", kept.Count);
    }

    /// <summary>Whole units and meetings go first: most histories need few of them.</summary>
    private static List<CampaignInput> Parts(IReadOnlyList<CampaignInput> inputs, Func<IReadOnlyList<CampaignInput>, bool> fails)
    {
        var kept = inputs.ToList();
        foreach (var part in inputs.Select(Part).Distinct().ToList())
        {
            var fewer = kept.FindAll(i => Part(i) != part);
            kept = fails(fewer) ? fewer : kept;
        }

        return kept;
    }

    private static string Part(CampaignInput input) => input switch
    {
        CampaignInput.ToUnit c => c.Unit.Value,
        CampaignInput.ToMeeting c => c.Meeting,
        _ => "restarts",
    };

    private static string Line(CampaignInput input) => $"  {Shanghai.Of(input.At):s} " + input switch
    {
        CampaignInput.ToUnit c => $"{c.Unit}: {c.Command?.ToString() ?? "wake"}",
        CampaignInput.ToMeeting c => $"{c.Meeting}: {c.Command?.ToString() ?? "wake"}{(c.Stops is { } steps ? $", stops after {steps}" : "")}",
        _ => "restart",
    };
}

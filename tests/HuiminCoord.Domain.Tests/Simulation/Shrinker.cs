namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>Takes inputs and outages away from a failing history for as long as it still fails.</summary>
internal static class Shrinker
{
    public static string Smallest(World world, Func<IUnitMachine> machine, IReadOnlyList<Input> inputs, IReadOnlyList<Outage> outages)
    {
        string? Play(IReadOnlyList<Input> i, IReadOnlyList<Outage> o) => new HistoryRun(world, machine(), new WrittenInputs(i, o)).Play();
        var (kept, away) = (inputs.ToList(), outages.ToList());
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
        var lines = kept.Select(i => $"  {Reference.Shanghai.Of(i.At):s} {i.Command?.ToString() ?? "wake"}").Concat(away.Select(o => $"  outage {o.From} - {o.Until}"));
        return $"{Play(kept, away)}\nunit {world.Unit.Id}, papers {string.Join(' ', world.Papers.Select(p => p.Id))}\n{string.Join('\n', lines)}";
    }
}

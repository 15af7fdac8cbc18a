namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>Histories by seed.</summary>
internal static class Seeded
{
    /// <summary>Plays the history of a seed; null when nothing went wrong, otherwise the seed, what, and the shortest history that shows it.</summary>
    public static string? Play(ulong seed, bool shrink, Action<HistoryRun>? then = null)
    {
        var (world, inputs) = Of(seed);
        var run = new HistoryRun(world, new RealRules(world), inputs);
        var problem = run.Play();
        then?.Invoke(run);
        return problem is null ? null
            : $"seed {seed}: {problem}" + (shrink ? $"\nshortest: {Shrinker.Smallest(world, () => new RealRules(world), run.Taken, inputs.Outages)}" : "");
    }

    /// <summary>The same history on other rules.</summary>
    public static string? Play(ulong seed, Func<World, IUnitMachine> rules)
    {
        var (world, inputs) = Of(seed);
        return new HistoryRun(world, rules(world), inputs).Play() is { } problem ? $"seed {seed}: {problem}" : null;
    }

    private static (World World, IInputs Inputs) Of(ulong seed)
    {
        var random = new SplitMix(seed);
        var world = World.Of(random);

        // Generators of their own: the histories of old seeds stay what they were, but for papers and later versions.
        var imports = new SplitMix(seed ^ 0xA5A5_A5A5_A5A5_A5A5);
        world = imports.Chance(35) ? world.Importing(imports) : world;
        return AmendedWorld.Of(new SplitMix(~seed), world, new RandomInputs(random, world));
    }
}

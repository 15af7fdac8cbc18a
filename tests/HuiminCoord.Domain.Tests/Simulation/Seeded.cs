namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>Histories by seed.</summary>
internal static class Seeded
{
    /// <summary>Plays the history of a seed; null when nothing went wrong, otherwise the seed, what, and the shortest history that shows it.</summary>
    /// <param name="reviews">False = nobody takes anything back or proposes a member: the seed's history as it was before that could be.</param>
    public static string? Play(ulong seed, bool shrink, Action<HistoryRun>? then = null, bool reviews = true)
    {
        var (world, inputs) = Of(seed, reviews);
        var run = new HistoryRun(world, new RealRules(world), inputs);
        var problem = run.Play();
        then?.Invoke(run);
        return problem is null ? null
            : $"seed {seed}: {problem}" + (shrink ? $"\nshortest: {Shrinker.Smallest(world, () => new RealRules(world), run.Taken, inputs.Outages)}" : "");
    }

    /// <summary>The same history on other rules.</summary>
    public static string? Play(ulong seed, Func<World, IUnitMachine> rules)
    {
        var (world, inputs) = Of(seed, reviews: true);
        return new HistoryRun(world, rules(world), inputs).Play() is { } problem ? $"seed {seed}: {problem}" : null;
    }

    private static (World World, IInputs Inputs) Of(ulong seed, bool reviews)
    {
        var random = new SplitMix(seed);
        var world = World.Of(random);

        // Generators of their own: the histories of old seeds stay what they were, but for papers, later versions, reviews and members.
        var imports = new SplitMix(seed ^ 0xA5A5_A5A5_A5A5_A5A5);
        world = imports.Chance(35) ? world.Importing(imports) : world;
        IInputs people = new RandomInputs(random, world);
        var reviewing = new SplitMix(seed ^ 0x3C3C_3C3C_3C3C_3C3C);
        people = reviews && reviewing.Chance(65) ? new ReviewingInputs(people, world, reviewing) : people;
        (world, people) = AmendedWorld.Of(new SplitMix(~seed), world, people);
        var proposing = new SplitMix(seed ^ 0x7E7E_7E7E_7E7E_7E7E);
        return (world, reviews && proposing.Chance(35) ? new ProposingInputs(people, proposing) : people);
    }
}

namespace HuiminCoord.Domain.Tests.Simulation.Meetings;

/// <summary>Histories of units and meetings by seed.</summary>
internal static class SeededCampaign
{
    /// <summary>Plays the history of a seed; null when nothing went wrong, otherwise the seed, what, and the shortest history that shows it.</summary>
    public static string? Play(ulong seed, bool shrink, Action<CampaignRun>? then = null) => Found(seed, CampaignRules.Real, then) is not { } found ? null
        : $"seed {seed}: {found.Problem}" + (shrink ? $"\nshortest: {CampaignShrinker.Smallest(found).Text}" : "");

    /// <summary>The same history on any rules, when something goes wrong with it.</summary>
    public static FoundProblem? Found(ulong seed, CampaignRules rules, Action<CampaignRun>? then = null)
    {
        var random = new SplitMix(seed ^ 0x1D1D_1D1D_1D1D_1D1D);
        var world = CampaignWorld.Of(random);
        var inputs = new RandomCampaign(random, world);
        var run = new CampaignRun(world, rules, inputs);
        var problem = run.Play();
        then?.Invoke(run);
        return problem is null ? null : new(problem, world, rules, run.Taken, inputs.Outages);
    }
}

/// <summary>A history with which something goes wrong.</summary>
internal sealed record FoundProblem(string Problem, CampaignWorld World, CampaignRules Rules, IReadOnlyList<CampaignInput> Inputs, IReadOnlyList<Outage> Outages);

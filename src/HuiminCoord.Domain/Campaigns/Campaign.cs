using HuiminCoord.Domain.Deciding;
using Orleans;

namespace HuiminCoord.Domain.Campaigns;

/// <summary>What a campaign's actor keeps: which plan version is in force and whether every actor has it.</summary>
[Alias("campaign")]
public sealed record CampaignState
{
    /// <summary>Version in force; 0 = nothing was issued.</summary>
    public int PlanVersion { get; init; }

    /// <summary>When that version was issued.</summary>
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>The version that has reached every unit, task, phase and the office.</summary>
    public int StartedVersion { get; init; }
}

/// <summary>What a campaign's actor can be asked to do.</summary>
[GenerateSerializer, Immutable, Alias("campaign-command")]
public abstract record CampaignCommand
{
    /// <summary>The office issues a stored plan version.</summary>
    [GenerateSerializer, Immutable, Alias("campaign-command.issue")]
    public sealed record Issue(int PlanVersion) : CampaignCommand;

    /// <summary>Every actor has begun to work by this version.</summary>
    [GenerateSerializer, Immutable, Alias("campaign-command.confirm-started")]
    public sealed record ConfirmStarted(int PlanVersion) : CampaignCommand;
}

/// <summary>What happened to a campaign.</summary>
[Alias("campaign-event")]
public abstract record CampaignEvent
{
    /// <summary>A plan version was issued.</summary>
    [Alias("campaign.issued")]
    public sealed record Issued(int PlanVersion, DateTimeOffset At) : CampaignEvent;

    /// <summary>It reached every actor.</summary>
    [Alias("campaign.started")]
    public sealed record Started(int PlanVersion) : CampaignEvent;
}

/// <summary>What a campaign decides.</summary>
public static class CampaignRules
{
    /// <summary>How long after an interrupted start the campaign tries again.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    /// <summary>Decides a command.</summary>
    /// <param name="objection">What speaks against the version that is to be issued, seen from the plan alone; null = nothing.</param>
    public static Decision<CampaignEvent> Decide(CampaignState state, CampaignCommand command, Refusal? objection, DateTimeOffset now) => command switch
    {
        CampaignCommand.Issue { PlanVersion: > 0 } c when c.PlanVersion == state.PlanVersion => Decision<CampaignEvent>.Nothing,
        CampaignCommand.Issue c when c.PlanVersion != state.PlanVersion + 1 => new Refusal("campaign.version-out-of-order", $"{c.PlanVersion}", $"{state.PlanVersion}"),
        CampaignCommand.Issue when objection is not null => objection,
        CampaignCommand.Issue c => Decision<CampaignEvent>.Keep(new CampaignEvent.Issued(c.PlanVersion, now)),
        CampaignCommand.ConfirmStarted c when c.PlanVersion > state.PlanVersion => new Refusal("campaign.version-not-issued", $"{c.PlanVersion}", $"{state.PlanVersion}"),
        CampaignCommand.ConfirmStarted c when c.PlanVersion <= state.StartedVersion => Decision<CampaignEvent>.Nothing,
        CampaignCommand.ConfirmStarted c => Decision<CampaignEvent>.Keep(new CampaignEvent.Started(c.PlanVersion)),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    /// <summary>The state after one event.</summary>
    public static CampaignState Evolve(CampaignState state, CampaignEvent @event) => @event switch
    {
        CampaignEvent.Issued e => state with { PlanVersion = e.PlanVersion, IssuedAt = e.At },
        CampaignEvent.Started e => state with { StartedVersion = e.PlanVersion },
        _ => state,
    };

    /// <summary>True while actors still have to be told of the issued version: state → next action.</summary>
    public static bool HasToStart(CampaignState state) => state.StartedVersion < state.PlanVersion;

    /// <summary>When to look again: soon, after a start that was interrupted; else never.</summary>
    public static DateTimeOffset? NextWake(CampaignState state, DateTimeOffset now) => HasToStart(state) ? now + Retry : null;
}

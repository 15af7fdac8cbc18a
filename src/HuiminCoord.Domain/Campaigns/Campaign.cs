using System.Collections.Immutable;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
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

    /// <summary>Revision of the imported holiday papers that the campaign works by; 0 = those of the program alone.</summary>
    public int CalendarRevision { get; init; }

    /// <summary>The paper or layer that it adopted last.</summary>
    public string? CalendarPaper { get; init; }

    /// <summary>The revision that every unit, phase and the office were told of.</summary>
    public int CalendarToldRevision { get; init; }

    /// <summary>Which text each version was issued with, by its hash, the first version first; empty for one that an earlier program issued.</summary>
    public ImmutableList<string> Texts { get; init; } = [];

    /// <summary>Member units that shall join or leave, put before the joint meeting and not decided.</summary>
    public ImmutableList<MembershipWish> Wishes { get; init; } = [];

    /// <summary>The text with which a version was issued; null = it was not, or its only text is meant.</summary>
    public string? TextOf(int version) => version >= 1 && version <= Texts.Count && Texts[version - 1].Length > 0 ? Texts[version - 1] : null;
}

/// <summary>What a campaign's actor can be asked to do.</summary>
[GenerateSerializer, Immutable, Alias("campaign-command")]
public abstract record CampaignCommand
{
    /// <summary>The office issues a stored plan version.</summary>
    /// <param name="Text">Hash of the text that was looked at; null = the one that stands for the version when the campaign decides.</param>
    [GenerateSerializer, Immutable, Alias("campaign-command.issue")]
    public sealed record Issue(int PlanVersion, string? Text = null) : CampaignCommand;

    /// <summary>Every actor has begun to work by this version.</summary>
    [GenerateSerializer, Immutable, Alias("campaign-command.confirm-started")]
    public sealed record ConfirmStarted(int PlanVersion) : CampaignCommand;

    /// <summary>A holiday paper was imported that holds in the campaign's district.</summary>
    /// <param name="Revision">Of the imported papers.</param>
    /// <param name="Paper">Its id.</param>
    /// <param name="Reason">Why it was imported; kept in the campaign's history.</param>
    [GenerateSerializer, Immutable, Alias("campaign-command.adopt-calendar")]
    public sealed record AdoptCalendar(int Revision, string Paper, string Reason) : CampaignCommand;

    /// <summary>The office puts before the joint meeting that a unit joins or leaves.</summary>
    [GenerateSerializer, Immutable, Alias("campaign-command.propose-membership")]
    public sealed record ProposeMembership(MembershipWish Wish) : CampaignCommand;

    /// <summary>What was put before the meeting is given up: the office has thought better of it, or the meeting did not agree.</summary>
    [GenerateSerializer, Immutable, Alias("campaign-command.withdraw-membership")]
    public sealed record WithdrawMembership(UnitId Unit, string Reason) : CampaignCommand;

    /// <summary>Every actor with dates was told of the revision.</summary>
    [GenerateSerializer, Immutable, Alias("campaign-command.confirm-calendar-told")]
    public sealed record ConfirmCalendarTold(int Revision) : CampaignCommand;
}

/// <summary>What happened to a campaign.</summary>
[Alias("campaign-event")]
public abstract record CampaignEvent
{
    /// <summary>A plan version was issued.</summary>
    /// <param name="Text">Hash of its text: no other one will ever count.</param>
    [Alias("campaign.issued")]
    public sealed record Issued(int PlanVersion, DateTimeOffset At, string? Text = null) : CampaignEvent;

    /// <summary>It reached every actor.</summary>
    [Alias("campaign.started")]
    public sealed record Started(int PlanVersion) : CampaignEvent;

    /// <summary>The campaign works by an imported holiday paper from now on.</summary>
    [Alias("campaign.calendar-adopted")]
    public sealed record CalendarAdopted(int Revision, string Paper, string Reason, DateTimeOffset At) : CampaignEvent;

    /// <summary>It was put before the joint meeting that a unit joins or leaves.</summary>
    [Alias("campaign.membership-proposed")]
    public sealed record MembershipProposed(MembershipWish Wish, DateTimeOffset At) : CampaignEvent;

    /// <summary>It was given up.</summary>
    [Alias("campaign.membership-withdrawn")]
    public sealed record MembershipWithdrawn(UnitId Unit, string Reason) : CampaignEvent;

    /// <summary>A version of the plan says it.</summary>
    [Alias("campaign.membership-settled")]
    public sealed record MembershipSettled(UnitId Unit, int PlanVersion) : CampaignEvent;

    /// <summary>It reached every actor with dates.</summary>
    [Alias("campaign.calendar-told")]
    public sealed record CalendarTold(int Revision) : CampaignEvent;
}

/// <summary>What a campaign decides.</summary>
public static class CampaignRules
{
    /// <summary>How long after an interrupted start the campaign tries again.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    /// <summary>Decides a command.</summary>
    /// <param name="objection">What speaks against the version that is to be issued, or against the wish, seen from the plan alone; null = nothing.</param>
    /// <param name="next">The version that is to be issued.</param>
    public static Decision<CampaignEvent> Decide(CampaignState state, CampaignCommand command, Refusal? objection, DateTimeOffset now, Plan? next = null) => command switch
    {
        CampaignCommand.Issue { PlanVersion: > 0 } c when c.PlanVersion == state.PlanVersion =>
            state.TextOf(c.PlanVersion) is { } issued && c.Text is not null && c.Text != issued ? new Refusal("plan.version-taken", $"{c.PlanVersion}") : Decision<CampaignEvent>.Nothing,
        CampaignCommand.Issue c when c.PlanVersion != state.PlanVersion + 1 => new Refusal("campaign.version-out-of-order", $"{c.PlanVersion}", $"{state.PlanVersion}"),
        CampaignCommand.Issue when objection is not null => objection,
        CampaignCommand.Issue c => Decision<CampaignEvent>.Keep([new CampaignEvent.Issued(c.PlanVersion, now, c.Text), .. WishRules.Settled(state, next)]),
        CampaignCommand.ProposeMembership c => WishRules.Propose(state, c, objection, now),
        CampaignCommand.WithdrawMembership c => WishRules.Withdraw(state, c),
        CampaignCommand.ConfirmStarted c when c.PlanVersion > state.PlanVersion => new Refusal("campaign.version-not-issued", $"{c.PlanVersion}", $"{state.PlanVersion}"),
        CampaignCommand.ConfirmStarted c when c.PlanVersion <= state.StartedVersion => Decision<CampaignEvent>.Nothing,
        CampaignCommand.ConfirmStarted c => Decision<CampaignEvent>.Keep(new CampaignEvent.Started(c.PlanVersion)),
        // Before the issue nobody has dates; afterwards they are computed with every paper that is known by then.
        CampaignCommand.AdoptCalendar c when state.PlanVersion == 0 || c.Revision <= state.CalendarRevision => Decision<CampaignEvent>.Nothing,
        CampaignCommand.AdoptCalendar c => Decision<CampaignEvent>.Keep(new CampaignEvent.CalendarAdopted(c.Revision, c.Paper, c.Reason, now)),
        CampaignCommand.ConfirmCalendarTold c when c.Revision <= state.CalendarToldRevision || c.Revision > state.CalendarRevision => Decision<CampaignEvent>.Nothing,
        CampaignCommand.ConfirmCalendarTold c => Decision<CampaignEvent>.Keep(new CampaignEvent.CalendarTold(c.Revision)),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    /// <summary>The state after one event.</summary>
    public static CampaignState Evolve(CampaignState state, CampaignEvent @event) => @event switch
    {
        CampaignEvent.Issued e => state with { PlanVersion = e.PlanVersion, IssuedAt = e.At, Texts = WithText(state.Texts, e) },
        CampaignEvent.Started e => state with { StartedVersion = e.PlanVersion },
        CampaignEvent.CalendarAdopted e => state with { CalendarRevision = e.Revision, CalendarPaper = e.Paper },
        CampaignEvent.CalendarTold e => state with { CalendarToldRevision = e.Revision },
        CampaignEvent.MembershipProposed e => state with { Wishes = state.Wishes.Add(e.Wish) },
        CampaignEvent.MembershipWithdrawn e => state with { Wishes = state.Wishes.RemoveAll(w => w.Unit == e.Unit) },
        CampaignEvent.MembershipSettled e => state with { Wishes = state.Wishes.RemoveAll(w => w.Unit == e.Unit) },
        _ => state,
    };

    private static ImmutableList<string> WithText(ImmutableList<string> texts, CampaignEvent.Issued e) =>
        e.Text is null ? texts : texts.AddRange(Enumerable.Repeat("", e.PlanVersion - 1 - texts.Count)).Add(e.Text);

    /// <summary>True while actors still have to be told of the issued version: state → next action.</summary>
    public static bool HasToStart(CampaignState state) => state.StartedVersion < state.PlanVersion;

    /// <summary>True while actors still have to be told of an imported holiday paper.</summary>
    public static bool HasToTellCalendar(CampaignState state) => state.CalendarToldRevision < state.CalendarRevision;

    /// <summary>When to look again: soon, after a start or a telling that was interrupted; else never.</summary>
    public static DateTimeOffset? NextWake(CampaignState state, DateTimeOffset now) => HasToStart(state) || HasToTellCalendar(state) ? now + Retry : null;
}

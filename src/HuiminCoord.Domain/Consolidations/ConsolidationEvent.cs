using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using Orleans;

namespace HuiminCoord.Domain.Consolidations;

/// <summary>What happened to a period's consolidation. Instants are campaign time.</summary>
[Alias("consolidation-event")]
public abstract record ConsolidationEvent
{
    /// <summary>A table was kept.</summary>
    /// <param name="Reports">What it is added up from, cumulatives included.</param>
    [Alias("consolidation.table-kept")]
    public sealed record TableKept(KeptTable Table, IReadOnlyList<KeptReport> Reports) : ConsolidationEvent;

    /// <summary>The bulletin went round as a draft.</summary>
    [Alias("consolidation.bulletin-circulated")]
    public sealed record BulletinCirculated(int Round, int Table, DateOnly ObjectionsUntil, DateTimeOffset At) : ConsolidationEvent;

    /// <summary>A unit objected.</summary>
    [Alias("consolidation.objection-made")]
    public sealed record ObjectionMade(int Number, UnitId Unit, string Text, DateTimeOffset At) : ConsolidationEvent;

    /// <summary>The office answered it.</summary>
    [Alias("consolidation.objection-answered")]
    public sealed record ObjectionAnswered(int Number, string Answer, DateTimeOffset At) : ConsolidationEvent;

    /// <summary>The bulletin was issued.</summary>
    [Alias("consolidation.bulletin-issued")]
    public sealed record BulletinIssued(IssuingBody Issuer, int Table, DateTimeOffset At) : ConsolidationEvent;

    /// <summary>发文字号 was typed in.</summary>
    [Alias("consolidation.number-typed")]
    public sealed record NumberTyped(string Number) : ConsolidationEvent;

    /// <summary>A unit signed for it.</summary>
    [Alias("consolidation.bulletin-acknowledged")]
    public sealed record BulletinAcknowledged(UnitId Unit, DateTimeOffset At) : ConsolidationEvent;
}

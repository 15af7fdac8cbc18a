using System.Collections.Immutable;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using Orleans;

namespace HuiminCoord.Domain.Consolidations;

/// <summary>What the actor of one period's consolidation (汇总) keeps: the tables that left the house or were locked, and the bulletin's way.</summary>
/// <remarks>Which reports a kept table was added up from lies in rows: this document stays small.</remarks>
[Alias("consolidation")]
public sealed record ConsolidationState
{
    /// <summary>Tables as they were when something was done with them, by their numbers.</summary>
    public ImmutableList<KeptTable> Tables { get; init; } = [];

    /// <summary>The bulletin (工作通报); null = none was circulated.</summary>
    public Bulletin? Bulletin { get; init; }

    /// <summary>The last table that was kept for this; null = none was.</summary>
    public KeptTable? Last(KeptFor what) => Tables.FindLast(t => t.For == what);

    /// <summary>The table of this number, or null.</summary>
    public KeptTable? Table(int number) => number > 0 && number <= Tables.Count ? Tables[number - 1] : null;

    /// <summary>The table with a bulletin's figures, as it went round last or was issued.</summary>
    public KeptTable TableOf(Bulletin bulletin)
    {
        ArgumentNullException.ThrowIfNull(bulletin);
        return Tables[(bulletin.Issued?.Table ?? bulletin.Table) - 1];
    }
}

/// <summary>Why a table was kept.</summary>
public enum KeptFor
{
    /// <summary>报市级: sent upward as it stood, with whoever was missing.</summary>
    SentUpward,

    /// <summary>锁定: every report was accepted; from then on a figure changes only by a report that two people have opened again.</summary>
    Locked,

    /// <summary>The figures of a bulletin's draft.</summary>
    Draft,

    /// <summary>The figures of the bulletin as it was issued.</summary>
    Issued,
}

/// <summary>A table that was kept.</summary>
/// <param name="Number">From 1 on, within its period.</param>
/// <param name="PlanVersion">By whose form it is added up.</param>
/// <param name="Note">What was said of it; may be empty.</param>
/// <param name="At">Campaign time.</param>
[Alias("kept-table")]
public sealed record KeptTable(int Number, KeptFor For, int PlanVersion, string Note, DateTimeOffset At);

/// <summary>One unit's report within a kept table. Versions never change, so the table can be added up again at any time.</summary>
/// <param name="Version">The version that counted; 0 = none.</param>
/// <param name="LateWorkdays">How late it was then; null = it was not.</param>
/// <param name="Whole">How the report stood with all its parts; null = as its table did.</param>
[Alias("kept-report")]
public sealed record KeptReport(UnitId Unit, DutyId Duty, int Version, ReportStanding Standing, int? LateWorkdays = null, ReportStanding? Whole = null);

/// <summary>A bulletin from its draft on.</summary>
/// <param name="Round">How often a draft went round.</param>
/// <param name="Table">The kept table with its figures.</param>
/// <param name="ObjectionsUntil">Last day for objections, Asia/Shanghai.</param>
/// <param name="Objections">Of all rounds, by their numbers.</param>
/// <param name="Issued">Null while it is a draft.</param>
[Alias("bulletin")]
public sealed record Bulletin(int Round, int Table, DateOnly ObjectionsUntil, DateTimeOffset At, ImmutableList<Objection> Objections, IssuedBulletin? Issued)
{
    /// <summary>Objections that nobody has answered.</summary>
    public int Unanswered => Objections.Count(o => o.AnsweredAt is null);
}

/// <summary>A unit's objection to a draft, and what the office says to it.</summary>
/// <param name="Number">From 1 on, within the bulletin.</param>
/// <param name="Answer">Empty until it is answered.</param>
[Alias("bulletin-objection")]
public sealed record Objection(int Number, UnitId Unit, string Text, DateTimeOffset At, string Answer, DateTimeOffset? AnsweredAt);

/// <summary>The issue of a bulletin.</summary>
/// <param name="Issuer">Who issues it: a joint meeting has no seal.</param>
/// <param name="Table">The kept table with its figures.</param>
/// <param name="DocumentNumber">发文字号 as the issuer's registry gave it; empty until it is typed in.</param>
/// <param name="Receipts">When each unit signed for it.</param>
[Alias("bulletin-issued")]
public sealed record IssuedBulletin(IssuingBody Issuer, int Table, DateTimeOffset At, string DocumentNumber, ImmutableSortedDictionary<string, DateTimeOffset> Receipts);

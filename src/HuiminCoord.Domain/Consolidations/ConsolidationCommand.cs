using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using Orleans;

namespace HuiminCoord.Domain.Consolidations;

/// <summary>What the actor of a period's consolidation can be asked to do.</summary>
[GenerateSerializer, Immutable, Alias("consolidation-command")]
public abstract record ConsolidationCommand
{
    /// <summary>The unit for which it is said; null = it is the office's.</summary>
    public UnitId? SaidFor => this switch { RaiseObjection c => c.Unit, Acknowledge c => c.Unit, _ => null };

    /// <summary>报市级: the table goes upward as it stands, and is kept.</summary>
    /// <param name="Note">Where to and by what way; may be empty.</param>
    [GenerateSerializer, Immutable, Alias("consolidation-command.send-upward")]
    public sealed record SendUpward(string Note) : ConsolidationCommand;

    /// <summary>锁定本期: nobody owes anything any more.</summary>
    [GenerateSerializer, Immutable, Alias("consolidation-command.lock")]
    public sealed record Lock : ConsolidationCommand;

    /// <summary>The bulletin goes round as a draft, or once more with today's figures.</summary>
    /// <param name="Until">Last day for objections; null = as many working days as the plan gives.</param>
    [GenerateSerializer, Immutable, Alias("consolidation-command.circulate")]
    public sealed record Circulate(DateOnly? Until) : ConsolidationCommand;

    /// <summary>A unit objects to the draft.</summary>
    [GenerateSerializer, Immutable, Alias("consolidation-command.raise-objection")]
    public sealed record RaiseObjection(UnitId Unit, string Text) : ConsolidationCommand;

    /// <summary>The office says what becomes of an objection.</summary>
    [GenerateSerializer, Immutable, Alias("consolidation-command.answer-objection")]
    public sealed record AnswerObjection(int Number, string Answer) : ConsolidationCommand;

    /// <summary>印发.</summary>
    /// <param name="Issuer">Null = whom the plan names.</param>
    /// <param name="Seen">Which round the issuer looked at.</param>
    [GenerateSerializer, Immutable, Alias("consolidation-command.issue")]
    public sealed record Issue(IssuingBody? Issuer, int Seen) : ConsolidationCommand;

    /// <summary>发文字号 is typed in after the issuer's registry gave it.</summary>
    [GenerateSerializer, Immutable, Alias("consolidation-command.type-number")]
    public sealed record TypeNumber(string Number) : ConsolidationCommand;

    /// <summary>A unit signs for the issued bulletin.</summary>
    [GenerateSerializer, Immutable, Alias("consolidation-command.acknowledge")]
    public sealed record Acknowledge(UnitId Unit) : ConsolidationCommand;
}

using HuiminCoord.Domain.Obligations;

namespace HuiminCoord.Domain.Units;

/// <summary>How events about its parts change an obligation. Only submitted parts are under review or entered by the office.</summary>
internal static class PartEvolution
{
    internal static Obligation Submitted(Obligation duty, UnitEvent.Submitted e) => Staged(duty, e.Parts, PartStage.Submitted) with
    {
        Firsts = duty.Firsts.SetItems(e.Parts.Where(p => !duty.Parts.ContainsKey(p)).Select(p => KeyValuePair.Create(p, e.At))),
        OnBehalf = e.OnBehalf ? duty.OnBehalf.Union(e.Parts) : duty.OnBehalf,
        FormVersion = e.Form?.Version ?? duty.FormVersion,
    };

    /// <summary>Parts that are with the office no more.</summary>
    internal static Obligation Reviewed(Obligation duty, IReadOnlyList<string> parts, PartStage stage) => Away(Staged(duty, parts, stage), parts);

    internal static Obligation Returned(Obligation duty, UnitEvent.Returned e) =>
        Settled(Reviewed(duty, [e.Part], PartStage.Returned), [e.Part]) with { Returns = duty.Returns + 1, CorrectionDue = e.CorrectionDue };

    internal static Obligation Withdrawn(Obligation duty, UnitEvent.Withdrawn e)
    {
        var back = e.Parts.Where(p => p.Value == PartStage.Returned).Select(p => p.Key).ToList();
        var left = Staged(duty with { Parts = duty.Parts.RemoveRange(e.Parts.Keys) }, back, PartStage.Returned);
        return left with
        {
            Firsts = duty.Firsts.RemoveRange(e.Parts.Keys),
            FirstSubmittedAt = IsUndone(duty, left, e) ? null : duty.FirstSubmittedAt,
            Given = duty.Given.With(e.Passed),
        };
    }

    /// <summary>An amendment takes parts away. When they were handed in counts for what stays.</summary>
    internal static Obligation Dropped(Obligation duty, IReadOnlyList<string> parts) =>
        Settled(Away(duty with { Parts = duty.Parts.RemoveRange(parts) }, parts), parts);

    /// <summary>An earlier program kept one instant for all parts: it is undone with the last of them.</summary>
    private static bool IsUndone(Obligation duty, Obligation left, UnitEvent.Withdrawn e) =>
        e.Parts.Any(p => p.Value == PartStage.Open && !duty.Firsts.ContainsKey(p.Key))
        && !left.Parts.Values.Any(s => s is PartStage.Submitted or PartStage.Returned or PartStage.Accepted);

    /// <summary>First submissions of these parts cannot be undone any more.</summary>
    private static Obligation Settled(Obligation duty, IReadOnlyList<string> parts) => duty with
    {
        Firsts = duty.Firsts.RemoveRange(parts),
        FirstSubmittedAt = parts.Where(duty.Firsts.ContainsKey).Select(p => (DateTimeOffset?)duty.Firsts[p]).Append(duty.FirstSubmittedAt).Max(),
    };

    private static Obligation Away(Obligation duty, IReadOnlyList<string> parts) =>
        duty with { UnderReview = duty.UnderReview.Except(parts), OnBehalf = duty.OnBehalf.Except(parts) };

    private static Obligation Staged(Obligation duty, IEnumerable<string> parts, PartStage stage) =>
        duty with { Parts = duty.Parts.SetItems(parts.Select(p => KeyValuePair.Create(p, stage))) };
}

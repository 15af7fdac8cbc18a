using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Registers;

/// <summary>What a row of an obligation shows and nobody searches.</summary>
/// <param name="UnderReview">Submitted parts whose review has begun.</param>
/// <param name="OnBehalf">Submitted parts that the office entered (代录).</param>
/// <param name="Withdrawal">The last time that the unit took something back.</param>
/// <param name="Facts">What is known of parts that were handed in, by their ids.</param>
/// <param name="UrgedOn">Day of the last manual urge, Asia/Shanghai.</param>
public sealed record ObligationPayload(
    IReadOnlyList<string> UnderReview, IReadOnlyList<string> OnBehalf, LastWithdrawal? Withdrawal, IReadOnlyDictionary<string, PartFacts> Facts, DateOnly? UrgedOn)
{
    /// <summary>What the row says. Rows of an earlier program say nothing.</summary>
    public static ObligationPayload Of(ObligationRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return StoredJson.Read<ObligationPayload>(row.Payload);
    }

    /// <summary>These parts were handed in.</summary>
    internal static void HandedIn(ObligationRow row, IEnumerable<string> parts, bool onBehalf)
    {
        var payload = Of(row);
        Write(row, onBehalf ? payload with { OnBehalf = With(payload.OnBehalf, parts) } : payload);
    }

    /// <summary>The review of these parts has begun.</summary>
    internal static void ReviewBegun(ObligationRow row, IEnumerable<string> parts)
    {
        var payload = Of(row);
        Write(row, payload with { UnderReview = With(payload.UnderReview, parts) });
    }

    /// <summary>These parts are not with the office any more.</summary>
    internal static void Away(ObligationRow row, IEnumerable<string> parts)
    {
        var payload = Of(row);
        Write(row, payload with { UnderReview = [.. payload.UnderReview.Except(parts)], OnBehalf = [.. payload.OnBehalf.Except(parts)] });
    }

    /// <summary>The unit took parts back.</summary>
    internal static void Withdrawn(ObligationRow row, LastWithdrawal withdrawal) => Write(row, Of(row) with { Withdrawal = withdrawal });

    private static IReadOnlyList<string> With(IReadOnlyList<string> some, IEnumerable<string> more) => [.. some.Union(more).Order(StringComparer.Ordinal)];

    /// <summary>Writes other facts of some parts.</summary>
    internal static void Change(ObligationRow row, IEnumerable<string> parts, Func<PartFacts, PartFacts> change)
    {
        var payload = Of(row);
        var facts = new SortedDictionary<string, PartFacts>(payload.Facts.ToDictionary(), StringComparer.Ordinal);
        foreach (var part in parts)
        {
            facts[part] = change(facts.GetValueOrDefault(part) ?? new PartFacts());
        }

        Write(row, payload with { Facts = facts });
    }

    /// <summary>The office urged by hand.</summary>
    internal static void Urged(ObligationRow row, DateOnly on) => Write(row, Of(row) with { UrgedOn = on });

    private static void Write(ObligationRow row, ObligationPayload payload) => row.Payload = StoredJson.Write(payload);
}

/// <summary>What a unit took back.</summary>
/// <param name="Reason">May be empty.</param>
public sealed record LastWithdrawal(DateTimeOffset At, IReadOnlyList<string> Parts, string Reason);

/// <summary>What is known of one part beside its stage. Instants are campaign time.</summary>
/// <param name="FirstAt">When it counts as first handed in: by this it is late or not.</param>
/// <param name="At">When it counts as last handed in; for 代录 when the paper was received.</param>
/// <param name="EnteredAt">When the office entered it; null = the unit handed it in itself.</param>
/// <param name="Nil">零报告.</param>
/// <param name="Remarks">Remarks of the last return.</param>
public sealed record PartFacts(DateTimeOffset? FirstAt = null, DateTimeOffset? At = null, DateTimeOffset? EnteredAt = null, bool Nil = false, int Remarks = 0)
{
    /// <summary>Since when it has been with the office.</summary>
    public DateTimeOffset? WithOfficeSince => EnteredAt ?? At;
}

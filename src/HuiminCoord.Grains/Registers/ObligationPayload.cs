using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Registers;

/// <summary>What a row of an obligation shows and nobody searches.</summary>
/// <param name="UnderReview">Submitted parts whose review has begun.</param>
/// <param name="OnBehalf">Submitted parts that the office entered (代录).</param>
/// <param name="Withdrawal">The last time that the unit took something back.</param>
public sealed record ObligationPayload(IReadOnlyList<string> UnderReview, IReadOnlyList<string> OnBehalf, LastWithdrawal? Withdrawal)
{
    /// <summary>What the row says.</summary>
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

    private static void Write(ObligationRow row, ObligationPayload payload) => row.Payload = StoredJson.Write(payload);
}

/// <summary>What a unit took back.</summary>
/// <param name="Reason">May be empty.</param>
public sealed record LastWithdrawal(DateTimeOffset At, IReadOnlyList<string> Parts, string Reason);

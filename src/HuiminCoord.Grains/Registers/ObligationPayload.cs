using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Registers;

/// <summary>What a row of an obligation shows and nobody searches.</summary>
/// <param name="Facts">What is known of parts that were handed in, by their ids.</param>
/// <param name="UrgedOn">Day of the last manual urge, Asia/Shanghai.</param>
public sealed record ObligationPayload(IReadOnlyDictionary<string, PartFacts> Facts, DateOnly? UrgedOn = null)
{
    /// <summary>What the row says. Rows of an earlier program say nothing.</summary>
    public static ObligationPayload Of(ObligationRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return StoredJson.Read<ObligationPayload>(row.Payload);
    }

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

using System.Text.Json.Serialization;
using Orleans;

namespace HuiminCoord.Domain.Meetings;

/// <summary>What the meeting decides of its own members: who sits for a unit, or whether a unit joins or leaves (五、（一）). It takes effect with the minutes.</summary>
/// <param name="Row">What it is about: <c>member/jiaoyu</c>, <c>membership/shuiwu</c>.</param>
/// <param name="Agreed">同意 or 不同意.</param>
/// <param name="From">First day of the new member's term, Asia/Shanghai; null = the day that was wished for. Of a unit: always null.</param>
/// <param name="Until">Its last day; null = open.</param>
/// <param name="Carried">It was carried out, or refused.</param>
/// <param name="Refused">The code by which it was refused; null = it holds, or was not tried yet.</param>
/// <param name="Subject">Exactly what the item asked for when the meeting ruled; what asks for something else by then is not carried out.</param>
[GenerateSerializer, Immutable, Alias("member-ruling")]
public sealed record MemberRuling(string Row, bool Agreed, DateOnly? From, DateOnly? Until, bool Carried = false, string? Refused = null, string Subject = "")
{
    private const string Seat = "member/";
    private const string Unit = "membership/";

    /// <summary>True for who sits for a unit; false for a unit that joins or leaves.</summary>
    [JsonIgnore]
    public bool IsOfSeat => IsSeat(Row);

    /// <summary>The unit's id.</summary>
    [JsonIgnore]
    public string Of => Row[(IsOfSeat ? Seat : Unit).Length..];

    /// <summary>True for a row that is about who sits for a unit.</summary>
    public static bool IsSeat(string row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.StartsWith(Seat, StringComparison.Ordinal);
    }

    /// <summary>The row of a matter: composed and found again by the same spelling.</summary>
    internal static string RowOf(AgendaMember matter) => $"{(matter.Kind == MemberMatterKind.Seat ? Seat : Unit)}{matter.Unit}";

    /// <summary>The row of an item on which the meeting rules; null for all other items.</summary>
    internal static string? RowOf(AgendaItem item) =>
        item.Reason == AgendaReason.MemberChange ? item.Rows.FirstOrDefault(r => IsSeat(r) || r.StartsWith(Unit, StringComparison.Ordinal)) : null;
}

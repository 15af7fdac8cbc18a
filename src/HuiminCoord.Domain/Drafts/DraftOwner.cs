using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Drafts;

/// <summary>What shares a draft: a unit's people its report, the office a proposal, or one person in a seat a text of their own.</summary>
public sealed record DraftOwner
{
    /// <summary>What owners of units begin with.</summary>
    public const string UnitPrefix = "unit/";

    private const string SeatPrefix = "seat/";

    private DraftOwner(string text) => Text = text;

    /// <summary>The joint-meeting office: its director and its staff.</summary>
    public static DraftOwner Office { get; } = new("office");

    /// <summary>As it is stored: <c>unit/jiaoyu</c>, <c>office</c>, <c>seat/group@login</c>.</summary>
    public string Text { get; }

    /// <summary>A unit: its liaison, deputy and leader write at the same text.</summary>
    public static DraftOwner OfUnit(UnitId unit) => new($"{UnitPrefix}{unit}");

    /// <summary>One person in a seat. A seat that several share, or that passes on, shows nobody the words of another.</summary>
    /// <param name="signature">Seat and login, as the audit names people: <c>group@login</c>.</param>
    public static DraftOwner OfSeat(string signature) => new($"{SeatPrefix}{signature}");

    /// <summary>The unit of an owner as it is stored; null where it is none.</summary>
    public static string? UnitOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith(UnitPrefix, StringComparison.Ordinal) ? text[UnitPrefix.Length..] : null;
    }

    /// <summary>True for whoever may read and write its drafts.</summary>
    /// <param name="seat">Where somebody sits.</param>
    /// <param name="signature">The same seat with their login.</param>
    public bool IsSharedBy(SeatAddress seat, string signature)
    {
        ArgumentNullException.ThrowIfNull(seat);
        return this == OfSeat(signature) || seat switch
        {
            { Kind: not null, Unit: { } unit } => this == OfUnit(unit),
            { Role: SeatRole.OfficeDirector or SeatRole.OfficeStaff } => this == Office,
            _ => false,
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Access;

/// <summary>Where somebody sits: <c>jiaoyu/liaison</c>, <c>scjg/section-shipin</c>, <c>office-director</c>, <c>system-admin</c>.</summary>
/// <param name="Role">What kind of seat it is.</param>
/// <param name="Unit">The unit that it belongs to; null for seats of the campaign or of the server.</param>
/// <param name="Section">The lead section of a <see cref="SeatRole.Section"/> seat.</param>
public sealed record SeatAddress(SeatRole Role, UnitId? Unit = null, string? Section = null)
{
    private const string SectionPrefix = "section-";

    private static readonly Dictionary<string, SeatRole> Alone = new(StringComparer.Ordinal)
    {
        ["convenor"] = SeatRole.Convenor,
        ["office-director"] = SeatRole.OfficeDirector,
        ["office-staff"] = SeatRole.OfficeStaff,
        ["group"] = SeatRole.Group,
        ["system-admin"] = SeatRole.SystemAdmin,
        ["security-admin"] = SeatRole.SecurityAdmin,
        ["audit-admin"] = SeatRole.AuditAdmin,
    };

    private static readonly Dictionary<string, SeatRole> OfUnits = new(StringComparer.Ordinal)
    {
        ["leader"] = SeatRole.Leader,
        ["liaison"] = SeatRole.Liaison,
        ["deputy"] = SeatRole.Deputy,
    };

    /// <summary>True for the three administrators, whose seats belong to the server and not to a campaign.</summary>
    public bool IsAdmin => Role is SeatRole.SystemAdmin or SeatRole.SecurityAdmin or SeatRole.AuditAdmin;

    /// <summary>True where several people may sit at once.</summary>
    public bool IsShared => IsAdmin || Role is SeatRole.OfficeStaff or SeatRole.Group or SeatRole.Section;

    /// <summary>The seat of a unit that its own actor keeps; null for all others.</summary>
    public SeatKind? Kind => Role switch
    {
        SeatRole.Leader => SeatKind.Leader,
        SeatRole.Liaison => SeatKind.Liaison,
        SeatRole.Deputy => SeatKind.Deputy,
        _ => null,
    };

    /// <summary>The inbox that comes with the seat; null for seats that are told nothing.</summary>
    public string? Inbox => Role switch
    {
        SeatRole.OfficeDirector or SeatRole.OfficeStaff => Recipients.Office,
        SeatRole.Convenor => Recipients.Convenor,
        SeatRole.Group => Recipients.Group,
        SeatRole.Leader or SeatRole.Liaison or SeatRole.Deputy => ToString(),
        _ => null,
    };

    /// <summary>A unit's seat.</summary>
    public static SeatAddress Of(UnitId unit, SeatKind kind) => new(kind switch
    {
        SeatKind.Leader => SeatRole.Leader,
        SeatKind.Liaison => SeatRole.Liaison,
        _ => SeatRole.Deputy,
    }, unit);

    /// <summary>Reads an address; null when no seat is written like this.</summary>
    public static SeatAddress? Find(string? text)
    {
        if (text is not null && Alone.TryGetValue(text, out var alone))
        {
            return new SeatAddress(alone);
        }

        var parts = (text ?? "").Split('/');
        if (parts.Length != 2 || !IdText.IsValid(parts[0]) || !IdText.IsValid(parts[1]))
        {
            return null;
        }

        var unit = new UnitId(parts[0]);
        return OfUnits.TryGetValue(parts[1], out var role) ? new SeatAddress(role, unit)
            : parts[1].StartsWith(SectionPrefix, StringComparison.Ordinal) ? new SeatAddress(SeatRole.Section, unit, parts[1][SectionPrefix.Length..])
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Role == SeatRole.Section ? $"{Unit}/{SectionPrefix}{Section}"
        : Unit is { } unit ? $"{unit}/{OfUnits.First(o => o.Value == Role).Key}"
        : Alone.First(a => a.Value == Role).Key;
}

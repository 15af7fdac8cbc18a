using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Onboarding;

/// <summary>A row of a contact list, as somebody typed it.</summary>
/// <param name="Row">Its number in the sheet, counted as a spreadsheet shows it.</param>
/// <param name="Unit">A member unit's id, name or alias.</param>
/// <param name="Seat">联络人, 备用联络人 or 负责同志.</param>
public sealed record ContactRow(int Row, string Unit, string Seat, NamedPerson Person);

/// <summary>What a row of a contact list comes to.</summary>
/// <param name="Seat">The unit's seat; null when the row names none.</param>
/// <param name="Refusal">Why the row is not taken; null when it is.</param>
public sealed record ContactVerdict(ContactRow Row, UnitId? Unit, SeatKind? Seat, Refusal? Refusal);

/// <summary>What is known of a unit's seat before a contact list comes.</summary>
/// <param name="Holder">Who holds it today; null = nobody.</param>
/// <param name="HasAccount">True when the holder has an account that sits there.</param>
/// <param name="Named">Whom the unit has named itself and the office has not decided about; null = nobody.</param>
public sealed record KnownSeat(string? Holder, bool HasAccount, string? Named);

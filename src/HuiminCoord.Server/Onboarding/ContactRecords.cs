using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Server.Onboarding;

/// <summary>What became of a contact list.</summary>
/// <param name="Taken">Rows that are nominations now.</param>
/// <param name="Rows">Every row.</param>
public sealed record ContactListAnswer(int Taken, int Refused, IReadOnlyList<ContactRowAnswer> Rows);

/// <summary>What became of one row.</summary>
/// <param name="Row">Its number in the sheet, as a spreadsheet counts.</param>
/// <param name="Unit">The unit's id, or what the row says.</param>
/// <param name="Seat">The seat, or null when the row names none.</param>
/// <param name="Nomination">The nomination that it became; null when it was refused.</param>
public sealed record ContactRowAnswer(int Row, string Unit, SeatKind? Seat, string Holder, string? Nomination, Refusal? Refusal);

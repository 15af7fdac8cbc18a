using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Server.Api.Units;

/// <summary>A member unit.</summary>
/// <param name="Aliases">Other names that the paper or people use.</param>
/// <param name="Table">Which statistics table it fills; <c>none</c>: the table is waived.</param>
/// <param name="Open">Obligations that are neither accepted nor waived.</param>
/// <param name="Overdue">逾期未报.</param>
/// <param name="Liaison">Today's 联络人; null when the seat is vacant.</param>
internal sealed record UnitView(string Unit, string Name, IReadOnlyList<string> Aliases, TableProfile Table, int Open, int Overdue, string? Liaison);

/// <summary>A term in a seat.</summary>
/// <param name="Current">True when the term covers the campaign's today.</param>
/// <param name="Away">True when an announced absence covers it.</param>
public sealed record SeatView(
    string Seat, string Holder, string? Title, string? Phone, DateOnly From, DateOnly? Until, DateOnly? AbsentFrom, DateOnly? AbsentUntil, bool Current, bool Away)
{
    internal static SeatView Of(SeatRow row, DateOnly today) => new(
        row.Seat, row.Holder, row.Title, row.Phone, row.ValidFrom, row.ValidTo, row.AbsentFrom, row.AbsentTo, IsCurrent(row, today),
        row.AbsentFrom <= today && today <= row.AbsentTo);

    internal static bool IsCurrent(SeatRow row, DateOnly today) => row.ValidFrom <= today && (row.ValidTo is null || today <= row.ValidTo);
}

/// <summary>A paper that waits, or waited, for the unit's receipt.</summary>
/// <param name="Paper">Such as <c>plan-1</c>.</param>
/// <param name="ConfirmedAt">Null while it is awaited.</param>
/// <param name="ConfirmedBy">The seat that confirmed it.</param>
internal sealed record ReceiptView(string Paper, DateTimeOffset SentAt, DateTimeOffset? ConfirmedAt, string? ConfirmedBy);

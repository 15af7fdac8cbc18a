namespace HuiminCoord.Domain.Time;

/// <summary>One day that a paper or a regional layer decides, against or in confirmation of the Monday–Friday rule.</summary>
/// <param name="Date">The day, in Asia/Shanghai.</param>
/// <param name="Works">True for a day worked in exchange (调休上班), false for a day of rest.</param>
/// <param name="Name">The festival on whose account the day is arranged, in Chinese.</param>
/// <param name="PaperId">The deciding paper's id, or the region's division code.</param>
public sealed record HolidayEntry(DateOnly Date, bool Works, string Name, string PaperId);

namespace HuiminCoord.Server.Console.Obligations;

/// <summary>One line of 办理记录.</summary>
/// <param name="At">Campaign time.</param>
/// <param name="Text">What happened, or is planned.</param>
/// <param name="Detail">What was written with it: a note, remarks, a reason.</param>
/// <param name="By">Who did it; null for what goes by itself.</param>
/// <param name="IsPlanned">It is still to come.</param>
public sealed record HistoryLine(DateTimeOffset At, string Text, string? Detail = null, string? By = null, bool IsPlanned = false);

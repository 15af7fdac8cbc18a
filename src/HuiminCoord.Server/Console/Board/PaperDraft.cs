using HuiminCoord.Server.Console.Uploads;

namespace HuiminCoord.Server.Console.Board;

/// <summary>What is known of a paper beside what stands on it.</summary>
/// <param name="Day">When it was received; null = not typed yet.</param>
/// <param name="Time">16:30.</param>
/// <param name="Files">The scan.</param>
public sealed record PaperDraft(DateOnly? Day, string Time, IReadOnlyList<DraftFile> Files);

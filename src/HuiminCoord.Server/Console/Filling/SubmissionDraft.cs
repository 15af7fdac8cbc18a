using HuiminCoord.Server.Console.Uploads;

namespace HuiminCoord.Server.Console.Filling;

/// <summary>What stands in the form in which a unit hands something in.</summary>
/// <param name="Text">小结, or what there is to say.</param>
/// <param name="Nil">零报告.</param>
/// <param name="Files">Attached, in the order in which they came.</param>
public sealed record SubmissionDraft(string Text, bool Nil, IReadOnlyList<DraftFile> Files)
{
    public static SubmissionDraft Empty { get; } = new("", false, []);

    /// <summary>True when there is nothing to hand in.</summary>
    public bool SaysNothing => Text.Trim().Length == 0 && !Nil && Files.Count == 0;
}

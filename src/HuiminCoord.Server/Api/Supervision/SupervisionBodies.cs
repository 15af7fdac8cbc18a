using HuiminCoord.Domain.Supervision;
using HuiminCoord.Server.Api.Bodies;

namespace HuiminCoord.Server.Api.Supervision;

/// <summary>Recording what a group looks at.</summary>
/// <param name="Matter">督导事项.</param>
/// <param name="Units">Units in scope.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day of visits.</param>
/// <param name="Leader">Post of whoever leads the group; no personal name.</param>
/// <param name="Tasks">Tasks in scope; absent = none.</param>
public sealed record MandateBody(
    [property: Words(SupervisionRules.LongestLine, 1)] string Matter, [property: IdList(200)] IReadOnlyList<string> Units, DateOnly From, DateOnly Until,
    [property: Words(SupervisionRules.LongestPost, 1)] string Leader, [property: IdList(200)] IReadOnlyList<string>? Tasks = null);

/// <summary>A line that the group adds to its checklist.</summary>
/// <param name="Text">What is looked at.</param>
public sealed record ChecklistLineBody([property: Words(SupervisionRules.LongestLine, 1)] string Text);

/// <summary>A visit, planned or made.</summary>
/// <param name="Day">When; a later day plans it.</param>
/// <param name="Unit">The unit that is visited, one in scope.</param>
/// <param name="Place">Where.</param>
/// <param name="Lines">Ids of the checklist's lines that were looked at.</param>
/// <param name="Achievements">成绩.</param>
/// <param name="Highlights">亮点.</param>
/// <param name="Seen">The revision that the writer saw; absent = it takes the place of whatever is there.</param>
public sealed record VisitBody(
    DateOnly Day, [property: IdWord] string Unit, [property: Words(SupervisionRules.LongestLine, 1)] string Place, [property: WordList(200, 100)] IReadOnlyList<string>? Lines = null,
    [property: Words(SupervisionRules.LongestText)] string? Achievements = null, [property: Words(SupervisionRules.LongestText)] string? Highlights = null,
    [property: Within(0, int.MaxValue)] int? Seen = null);

/// <summary>Photographs and papers of a visit.</summary>
/// <param name="Files">Uploaded before; a visit has at most 20 files.</param>
public sealed record VisitFilesBody([property: Entries(1, FileBody.MostListed)] IReadOnlyList<FileBody> Files);

/// <summary>A problem that was found.</summary>
/// <param name="Unit">The unit that has to mend it, one in scope.</param>
/// <param name="Text">What is the case.</param>
/// <param name="Due">By when it is to be mended.</param>
/// <param name="Task">The task that it belongs to.</param>
/// <param name="Visit">The visit on which it was found.</param>
public sealed record ProblemBody(
    [property: IdWord] string Unit, [property: Words(ProblemRules.LongestProblem, 1)] string Text, DateOnly Due, [property: IdWord] string? Task = null, [property: IdWord] string? Visit = null);

/// <summary>What a check showed.</summary>
/// <param name="Word">Mended: what shows it. Not mended: what is still to be done.</param>
public sealed record CheckBody([property: Words(SupervisionRules.LongestText, 1)] string Word);

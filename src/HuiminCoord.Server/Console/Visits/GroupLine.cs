using HuiminCoord.Domain.Supervision;
using HuiminCoord.Server.Api.Supervision;
using HuiminCoord.Server.Console.Uploads;

namespace HuiminCoord.Server.Console.Visits;

/// <summary>A supervision group with all that it has.</summary>
/// <param name="Id">du-2.</param>
/// <param name="Visits">How many it has made.</param>
/// <param name="Open">Problems that are not struck off.</param>
/// <param name="ReportedAt">When its report was last handed to the office.</param>
/// <param name="Checklist">What it looks at; empty in lists.</param>
/// <param name="Visited">Its visits by day; empty in lists.</param>
/// <param name="Found">Its problems by number; empty in lists.</param>
public sealed record GroupLine(
    string Id, string Matter, string Leader, IReadOnlyList<string> Units, IReadOnlyList<string> Tasks, DateOnly From, DateOnly Until, int Visits, int Problems, int Open, DateTimeOffset? ReportedAt,
    IReadOnlyList<ChecklistLine> Checklist, IReadOnlyList<VisitLine> Visited, IReadOnlyList<ProblemLine> Found)
{
    /// <summary>True once there is something to report.</summary>
    public bool HasReport => Visits + Problems > 0;

    internal static GroupLine Of(SupervisionView v) => new(
        v.Group, v.Matter, v.Leader, v.Units, v.Tasks, v.From, v.Until, v.Visits, v.Problems, v.Open, v.ReportedAt,
        v.Checklist ?? [], [.. (v.Visited ?? []).Select(VisitLine.Of)], [.. (v.Found ?? []).Select(ProblemLine.Of)]);
}

/// <summary>A visit, planned or made.</summary>
/// <param name="Lines">Ids of the checklist's lines that were looked at.</param>
public sealed record VisitLine(string Id, DateOnly Day, bool Planned, string Unit, string Place, IReadOnlyList<string> Lines, string Achievements, string Highlights, IReadOnlyList<DraftFile> Files, int Revision)
{
    internal static VisitLine Of(VisitView v) => new(v.Visit, v.Day, v.Planned, v.Unit, v.Place, v.Lines, v.Achievements, v.Highlights, [.. v.Files.Select(f => new DraftFile(f.Hash, f.Name, f.Size))], v.Revision);
}

/// <summary>A problem, as people see it.</summary>
/// <param name="Name">督2-04.</param>
/// <param name="Duty">The obligation by which the unit owes the mending.</param>
/// <param name="Word">What the group said at its last check; null = it has not checked.</param>
/// <param name="Refusal">By which code the unit's actor did not take what it was told last; null = it took it.</param>
public sealed record ProblemLine(
    string Group, int Number, string Name, string Unit, string? Task, string Text, DateOnly Due, ProblemLight Light, string Duty, string? Visit, string? Word, string? Refusal)
{
    internal static ProblemLine Of(ProblemView p) => new(p.Group, p.Number, p.Name, p.Unit, p.Task, p.Text, p.Due, p.Light, p.Duty, p.Visit, p.Word, p.Refusal);
}

using HuiminCoord.Domain.Supervision;
using HuiminCoord.Grains.Supervision;

namespace HuiminCoord.Server.Api.Supervision;

/// <summary>A supervision group.</summary>
/// <param name="Title">第2督导组.</param>
/// <param name="ReportedAt">When its report was last handed to the office.</param>
internal sealed record SupervisionView(
    string Group, string Title, string Matter, IReadOnlyList<string> Units, IReadOnlyList<string> Tasks, DateOnly From, DateOnly Until, string Leader, int Visits, int Problems, int Open, DateTimeOffset? ReportedAt, int Reports)
{
    /// <summary>What it looks at; null in lists.</summary>
    public IReadOnlyList<ChecklistLine>? Checklist { get; init; }

    /// <summary>Its visits by day; null in lists.</summary>
    public IReadOnlyList<VisitView>? Visited { get; init; }

    /// <summary>Its problems by number; null in lists.</summary>
    public IReadOnlyList<ProblemView>? Found { get; init; }

    internal static SupervisionView Of(string group, SupervisionState state, DateOnly today)
    {
        var m = state.Mandate!;
        return new(
            group, SupervisionNames.Group(group), m.Matter, [.. m.Units.Select(u => u.Value)], [.. m.Tasks.Select(t => t.Value)], m.From, m.Until, m.Leader,
            state.VisitsUntil(today), state.Problems.Count, state.Problems.Count(p => p.Stage != ProblemStage.StruckOff), state.ReportedAt, state.Reports);
    }
}

/// <summary>A visit.</summary>
/// <param name="Planned">True while its day is to come.</param>
/// <param name="Files">Hashes and names of what was attached.</param>
/// <param name="Revision">Grows whenever it is worded: who words it says which one they saw.</param>
internal sealed record VisitView(
    string Visit, DateOnly Day, bool Planned, string Unit, string Place, IReadOnlyList<string> Lines, string Achievements, string Highlights, IReadOnlyList<VisitFile> Files, int Revision)
{
    internal static VisitView Of(SupervisionVisit v, DateOnly today) =>
        new(v.Id, v.Day, v.Day > today, v.Unit.Value, v.Place, v.Lines, v.Achievements, v.Highlights, [.. v.Files.Select(f => new VisitFile(f.Hash, f.Name, f.MediaType, f.Size))], v.Revision);
}

/// <summary>A file of a visit.</summary>
/// <param name="Hash">getFile opens it.</param>
/// <param name="Size">In bytes.</param>
internal sealed record VisitFile(string Hash, string Name, string MediaType, long Size);

/// <summary>A problem.</summary>
/// <param name="Name">督2-04.</param>
/// <param name="Due">The date in force.</param>
/// <param name="Light">整改中, 待复查, 逾期未改, 已销号.</param>
/// <param name="Duty">The obligation by which the unit owes the mending.</param>
/// <param name="Word">What the group said at its last check.</param>
/// <param name="Refusal">Why the unit's actor did not take what it was told last; null = it took it.</param>
internal sealed record ProblemView(
    string Group, int Number, string Name, string Unit, string? Task, string Text, DateOnly Due, ProblemLight Light, string LightWords, string Duty, string? Visit, DateTimeOffset At,
    string? Word, DateTimeOffset? CheckedAt, int Checks, string? Refusal)
{
    internal static ProblemView Of(FoundProblem found, DateOnly today)
    {
        var (p, light) = (found.Problem, found.Light(today));
        return new(
            found.Group, p.Number, SupervisionNames.Problem(found.Group, p.Number), p.Unit.Value, p.Task?.Value, p.Text, found.Due, light, Words(light),
            SupervisionNames.Duty(found.Group, p.Number).Value, p.Visit, p.At, p.Word.Length > 0 ? p.Word : null, p.CheckedAt, p.Checks, p.Refusal);
    }

    /// <summary>A light in the words of the console.</summary>
    internal static string Words(ProblemLight light) => light switch
    {
        ProblemLight.Mending => "整改中",
        ProblemLight.ToCheck => "待复查",
        ProblemLight.Late => "逾期未改",
        _ => "已销号",
    };
}

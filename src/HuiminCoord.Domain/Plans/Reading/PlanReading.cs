namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>What became of a plan's text: a plan, or everything that is wrong with it.</summary>
public sealed class PlanReading
{
    private readonly IReadOnlyDictionary<(DutyKind Kind, string RungId), PlanPosition> _rungs;

    internal PlanReading(
        Plan? plan, IEnumerable<PlanProblem> problems, IReadOnlyDictionary<(DutyKind Kind, string RungId), PlanPosition> rungs)
    {
        Problems = [.. problems.OrderBy(p => p.Line).ThenBy(p => p.Column)];
        Plan = Problems.Count == 0 ? plan : null;
        _rungs = rungs;
    }

    /// <summary>The plan; null as soon as there is a single problem.</summary>
    public Plan? Plan { get; }

    /// <summary>All problems, in the order of the text; empty when there is a plan.</summary>
    public IReadOnlyList<PlanProblem> Problems { get; }

    /// <summary>Where a rung stands in the text; null when the text has no such rung.</summary>
    public PlanPosition? PositionOf(DutyKind kind, string rungId) => _rungs.TryGetValue((kind, rungId), out var at) ? at : null;

    /// <summary>This reading together with what a check outside the reader found, such as a rung that never fires.</summary>
    public PlanReading With(IReadOnlyList<PlanProblem> found) => new(Plan, Problems.Concat(found), _rungs);
}

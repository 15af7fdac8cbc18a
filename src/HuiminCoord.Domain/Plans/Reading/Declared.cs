namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>What a plan has declared so far, for the parts that refer to it. Parts are read in the order of these properties.</summary>
internal sealed class Declared(Problems problems)
{
    public Problems Problems { get; } = problems;

    /// <summary>The campaign's days; null after a mistake in them, and then nothing is measured by them.</summary>
    public DateWindow? Campaign { get; set; }

    public DeclaredIds Clauses { get; } = new("clause", PlanProblemCode.ClauseUnknown, problems);

    public UnitNames Units { get; } = new(problems);

    public DeclaredIds Domains { get; } = new("domain", PlanProblemCode.DomainUnknown, problems);

    public DeclaredIds Phases { get; } = new("phase", PlanProblemCode.PhaseUnknown, problems);

    /// <summary>Kinds of duty that have a ladder, sound or not.</summary>
    public HashSet<DutyKind> Ladders { get; } = [];

    public Dictionary<(DutyKind Kind, string RungId), PlanPosition> Rungs { get; } = [];
}

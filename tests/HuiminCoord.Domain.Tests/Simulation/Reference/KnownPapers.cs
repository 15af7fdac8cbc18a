using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>All papers of a world and what was known of them at a time. Remembers what depends on nothing else.</summary>
internal sealed class KnownPapers
{
    private readonly List<PaperFact> _papers;
    private readonly List<PaperFact> _arrivals;
    private readonly List<KnownDays> _editions;
    private readonly Dictionary<PlanKey, List<ReferenceRung>> _rungs = [];
    private readonly Dictionary<int, List<Openings.Occurring>> _occurring = [];

    public KnownPapers(IEnumerable<PaperFact> papers)
    {
        _papers = [.. papers.OrderBy(p => p.PublishedOn).ThenBy(p => p.Id, StringComparer.Ordinal)];
        _arrivals = [.. _papers.OrderBy(p => p.KnownFrom).ThenBy(p => p.PublishedOn)];
        _editions = [.. Enumerable.Range(0, _papers.Count + 1).Select(n => new KnownDays(_papers.Intersect(_arrivals.Take(n)).ToList(), n == 0 ? null : _arrivals[n - 1]))];
    }

    /// <summary>As known at that time of Shanghai.</summary>
    public KnownDays At(DateTime at)
    {
        var known = 0;
        while (known < _arrivals.Count && _arrivals[known].KnownFrom <= at)
        {
            known++;
        }

        return _editions[known];
    }

    public DateTime? NextArrival(DateTime after) =>
        _arrivals.Where(p => p.KnownFrom > after).Select(p => (DateTime?)p.KnownFrom).FirstOrDefault();

    /// <summary>Occurrences of the one unit of this world, by the version it works by.</summary>
    public List<Openings.Occurring> Remembered(ReferenceUnit unit)
    {
        if (!_occurring.TryGetValue(unit.Plan.Version, out var all))
        {
            _occurring[unit.Plan.Version] = all = Openings.Of(unit).ToList();
        }

        return all;
    }

    /// <summary>Planned rungs; the same facts on the same papers give the same plan.</summary>
    public List<ReferenceRung> Remembered(ReferenceDuty duty, KnownDays days, Plan plan)
    {
        var key = new PlanKey(plan.Version, duty.Id, duty.Kind, duty.EnteredLate, duty.Due, duty.Since, duty.Grants, duty.Returns, duty.CorrectionDue, duty.Reported, days.Edition);
        if (!_rungs.TryGetValue(key, out var rungs))
        {
            _rungs[key] = rungs = ReferenceLadder.Plan(duty, days, plan.Settings);
        }

        return rungs;
    }

    private readonly record struct PlanKey(int Version, string Id, DutyKind Kind, bool EnteredLate, DateOnly? Due, DateTime Since, int Grants, int Returns, DateOnly? CorrectionDue, bool Reported, int Edition);
}

using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Units;

/// <summary>Finds rungs of a plan that would never be given: to check a plan, not to run it.</summary>
public static class RungCheck
{
    /// <summary>Reads a plan's text and checks it whole, against the holiday papers too.</summary>
    /// <param name="calendars">The papers as they apply in a plan's district.</param>
    public static PlanReading Read(string json, Func<Plan, WorkingCalendars> calendars)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        var reading = PlanReader.Read(json);
        return reading.Plan is { } plan ? reading.With(NeverFiring(plan, reading, calendars(plan))) : reading;
    }

    /// <summary>A problem for each rung that no dated duty of its kind ever reaches, because it lies before the duty opens.</summary>
    /// <remarks>Kinds without a dated duty are left alone: decisions and assignments come while the campaign runs.</remarks>
    public static IReadOnlyList<PlanProblem> NeverFiring(Plan plan, PlanReading reading, WorkingCalendars calendars)
    {
        var issuedAt = ChinaTime.StartOf(plan.Document.IssuedOn);
        var fired = plan.Units
            .SelectMany(u => new UnitTerms(plan, u, calendars).Duties)
            .Select(d => new OpenDuty(new Obligation(d.Id), d, issuedAt))
            .Where(d => !d.EnteredLate)
            .Select(d => (d.Terms.Kind, Rungs: RungPlanner.Plan(d, plan.Settings, calendars.Latest).Select(r => r.Id)))
            .GroupBy(d => d.Kind, d => d.Rungs)
            .ToDictionary(g => g.Key, g => g.SelectMany(r => r).ToHashSet());
        return [.. plan.Ladders
            .Where(l => fired.ContainsKey(l.Key))
            .SelectMany(l => l.Value.Rungs.Where(r => !fired[l.Key].Contains(r.Id)).Select(r => Problem(reading, l.Key, r)))];
    }

    private static PlanProblem Problem(PlanReading reading, DutyKind kind, Rung rung) => new(
        reading.PositionOf(kind, rung.Id) ?? new PlanPosition(1, 1),
        PlanProblemCode.RungNeverFires,
        $"Rung '{rung.Id}' of the {kind.ToString().ToLowerInvariant()} ladder never fires: for every such duty it lies before the duty opens or the plan is issued.");
}

using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Units;

/// <summary>The facts that a unit's rules decide by: one plan version, seen from one unit, and the holiday papers.</summary>
public sealed class UnitTerms
{
    private readonly Dictionary<DutyId, DutyTerms> _byId;
    private readonly HashSet<DutyId> _ofOthers;

    /// <param name="plan">The plan version that the unit works by.</param>
    /// <param name="unit">The unit, a member in that plan.</param>
    /// <param name="calendars">All holiday papers; each decision uses those known by then.</param>
    public UnitTerms(Plan plan, UnitPlan unit, WorkingCalendars calendars)
    {
        (Plan, Unit, Calendars) = (plan, unit, calendars);
        // A duty that consists of nothing but what the unit's profile excludes is not laid on it.
        var owed = plan.Duties.Where(d => d.OwedBy.Contains(unit.Id) && !(d.Parts.Count > 0 && d.Parts.All(IsExcluded))).ToList();
        Duties = [.. owed.SelectMany(TermsOf)];
        _byId = Duties.ToDictionary(d => d.Id);
        _ofOthers = [.. plan.Duties.Except(owed).SelectMany(Occurrence.Of).Select(o => o.Id)];
    }

    /// <summary>The plan.</summary>
    public Plan Plan { get; }

    /// <summary>The unit.</summary>
    public UnitPlan Unit { get; }

    /// <summary>All holiday papers.</summary>
    public WorkingCalendars Calendars { get; }

    /// <summary>Settings of the plan.</summary>
    public PlanSettings Settings => Plan.Settings;

    /// <summary>Everything the plan lays on the unit, in plan order.</summary>
    public IReadOnlyList<DutyTerms> Duties { get; }

    /// <summary>Terms of a planned duty of this unit, or null.</summary>
    public DutyTerms? Find(DutyId id) => _byId.GetValueOrDefault(id);

    /// <summary>True when the plan lays the duty on other units only.</summary>
    public bool IsOfOthers(DutyId id) => _ofOthers.Contains(id);

    /// <summary>Duties whose opening day is still to come, in plan order.</summary>
    public IEnumerable<DutyTerms> ToOpen(UnitState state) => Duties.Where(d => d.OpensOn > state.OpenedThrough && !state.NotAgain.Contains(d.Id.Value));

    /// <summary>An open obligation with its terms.</summary>
    public OpenDuty Of(UnitState state, Obligation obligation) => new(
        obligation,
        obligation.Assigned is { } assigned ? DutyTerms.Of(obligation.Id, assigned, Plan) : _byId[obligation.Id],
        state.IssuedAt);

    /// <summary>All open obligations with their terms.</summary>
    public IEnumerable<OpenDuty> Open(UnitState state) => state.Open.Select(o => Of(state, o));

    /// <summary>Dates of an obligation as registers show them, by the calendar as known at <paramref name="now"/>.</summary>
    public OpenedDuty Dated(OpenDuty duty, DateTimeOffset now)
    {
        var calendar = Calendars.AsKnownAt(now);
        return duty.Due is { } due && !duty.EnteredLate
            ? new(duty.Kept.Id, due, calendar.DoBy(due), calendar.IsProvisional(due), false)
            : new(duty.Kept.Id, duty.Due, null, false, duty.EnteredLate);
    }

    private bool IsExcluded(string part) => Unit.Table == TableProfile.None && part == DutyPart.Table;

    private IEnumerable<DutyTerms> TermsOf(DutyPlan duty)
    {
        var occurrences = Occurrence.Of(duty);
        IReadOnlyList<string> parts = duty.Parts.Count == 0 ? [DutyTerms.Whole] : duty.Parts;
        IReadOnlyList<string> excluded = [.. parts.Where(IsExcluded)];
        return occurrences.Select((o, i) => new DutyTerms(
            o.Id, duty.Kind, excluded.Count == 0 ? o.Title : DutyPart.TitleWithoutTable(o.Title), duty.Clause, o.Due, o.OpensOn, parts, excluded, i + 1 < occurrences.Count ? occurrences[i + 1].Due : null, Plan.Ladders[duty.Kind]));
    }
}

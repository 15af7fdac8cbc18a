using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Units;

/// <summary>What happens to something that a unit owes.</summary>
public enum DutyChange
{
    /// <summary>It opens at once; or it will open, and would not have.</summary>
    Begins,

    /// <summary>It ends; or it will not open any more.</summary>
    Ends,

    /// <summary>It gets another reporting date.</summary>
    Redated,

    /// <summary>Its date stays; what has to be handed in changes.</summary>
    Parts,

    /// <summary>Only reminders change.</summary>
    Reminders,
}

/// <summary>What happens to a unit as a member.</summary>
public enum MemberChange
{
    /// <summary>It was a member and stays one.</summary>
    Stays,

    /// <summary>It becomes a member, for the first time or again.</summary>
    Joins,

    /// <summary>It is no member any more.</summary>
    Leaves,
}

/// <summary>A part of a duty whose stage an amendment changes.</summary>
/// <param name="Was">Null = the duty did not have it.</param>
/// <param name="Is">Null = the duty does not have it any more.</param>
public sealed record PartEffect(string Part, PartStage? Was, PartStage? Is);

/// <summary>What an amendment does to one thing that a unit owes or would come to owe.</summary>
/// <param name="Open">False when it is not open yet: nobody was told a date of it.</param>
/// <param name="Was">Reporting date in force before; null = undated, or it was not there.</param>
/// <param name="Is">Reporting date in force afterwards; null = undated, or it is not there.</param>
/// <param name="Parts">Parts that change, of a duty that is there before and afterwards.</param>
/// <param name="Steps">Reminders, planned and not given, that fall away, are added or move.</param>
public sealed record DutyEffect(
    DutyId Duty, string Title, DutyChange Change, bool Open, DateOnly? Was, DateOnly? Is, IReadOnlyList<PartEffect> Parts, IReadOnlyList<MovedStep> Steps);

/// <summary>What an amendment does to one unit.</summary>
public sealed record UnitEffect(UnitPlan Unit, MemberChange Change, IReadOnlyList<DutyEffect> Duties, IReadOnlyList<EffectWarning> Warnings)
{
    /// <summary>True when the unit is only asked to confirm the receipt.</summary>
    public bool IsNone => Change == MemberChange.Stays && Duties.Count == 0 && Warnings.Count == 0;
}

/// <summary>
/// Foresees what an amendment does to a unit. It asks the rules that would carry it out and compares the documents before and
/// after, so that it cannot promise what they do not do.
/// </summary>
public static class AmendmentEffects
{
    /// <summary>What would happen if the version were issued at <paramref name="now"/>.</summary>
    /// <param name="state">What the unit keeps; a new one where the campaign has not reached it.</param>
    /// <param name="present">The version in force.</param>
    /// <param name="next">The version that would be issued.</param>
    /// <param name="calendars">The holiday papers of the district.</param>
    /// <param name="givenUp">What the unit owes for tasks that end.</param>
    public static UnitEffect Of(UnitState state, UnitTerms? former, Plan present, Plan next, UnitId unit, WorkingCalendars calendars, IReadOnlyList<DutyId> givenUp, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(next);
        var terms = next.Unit(unit) is { } member ? new UnitTerms(next, member, calendars) : null;
        var change = terms is null ? MemberChange.Leaves : state.PlanVersion == 0 || state.LeftWith > 0 ? MemberChange.Joins : MemberChange.Stays;
        var (before, after) = terms is null ? Left(state, former!, next.Version, now) : Amended(state, former, terms, givenUp, now);
        var (was, becomes) = (Owed(before, former, now), Owed(after, terms, now));
        var effects = was.Keys.Union(becomes.Keys).Select(id => Effect(was.GetValueOrDefault(id), becomes.GetValueOrDefault(id))).OfType<DutyEffect>();
        var warnings = terms is null ? [] : EffectWarnings.Of(before, former, after, terms, change == MemberChange.Joins ? present : null, now);
        return new((terms ?? former!).Unit, change, [.. effects], [.. warnings]);
    }

    private static (UnitState Before, UnitState After) Left(UnitState state, UnitTerms former, int version, DateTimeOffset now) =>
        Played(state, UnitRules.Decide(state, new UnitCommand.Leave(version), former, now));

    private static (UnitState Before, UnitState After) Amended(UnitState state, UnitTerms? former, UnitTerms terms, IReadOnlyList<DutyId> givenUp, DateTimeOffset now)
    {
        var begin = new UnitCommand.Begin(terms.Plan.Version, now, "");
        var (before, after) = Played(state, state.PlanVersion == 0 ? UnitRules.Decide(state, begin, terms, now) : UnitRules.Amend(state, begin, former!, terms, now));
        foreach (var duty in givenUp)
        {
            after = Played(after, UnitRules.Decide(after, new UnitCommand.Waive(duty, [], $"plan-{terms.Plan.Version}"), terms, now)).After;
        }

        return (before, after);
    }

    /// <summary>Before: with everything that was due anyway. What is refused or done already changes nothing.</summary>
    private static (UnitState Before, UnitState After) Played(UnitState state, Decision<UnitEvent> decision)
    {
        var events = decision is Decision<UnitEvent>.Kept kept ? kept.Events : [];
        var before = events.TakeWhile(e => e is not (UnitEvent.Amended or UnitEvent.Left or UnitEvent.Begun)).Aggregate(state, UnitEvolution.Evolve);
        return (before, events.Aggregate(state, UnitEvolution.Evolve));
    }

    /// <summary>What is open, then what opens later, each with its reminders.</summary>
    private static Dictionary<DutyId, OwedDuty> Owed(UnitState state, UnitTerms? terms, DateTimeOffset now)
    {
        if (terms is null || state.PlanVersion == 0 || state.LeftWith > 0)
        {
            return [];
        }

        var calendar = terms.Calendars.AsKnownAt(now);
        var coming = terms.ToOpen(state).Select(d => new OpenDuty(new Obligation(d.Id), d, state.IssuedAt));
        return terms.Open(state).Select(d => (Duty: d, Open: true)).Concat(coming.Select(d => (Duty: d, Open: false)))
            .ToDictionary(d => d.Duty.Kept.Id, d => new OwedDuty(d.Duty, d.Open, Planned(d.Duty, terms.Settings, calendar)));
    }

    private static Dictionary<string, DateTimeOffset> Planned(OpenDuty duty, PlanSettings settings, WorkingCalendar calendar) =>
        RungPlanner.Plan(duty, settings, calendar).Where(r => !duty.Kept.Given.Contains(r.Id)).ToDictionary(r => r.Id, r => r.At);

    private static DutyEffect? Effect(OwedDuty? was, OwedDuty? becomes)
    {
        var seen = (becomes ?? was)!;
        var id = seen.Duty.Kept.Id;
        var steps = (was?.Steps.Keys ?? Enumerable.Empty<string>()).Union(becomes?.Steps.Keys ?? Enumerable.Empty<string>())
            .Select(rung => new MovedStep(id, rung, was?.At(rung), becomes?.At(rung)))
            .Where(s => s.From != s.To).ToList();
        List<PartEffect> parts = was is null || becomes is null ? [] : Parts(was.Duty, becomes.Duty);
        DutyChange? change = becomes is null ? DutyChange.Ends
            : was is null || (becomes.Open && !was.Open) ? DutyChange.Begins
            : was.Duty.Due != becomes.Duty.Due ? DutyChange.Redated
            : parts.Count > 0 ? DutyChange.Parts
            : steps.Count > 0 ? DutyChange.Reminders
            : null;
        return change is { } changes ? new(id, seen.Duty.Terms.Title, changes, seen.Open, was?.Duty.Due, becomes?.Duty.Due, parts, steps) : null;
    }

    private static List<PartEffect> Parts(OpenDuty was, OpenDuty becomes)
    {
        static PartStage? Stage(OpenDuty duty, string part) => duty.Terms.Parts.Contains(part) ? duty.Stage(part) : null;
        return [.. was.Terms.Parts.Union(becomes.Terms.Parts).Select(p => new PartEffect(p, Stage(was, p), Stage(becomes, p))).Where(p => p.Was != p.Is)];
    }

    private sealed record OwedDuty(OpenDuty Duty, bool Open, Dictionary<string, DateTimeOffset> Steps)
    {
        public DateTimeOffset? At(string rung) => Steps.TryGetValue(rung, out var at) ? at : null;
    }
}

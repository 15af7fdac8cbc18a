using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation.Bugs;

/// <summary>The rules mistake what a new holiday paper does.</summary>
internal static class WrongImports
{
    public static IEnumerable<PlantedBug> All =>
    [
        new("an import is known since the morning of its day", w => new RealRules(w with { Papers = [.. w.Papers.Select(Earlier)] })),
        Remembering("a moved reminder is given again", (s, r) => r.Moved.Select(m => m.Duty.Value).Concat(r.Duties.Select(d => d.Duty.Value)).Distinct().Aggregate(s, (all, duty) => PlantedBug.Change(all, duty, o => o with { Given = default }))),
        Remembering("a new paper is looked at again at every wake", (s, _) => s with { DatesKnownOn = new(2020, 9, 14), DatesKnownAt = null }),
        new("a changed date is told twice", w => new FaultyRules(w)
        {
            Remembers = (s, e) => e is UnitEvent.Reminded r && r.Changes.Any(IsDate) ? s with { Changes = new(DateTimeOffset.Parse(r.Slot + "+08:00", null), [.. r.Changes.Where(IsDate)]) } : s,
        }),
        Saying("a provisional date stays so", (r, s, terms) => r with { Duties = [.. r.Duties.Where(d => Moves(d, s, terms))] }),
        Saying("reminders that were given move too", (r, s, terms) => r with { Moved = [.. r.Moved, .. Given(s, terms, r)] }),
        Saying("a moved reminder forgets where it was planned", (r, _, _) => r with { Moved = [.. r.Moved.Select(m => m with { From = m.To })] }),
        Saying("the reason of an import is lost", (r, _, _) => r with { Reason = null }),
    ];

    private static PlantedBug Remembering(string name, Func<UnitState, UnitEvent.DatesRevised, UnitState> remembers) =>
        new(name, w => new FaultyRules(w) { Remembers = (s, e) => e is UnitEvent.DatesRevised r ? remembers(s, r) : s });

    private static PlantedBug Saying(string name, Func<UnitEvent.DatesRevised, UnitState, UnitTerms, UnitEvent.DatesRevised> says) =>
        new(name, w => new FaultyRules(w) { Says = (e, s, terms, _) => e is UnitEvent.DatesRevised r ? says(r, s, terms) : e });

    private static PaperFact Earlier(PaperFact paper) => paper.ImportedAt is { } at ? paper with { ImportedAt = at.Date } : paper;

    private static bool IsDate(string change) => change.StartsWith("dates:", StringComparison.Ordinal);

    private static bool Moves(OpenedDuty duty, UnitState state, UnitTerms terms) => duty.DoBy != CalendarShifts.KnownTo(state, terms.Calendars).DoBy(duty.Due!.Value);

    /// <summary>What would be said of the same duties had nothing been given yet.</summary>
    private static IEnumerable<MovedStep> Given(UnitState state, UnitTerms terms, UnitEvent.DatesRevised revised)
    {
        var fresh = state with { Open = state.Open.ConvertAll(o => o with { Given = default }) };
        var at = revised.KnownAt ?? ChinaTime.EndOf(revised.KnownOn).AddTicks(-1);
        return CalendarShifts.OfOpen(fresh, terms, at).SelectMany(s => s.Steps).Where(m => state.Find(m.Duty)!.Given.Contains(m.Rung));
    }
}

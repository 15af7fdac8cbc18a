using System.Globalization;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Onboarding;

/// <summary>Judges a contact list row by row: one bad row costs nobody else's.</summary>
public static class ContactRules
{
    private static readonly Dictionary<string, SeatKind> Seats = new(StringComparer.Ordinal)
    {
        ["负责同志"] = SeatKind.Leader,
        ["单位负责同志"] = SeatKind.Leader,
        ["负责人"] = SeatKind.Leader,
        ["leader"] = SeatKind.Leader,
        ["联络人"] = SeatKind.Liaison,
        ["联络员"] = SeatKind.Liaison,
        ["liaison"] = SeatKind.Liaison,
        ["备用联络人"] = SeatKind.Deputy,
        ["备用联络员"] = SeatKind.Deputy,
        ["deputy"] = SeatKind.Deputy,
    };

    /// <summary>A verdict on each row, in their order.</summary>
    /// <param name="rows">The list.</param>
    /// <param name="plan">The plan in force.</param>
    /// <param name="known">What is known of a seat.</param>
    public static IReadOnlyList<ContactVerdict> Judge(IReadOnlyList<ContactRow> rows, Plan plan, Func<UnitId, SeatKind, KnownSeat> known)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(known);
        var placed = rows.Select(row => Place(row, plan)).Select(v => v.Refusal is null ? v with { Refusal = RefuseKnown(v, known(v.Unit!.Value, v.Seat!.Value)) } : v).ToList();
        var verdicts = new List<ContactVerdict>();
        foreach (var verdict in placed)
        {
            verdicts.Add(verdict.Refusal is null ? verdict with { Refusal = RefuseBeside(verdict, placed, verdicts, known) } : verdict);
        }

        return verdicts;
    }

    private static ContactVerdict Place(ContactRow row, Plan plan)
    {
        var (unit, seat) = (UnitOf(row.Unit, plan), Seats.TryGetValue(Bare(row.Seat), out var kind) ? kind : (SeatKind?)null);
        var refusal = unit is null ? new Refusal("contact.unit-unknown", Shown(row.Unit))
            : seat is null ? new Refusal("contact.seat-unknown", Shown(row.Seat))
            : row.Person.Name.Trim().Length == 0 ? new Refusal("contact.name-missing")
            : NamingRules.RefusePerson(row.Person.Tidied);
        return new ContactVerdict(row with { Person = row.Person.Tidied }, unit, seat, refusal);
    }

    /// <summary>The unit's own word goes before a list; whoever has an account already needs none.</summary>
    private static Refusal? RefuseKnown(ContactVerdict verdict, KnownSeat seat)
    {
        var name = verdict.Row.Person.Name;
        return seat.Named is { } named && named != name ? new Refusal("contact.named-by-unit")
            : seat.Holder == name && seat.HasAccount ? new Refusal("contact.held-already")
            : null;
    }

    private static Refusal? RefuseBeside(ContactVerdict verdict, List<ContactVerdict> placed, List<ContactVerdict> before, Func<UnitId, SeatKind, KnownSeat> known)
    {
        var (unit, seat, name) = (verdict.Unit!.Value, verdict.Seat!.Value, verdict.Row.Person.Name);
        var taken = before.Where(b => b.Refusal is null && b.Unit == unit).ToList();
        if (taken.Find(b => b.Seat == seat) is { } twice)
        {
            return new Refusal("contact.seat-twice", twice.Row.Row.ToString(CultureInfo.InvariantCulture));
        }

        // Somebody who leaves another seat by this same list is no clash; the order is settled when the office confirms.
        var sitsElsewhere = Enum.GetValues<SeatKind>().Any(k => k != seat && known(unit, k).Holder == name && !placed.Any(p => p.Refusal is null && p.Unit == unit && p.Seat == k && p.Row.Person.Name != name));
        return sitsElsewhere || taken.Any(b => b.Row.Person.Name == name) ? new Refusal("seat.same-person", Recipients.Name(seat)) : null;
    }

    /// <summary>By id, name or alias, also with the district's name before it: 回民区教育局.</summary>
    private static UnitId? UnitOf(string text, Plan plan)
    {
        var bare = Bare(text);
        var local = bare.StartsWith(plan.District.Name, StringComparison.Ordinal) ? bare[plan.District.Name.Length..] : bare;
        return plan.Units.FirstOrDefault(u => u.Id.Value == bare || Names(u).Any(n => n == bare || n == local))?.Id;
    }

    private static IEnumerable<string> Names(UnitPlan unit) => [unit.Name, .. unit.Aliases];

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Shown(string text) => string.Concat(text.Trim().Where(c => !char.IsControl(c)).Take(40));
}

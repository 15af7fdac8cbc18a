using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Onboarding;

/// <summary>Whom a unit may name by its link, and in which order its actor will take it.</summary>
/// <remarks>The actor's own rules come after these and have the last word; here a unit learns at once what is wrong.</remarks>
public static class NamingRules
{
    /// <summary>Longest name, post and telephone number, in UTF-16 units; the unit's actor has the same bound.</summary>
    public const int LongestText = 40;

    /// <summary>Longest mail address.</summary>
    public const int LongestMail = 80;

    /// <summary>What the plan puts into a leader's seat until a name is given: 教育局负责同志.</summary>
    private const string Nameless = "负责同志";

    /// <summary>The seats in an order in which the actor takes each of them, or why not.</summary>
    /// <param name="people">Whom the unit names.</param>
    /// <param name="roster">Who holds its seats today.</param>
    public static Decision<NamedSeat> Order(NamedPeople people, IReadOnlyDictionary<SeatKind, string> roster)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(roster);
        var wanted = Wanted(people);
        return RefusePeople(people, wanted, roster) is { } refusal ? refusal
            : InOrder(wanted, roster) is { } order ? Decision<NamedSeat>.Keep(order)
            : new Refusal("seat.same-person", Recipients.Name(Clash(wanted, roster)));
    }

    /// <summary>True for what stands in a leader's seat before anybody was named.</summary>
    public static bool IsPlaceholder(string holder)
    {
        ArgumentNullException.ThrowIfNull(holder);
        return holder.EndsWith(Nameless, StringComparison.Ordinal);
    }

    /// <summary>What is wrong with a person's particulars; null when nothing is.</summary>
    public static Refusal? RefusePerson(NamedPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (person.Name.Length is 0 or > LongestText || person.Title.Length > LongestText || person.Phone.Length > LongestText || IsPlaceholder(person.Name))
        {
            return new Refusal("seat.name-needed", $"{LongestText}");
        }

        return $"{person.Name}{person.Title}{person.Phone}{person.Email}".Any(char.IsControl) ? new Refusal("naming.unreadable")
            : IsMail(person.Email) ? null
            : new Refusal("naming.mail-malformed", $"{LongestMail}");
    }

    /// <summary>Later changes of the leader are the joint meeting's, not the unit's.</summary>
    private static Refusal? RefusePeople(NamedPeople people, List<NamedSeat> wanted, IReadOnlyDictionary<SeatKind, string> roster)
    {
        if (people.Liaison is null)
        {
            return new Refusal("naming.liaison-needed");
        }

        if (wanted.Select(w => RefusePerson(w.Person)).FirstOrDefault(r => r is not null) is { } wrong)
        {
            return wrong;
        }

        if (wanted.GroupBy(w => w.Person.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return new Refusal("seat.same-person", Recipients.Name(twice.Last().Seat));
        }

        return people.Leader is { } leader && roster.GetValueOrDefault(SeatKind.Leader) is var holder && holder != leader.Name.Trim() && !IsPlaceholder(holder ?? "")
            ? new Refusal("naming.leader-by-meeting")
            : null;
    }

    private static List<NamedSeat> Wanted(NamedPeople people) =>
    [
        .. new (SeatKind Seat, NamedPerson? Person)[] { (SeatKind.Liaison, people.Liaison), (SeatKind.Deputy, people.Deputy), (SeatKind.Leader, people.Leader) }
            .Where(w => w.Person is not null).Select(w => new NamedSeat(w.Seat, w.Person!.Tidied)),
    ];

    /// <summary>A deputy who becomes liaison must have a successor first: the actor never lets one person sit twice.</summary>
    private static List<NamedSeat>? InOrder(List<NamedSeat> wanted, IReadOnlyDictionary<SeatKind, string> roster)
    {
        var (left, order, now) = (new List<NamedSeat>(wanted), new List<NamedSeat>(), roster.ToDictionary());
        while (left.Count > 0)
        {
            if (left.Find(w => IsFree(w, now)) is not { } next)
            {
                return null;
            }

            now[next.Seat] = next.Person.Name;
            left.Remove(next);
            order.Add(next);
        }

        return order;
    }

    private static SeatKind Clash(List<NamedSeat> wanted, IReadOnlyDictionary<SeatKind, string> roster) => wanted.First(w => !IsFree(w, roster)).Seat;

    private static bool IsFree(NamedSeat wanted, IReadOnlyDictionary<SeatKind, string> roster) =>
        !roster.Any(r => r.Key != wanted.Seat && r.Value == wanted.Person.Name);

    private static bool IsMail(string text) =>
        text.Length == 0 || (text.Length <= LongestMail && text.Split('@') is [{ Length: > 0 }, { Length: > 2 } host] && host.Contains('.', StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace));
}

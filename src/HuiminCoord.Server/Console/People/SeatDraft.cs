using HuiminCoord.Domain.Onboarding;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Console.People;

/// <summary>What is typed about a seat: a person, or days.</summary>
public sealed class SeatDraft
{
    public string? Holder { get; set; }

    public string? Title { get; set; }

    public string? Phone { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    /// <summary>What stands in the form of an act before anybody types.</summary>
    internal static SeatDraft For(string? act, SeatLine? line, DateOnly today) => act switch
    {
        UnitPeople.Away when line?.AbsenceOn(today) is var (from, until) => new() { From = from, Until = until },
        UnitPeople.Away => new() { From = today },
        UnitPeople.End => new() { Until = today },
        _ => new(),
    };

    /// <summary>The person.</summary>
    /// <exception cref="RefusedException"><c>seat.name-needed</c>, <c>naming.unreadable</c>.</exception>
    internal NamedPerson Person()
    {
        var person = new NamedPerson(Holder ?? "", Title ?? "", Phone ?? "", "").Tidied;
        return NamingRules.RefusePerson(person) is { } refusal ? throw new RefusedException(refusal) : person;
    }
}

using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Onboarding;

namespace HuiminCoord.Domain.Tests.Onboarding;

public sealed class NamingRulesTests
{
    private static readonly Dictionary<SeatKind, string> New = new() { [SeatKind.Leader] = "教育局负责同志" };

    private static readonly Dictionary<SeatKind, string> Held = new() { [SeatKind.Leader] = "负责人甲", [SeatKind.Liaison] = "甲", [SeatKind.Deputy] = "乙" };

    [Fact]
    public void The_liaison_alone_is_enough() => Assert.Equal(["Liaison 甲"], Named(new(Person("甲"), null, null), New));

    [Fact]
    public void White_space_around_what_was_typed_is_not_kept() => Assert.Equal(["Liaison 甲"], Named(new(Person(" 甲 "), null, null), New));

    [Theory]
    [InlineData("乙", "丙", "Deputy 丙", "Liaison 乙")]
    [InlineData("丙", "甲", "Liaison 丙", "Deputy 甲")]
    [InlineData("甲", "乙", "Liaison 甲", "Deputy 乙")]
    public void Whoever_leaves_a_seat_for_another_is_followed_in_the_order_that_the_actor_takes(string liaison, string deputy, params string[] order) =>
        Assert.Equal(order, Named(new(Person(liaison), Person(deputy), null), Held));

    [Fact]
    public void Two_who_change_places_are_refused_because_no_order_is_taken() =>
        Assert.Equal("seat.same-person", Refused(new(Person("乙"), Person("甲"), null), Held).Code);

    [Fact]
    public void A_deputy_who_becomes_liaison_needs_a_successor() => Assert.Equal("seat.same-person", Refused(new(Person("乙"), null, null), Held).Code);

    [Fact]
    public void One_person_sits_once()
    {
        var twice = Refused(new(Person("丁"), Person("丁 "), null), New);
        Assert.Equal(("seat.same-person", "deputy"), (twice.Code, twice.Arguments[0]));
        Assert.Equal("seat.same-person", Refused(new(Person("负责人甲"), null, null), Held).Code);
    }

    [Fact]
    public void A_liaison_is_needed() => Assert.Equal("naming.liaison-needed", Refused(new(null, Person("乙"), null), New).Code);

    [Fact]
    public void A_leader_is_named_once_and_may_be_repeated()
    {
        Assert.Equal(["Liaison 甲", "Leader 负责人甲"], Named(new(Person("甲"), null, Person("负责人甲")), New));
        Assert.Equal(["Liaison 甲", "Leader 负责人甲"], Named(new(Person("甲"), null, Person("负责人甲")), Held));
        Assert.Equal("naming.leader-by-meeting", Refused(new(Person("甲"), null, Person("负责人乙")), Held).Code);
        Assert.Equal("naming.leader-by-meeting", Refused(new(Person("甲"), null, Person("负责人乙")), []).Code);
    }

    [Theory]
    [InlineData("", "", "seat.name-needed")]
    [InlineData("  ", "", "seat.name-needed")]
    [InlineData("教育局负责同志", "", "seat.name-needed")]
    [InlineData("甲\u0000", "", "naming.unreadable")]
    [InlineData("甲", "someone", "naming.mail-malformed")]
    [InlineData("甲", "a b@example.org", "naming.mail-malformed")]
    [InlineData("甲", "a@b@example.org", "naming.mail-malformed")]
    [InlineData("甲", "@example.org", "naming.mail-malformed")]
    [InlineData("甲", "a@example", "naming.mail-malformed")]
    public void Particulars_are_judged(string name, string mail, string code) => Assert.Equal(code, Refused(new(new(name, "", "", mail), null, null), New).Code);

    [Fact]
    public void Particulars_are_bounded()
    {
        var (fits, tooLong) = (new string('长', NamingRules.LongestText), new string('长', NamingRules.LongestText + 1));
        Assert.Null(NamingRules.RefusePerson(new(fits, fits, fits, "a@example.org")));
        Assert.All(
            new NamedPerson[] { new(tooLong, "", "", ""), new("甲", tooLong, "", ""), new("甲", "", tooLong, "") },
            p => Assert.Equal("seat.name-needed", NamingRules.RefusePerson(p)!.Code));
        Assert.Equal("naming.mail-malformed", NamingRules.RefusePerson(new("甲", "", "", new string('a', 80) + "@example.org"))!.Code);
    }

    [Fact]
    public void Login_names_count_on_and_stay_short_enough()
    {
        var unit = new UnitId("jiaoyu");
        Assert.Equal("jiaoyu-liaison", LoginNames.Proposed(unit, SeatKind.Liaison, new HashSet<string>()));
        Assert.Equal("jiaoyu-liaison-3", LoginNames.Proposed(unit, SeatKind.Liaison, new HashSet<string> { "jiaoyu-liaison", "jiaoyu-liaison-2", "jiaoyu-liaison-9" }));
        var lengthy = new UnitId("a" + new string('b', IdText.MaxLength - 1));
        Assert.True(LoginNames.Proposed(lengthy, SeatKind.Liaison, Enumerable.Range(2, 997).Select(n => $"{LoginNames.Stem(lengthy, SeatKind.Liaison)}-{n}").Append(LoginNames.Stem(lengthy, SeatKind.Liaison)).ToHashSet()).Length <= 32);
        Assert.Equal("abcdefghijklmnopqrs-liaison", LoginNames.Stem(new UnitId("abcdefghijklmnopqrs-tuvwxyz"), SeatKind.Liaison));
    }

    private static NamedPerson Person(string name) => new(name, "", "", "");

    private static IEnumerable<string> Named(NamedPeople people, Dictionary<SeatKind, string> roster) =>
        Assert.IsType<Decision<NamedSeat>.Kept>(NamingRules.Order(people, roster)).Events.Select(s => $"{s.Seat} {s.Person.Name}");

    private static Refusal Refused(NamedPeople people, Dictionary<SeatKind, string> roster) => Assert.IsType<Decision<NamedSeat>.Refused>(NamingRules.Order(people, roster)).Refusal;
}

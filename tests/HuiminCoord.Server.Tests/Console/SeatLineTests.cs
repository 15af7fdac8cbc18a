using HuiminCoord.Domain.Identity;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Api.Units;
using HuiminCoord.Server.Console.People;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>A unit's roster as its page shows it, and what is typed there.</summary>
public sealed class SeatLineTests
{
    private static readonly DateOnly Today = new(2020, 11, 30);

    [Fact]
    public void Seats_stand_in_the_order_in_which_they_are_spoken_of_with_their_earlier_terms()
    {
        var lines = SeatLine.Of([Term("liaison", "乙", 11, 1), Term("liaison", "甲", 9, 17, until: new(2020, 10, 31)), Term("leader", "教育局负责同志", 9, 17)]);
        Assert.Equal([SeatKind.Liaison, SeatKind.Deputy, SeatKind.Leader], lines.Select(l => l.Seat));
        Assert.Equal(["乙", null, null], lines.Select(l => l.Now?.Holder));
        Assert.Equal(["甲"], lines[0].Past.Select(p => p.Holder));
        Assert.Empty(lines[2].Past);
    }

    [Fact]
    public void A_term_that_ended_before_it_began_was_none() =>
        Assert.Empty(SeatLine.Of([Term("deputy", "误报", 11, 1, until: new(2020, 10, 31))])[1].Past);

    [Fact]
    public void An_absence_counts_until_its_last_day()
    {
        var line = SeatLine.Of([Term("liaison", "甲", 9, 17, away: (new(2020, 11, 25), Today))])[0];
        Assert.Equal((new DateOnly(2020, 11, 25), Today), line.AbsenceOn(Today));
        Assert.Null(line.AbsenceOn(Today.AddDays(1)));
    }

    [Fact]
    public void A_leader_who_was_not_named_yet_is_reached_all_the_same()
    {
        var away = Term("liaison", "甲", 9, 17, away: (Today, Today));
        Assert.Equal(SeatKind.Leader, SeatLine.Reached([away, Term("leader", "教育局负责同志", 9, 17)], Today));
        Assert.Equal(SeatKind.Deputy, SeatLine.Reached([away, Term("deputy", "乙", 9, 17)], Today));
        Assert.Null(SeatLine.Reached([away], Today));
        Assert.Equal(SeatKind.Liaison, SeatLine.Reached([away], Today.AddDays(1)));
    }

    [Theory]
    [InlineData("", "seat.name-needed")]
    [InlineData("   ", "seat.name-needed")]
    [InlineData("教育局负责同志", "seat.name-needed")]
    [InlineData("甲\u0007", "naming.unreadable")]
    public void A_person_needs_a_name_that_can_be_read(string holder, string code) =>
        Assert.Equal(code, Assert.Throws<RefusedException>(() => new SeatDraft { Holder = holder }.Person()).Refusal.Code);

    [Fact]
    public void Forms_begin_with_what_is_known()
    {
        var line = SeatLine.Of([Term("liaison", "甲", 9, 17, away: (Today, Today.AddDays(4)))])[0];
        Assert.Equal((Today, Today.AddDays(4)), Days(SeatDraft.For(UnitPeople.Away, line, Today)));
        Assert.Equal((Today, null), Days(SeatDraft.For(UnitPeople.Away, null, Today)));
        Assert.Equal((null, Today), Days(SeatDraft.For(UnitPeople.End, line, Today)));
        Assert.Equal((null, null), Days(SeatDraft.For(UnitPeople.Name, line, Today)));
        Assert.Equal("甲", new SeatDraft { Holder = " 甲 " }.Person().Name);
    }

    private static (DateOnly?, DateOnly?) Days(SeatDraft draft) => (draft.From, draft.Until);

    private static SeatView Term(string seat, string holder, int month, int day, DateOnly? until = null, (DateOnly From, DateOnly Until)? away = null) => new(
        seat, holder, null, null, new(2020, month, day), until, away?.From, away?.Until, until is null || until >= Today, away?.From <= Today && Today <= away?.Until);
}

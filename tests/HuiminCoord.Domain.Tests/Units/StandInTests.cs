using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Units;

/// <summary>Who is reached for what is meant for the liaison.</summary>
public sealed class StandInTests
{
    private static readonly DateOnly Day = new(2020, 11, 30);

    private static readonly Seat Here = new("甲", new(2020, 9, 17), null), Away = Here with { AbsentFrom = Day, AbsentUntil = Day }, Over = Here with { Until = Day.AddDays(-1) };

    [Fact]
    public void The_liaison_while_there() => Assert.Equal(SeatKind.Liaison, Reached(Here, Here, Here));

    [Fact]
    public void The_deputy_for_a_liaison_who_is_away_vacant_or_gone() =>
        Assert.All(new[] { Away, null, Over }, liaison => Assert.Equal(SeatKind.Deputy, Reached(liaison, Here, Here)));

    [Fact]
    public void The_leader_when_neither_is_there_even_while_away() =>
        Assert.All(new[] { Here, Away }, leader => Assert.Equal(SeatKind.Leader, Reached(Away, Away, leader)));

    [Fact]
    public void Nobody_when_no_seat_is_filled() => Assert.Null(Reached(null, Over, null));

    private static SeatKind? Reached(Seat? liaison, Seat? deputy, Seat? leader) =>
        StandIns.OfLiaison(kind => kind switch { SeatKind.Liaison => liaison, SeatKind.Deputy => deputy, _ => leader }, Day);
}

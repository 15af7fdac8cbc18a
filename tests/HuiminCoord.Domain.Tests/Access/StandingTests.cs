using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Tests.Access;

/// <summary>Who does whose work during an absence, asked from both ends.</summary>
public sealed class StandingTests
{
    [Theory]
    [InlineData("jiaoyu/liaison", "jiaoyu/deputy")]
    [InlineData("jiaoyu/leader", "jiaoyu/deputy")]
    [InlineData("jiaoyu/deputy", null)]
    [InlineData("convenor", "office-director")]
    [InlineData("office-director", "office-staff")]
    [InlineData("office-staff", null)]
    [InlineData("group", null)]
    [InlineData("system-admin", null)]
    public void A_seat_knows_who_stands_in_for_it(string seat, string? by) =>
        Assert.Equal(by is null ? [] : [by], Standing.Covering(SeatAddress.Find(seat)!).Select(s => s.ToString()));

    [Fact]
    public void Whoever_stands_in_for_a_seat_covers_it()
    {
        var seats = new[] { "jiaoyu/liaison", "jiaoyu/deputy", "jiaoyu/leader", "convenor", "office-director", "office-staff", "group", "audit-admin" }.Select(s => SeatAddress.Find(s)!).ToList();
        Assert.All(seats, seat => Assert.Equal(seats.Where(s => Standing.CoveredBy(s).Contains(seat)), Standing.Covering(seat)));
        Assert.Equal(new UnitId("minzheng"), Assert.Single(Standing.Covering(SeatAddress.Of(new("minzheng"), SeatKind.Liaison))).Unit);
    }
}

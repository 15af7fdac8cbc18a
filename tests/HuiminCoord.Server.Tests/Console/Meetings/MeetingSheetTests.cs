using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Console.Meetings;

namespace HuiminCoord.Server.Tests.Console.Meetings;

/// <summary>Where an item stands after it was dropped.</summary>
public sealed class MeetingSheetTests
{
    [Theory]
    [InlineData("c", "a", "c a b off d")]
    [InlineData("a", "c", "b a c off d")]
    [InlineData("a", "", "b c off d a")]
    [InlineData("a", "b", null)]
    [InlineData("a", "a", null)]
    [InlineData("c", "", null)]
    [InlineData("a", "d", null)]
    [InlineData("a", "off", null)]
    [InlineData("off", "a", null)]
    [InlineData("nobody", "a", null)]
    [InlineData("a", "nobody", null)]
    public void An_item_is_dropped_under_its_own_heading(string item, string before, string? order) =>
        Assert.Equal(order, Sheet.Dropped(item, before) is { } ids ? string.Join(' ', ids) : null);

    private static MeetingSheet Sheet { get; } = new(
        null!, 1, null, 0, [Line("a"), Line("b"), Line("c"), Line("off") with { Removed = "会前已办" }, Line("d") with { Heading = AgendaHeading.Members }], new Dictionary<AgendaHeading, int>(), []);

    private static AgendaLine Line(string id) => new(id, AgendaHeading.ToDecide, AgendaReason.EnteredByOffice, "事实", "", "联席办", 5, [], null, false, []);
}

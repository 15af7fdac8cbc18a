using HuiminCoord.Server.Console.Layout;
using Microsoft.Extensions.DependencyInjection;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>The field of the top bar is there for seats of a campaign, where the server can find something.</summary>
public sealed class SearchBoxTests(ServerFixture fixture)
{
    [Fact]
    public async Task A_seat_of_a_campaign_has_the_field_and_an_administrator_has_none()
    {
        await using var server = await TestServer.Start(with: services => services.AddSingleton<Finding>((_, _, _) => Task.FromResult<IReadOnlyList<FoundGroup>>([])));
        using var liaison = await PageVisitor.In(server, "jiaoyu/liaison");
        var field = (await liaison.Get("/home")).One("#search");
        Assert.Equal(("combobox", "search-list", "搜索单位、事项、文号"), (field.GetAttribute("role"), field.GetAttribute("aria-controls"), field.GetAttribute("placeholder")));
        Assert.Equal("listbox", field.ParentElement!.QuerySelector("#search-list")!.GetAttribute("role"));
        using var audit = await PageVisitor.In(server, "audit-admin");
        Assert.Empty((await audit.Get("/home")).Document.QuerySelectorAll("#search"));
    }

    [Fact]
    public async Task Where_nothing_can_be_found_there_is_no_field()
    {
        using var liaison = await PageVisitor.In(fixture.Server, "jiaoyu/liaison");
        Assert.Empty((await liaison.Get("/home")).Document.QuerySelectorAll("#search"));
    }
}

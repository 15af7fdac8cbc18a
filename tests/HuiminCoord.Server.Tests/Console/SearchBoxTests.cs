using HuiminCoord.Server.Console.Layout;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>The field of the top bar is there for seats of a campaign, and finds what the seat may see, where the seat deals with it.</summary>
public sealed class SearchBoxTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Fact]
    public async Task A_seat_of_a_campaign_has_the_field_and_an_administrator_has_none()
    {
        using var liaison = await PageVisitor.In(Server, "jiaoyu/liaison");
        var field = (await liaison.Get("/home")).One("#search");
        Assert.Equal(("combobox", "search-list", "搜索单位、事项、文号"), (field.GetAttribute("role"), field.GetAttribute("aria-controls"), field.GetAttribute("placeholder")));
        Assert.Equal("listbox", field.ParentElement!.QuerySelector("#search-list")!.GetAttribute("role"));
        using var audit = await PageVisitor.In(Server, "audit-admin");
        Assert.Empty((await audit.Get("/home")).Document.QuerySelectorAll("#search"));
    }

    [Fact]
    public async Task A_unit_finds_its_own_and_is_led_to_its_own_pages()
    {
        var links = await Links("jiaoyu/liaison", "联络人报备");
        Assert.Contains("/fill/liaison", links);
        Assert.DoesNotContain(links, l => l.StartsWith("/board", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_office_finds_all_units_and_nothing_is_found_of_what_cannot_be_looked_for()
    {
        var links = await Links("office-director", "联络人报备");
        Assert.Contains("/board?unit=minzheng&duty=liaison", links);
        Assert.Empty(await Links("office-director", "   "));
    }

    private async Task<IReadOnlyList<string>> Links(string seat, string text)
    {
        using var visitor = await PageVisitor.In(Server, seat);
        var found = await Server.Service<Finding>()(await visitor.Asker(Server), text, TestContext.Current.CancellationToken);
        return [.. found.SelectMany(g => g.Hits).Select(h => h.Link)];
    }
}

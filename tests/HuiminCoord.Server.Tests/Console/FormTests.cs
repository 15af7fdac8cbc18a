using System.Net;
using AngleSharp.Html.Dom;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>Forms are taken only as this server gave them to this browser.</summary>
public sealed class FormTests(ServerFixture fixture)
{
    private const string Token = "__RequestVerificationToken";

    private TestServer Server => fixture.Server;

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_the_way_to_a_fresh_one()
    {
        using var visitor = PageVisitor.At(Server);
        var page = await visitor.Get("/sign-in?back=%2Fhome");
        var fields = PageVisitor.Fields((IHtmlFormElement)page.One("form.entry"), [(Token, null), ("Form.Login", "jiaoyu-liaison"), ("Form.Password", await Server.Seats.Phrase)]);
        Refused(await visitor.Post(page.Place, fields));
        Assert.Null(visitor.Session);
    }

    [Fact]
    public async Task A_token_that_another_browser_was_given_is_refused()
    {
        using var visitor = PageVisitor.At(Server);
        using var other = PageVisitor.At(Server);
        var foreign = (await other.Get("/sign-in")).Document.QuerySelector($"form.entry [name='{Token}']")!.GetAttribute("value");
        var page = await visitor.Submit(await visitor.Get("/sign-in"), "sign-in", (Token, foreign), ("Form.Login", "jiaoyu-liaison"), ("Form.Password", await Server.Seats.Phrase));
        Refused(page);
        Assert.Null(visitor.Session);
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused_even_with_a_good_token()
    {
        using var visitor = PageVisitor.At(Server);
        var page = await visitor.Get("/sign-in");
        var fields = PageVisitor.Fields((IHtmlFormElement)page.One("form.entry"), [("Form.Login", "jiaoyu-liaison"), ("Form.Password", await Server.Seats.Phrase)]);
        foreach (var origin in new[] { "https://elsewhere.example", "null", "http://127.0.0.1:1" })
        {
            var answer = await visitor.Post("/sign-in", fields, ("Origin", origin));
            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
            Assert.Contains("origin.not-local", answer.Text, StringComparison.Ordinal);
        }

        Assert.Equal("/home", (await visitor.Post("/sign-in", fields, ("Origin", Server.Url.GetLeftPart(UriPartial.Authority)))).Place);
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_refused_before_it_is_read()
    {
        using var visitor = PageVisitor.At(Server);
        var page = await visitor.Submit(await visitor.Get("/sign-in"), "sign-in", ("Form.Login", new string('x', 70_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("64KB", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_handler", "no-such-form")]
    [InlineData("_handler", null)]
    public async Task A_form_that_the_page_does_not_have_does_nothing(string field, string? value)
    {
        using var visitor = PageVisitor.At(Server);
        var page = await visitor.Submit(await visitor.Get("/sign-in"), "sign-in", (field, value), ("Form.Login", "jiaoyu-liaison"), ("Form.Password", await Server.Seats.Phrase));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Null(visitor.Session);
    }

    [Fact]
    public async Task What_is_typed_stays_where_something_is_wrong_and_the_fault_stands_at_its_field()
    {
        using var visitor = await PageVisitor.In(Server, "system-admin");
        var page = await visitor.Submit(await visitor.Get("/admin/accounts"), "issue", ("Person.Login", "A b"), ("Person.Name", "新人甲"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(("a b", "新人甲"), (page.Value("Person.Login")!.ToLowerInvariant(), page.Value("Person.Name")));
        Assert.Contains("3至32位", page.One(".f.er .em").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.One("[name='Person.Login']").GetAttribute("aria-invalid"));

        var nameless = await visitor.Submit(page, "issue", ("Person.Login", "xinren-jia"), ("Person.Name", "  "));
        Assert.Contains("姓名", nameless.One(".f.er .em").TextContent, StringComparison.Ordinal);
    }

    private static void Refused(Page page)
    {
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("页面已过期", page.One("h1").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", page.One(".acts a:not([href='/'])").GetAttribute("href"), StringComparison.Ordinal);
    }
}

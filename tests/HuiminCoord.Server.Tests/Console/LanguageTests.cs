using System.Net;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>Chinese first, English second: by the browser's wish, or by choice.</summary>
public sealed class LanguageTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Theory]
    [InlineData(null, "zh-CN", "登录")]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN", "登录")]
    [InlineData("en-GB,en;q=0.9", "en", "Sign in")]
    [InlineData("fr,en;q=0.5", "en", "Sign in")]
    [InlineData("mn", "zh-CN", "登录")]
    [InlineData("q=;;;", "zh-CN", "登录")]
    public async Task The_browsers_wish_is_followed(string? wish, string language, string title)
    {
        using var visitor = PageVisitor.At(Server);
        var page = await visitor.Get("/sign-in", wish is null ? [] : [("Accept-Language", wish)]);
        Assert.Equal((language, title), (page.Document.DocumentElement.GetAttribute("lang"), page.One("h1").TextContent));
    }

    [Fact]
    public async Task A_choice_outlasts_the_browsers_wish_and_leads_back_to_the_page()
    {
        using var visitor = PageVisitor.At(Server, "zh-CN");
        var english = await visitor.Submit(await visitor.Get("/sign-in?back=%2Fhome"), "language");
        Assert.Equal(("/sign-in?back=%2Fhome", "en"), (english.Place, english.Document.DocumentElement.GetAttribute("lang")));
        Assert.Equal("中文", english.One("form[action='/language'] button").TextContent);

        var refused = await visitor.Submit(english, "sign-in", ("Form.Login", "nobody"), ("Form.Password", "nothing-here"));
        Assert.Contains("sign", refused.One("[role=alert]").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("[\\u4e00-\\u9fff]", refused.One("[role=alert]").TextContent);
        var missing = await visitor.Get("/no-such-page");
        Assert.Equal((HttpStatusCode.NotFound, "en"), (missing.Status, missing.Document.DocumentElement.GetAttribute("lang")));
    }

    [Theory]
    [InlineData("fr", "/sign-in", "/sign-in")]
    [InlineData("en", "//elsewhere.example", "/sign-in")]
    public async Task Another_language_and_another_host_are_not_taken(string to, string back, string place)
    {
        using var visitor = PageVisitor.At(Server);
        var page = await visitor.Submit(await visitor.Get("/sign-in"), "language", ("Form.To", to), ("Form.Back", back));
        Assert.Equal((place, to == "en" ? "en" : "zh-CN"), (page.Place, page.Document.DocumentElement.GetAttribute("lang")));
    }
}

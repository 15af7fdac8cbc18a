using System.Net;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>What every answer tells browsers.</summary>
public sealed class HeaderTests(ServerFixture fixture)
{
    private const string Policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private TestServer Server => fixture.Server;

    [Theory]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/home", HttpStatusCode.SeeOther)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    [InlineData("/setup/spent", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/campaigns", HttpStatusCode.Unauthorized)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/openapi/v1.json", HttpStatusCode.OK)]
    public async Task Nothing_from_elsewhere_runs_frames_or_keeps_it(string path, HttpStatusCode status)
    {
        using var visitor = PageVisitor.At(Server, follows: false);
        var answer = await visitor.Get(path);
        Assert.Equal(status, answer.Status);
        Assert.Equal(Policy, answer.Headers["Content-Security-Policy"]);
        Assert.Equal(("nosniff", "DENY"), (answer.Headers["X-Content-Type-Options"], answer.Headers["X-Frame-Options"]));
        Assert.Equal(("same-origin", "same-origin"), (answer.Headers["Referrer-Policy"], answer.Headers["Cross-Origin-Opener-Policy"]));
        Assert.Contains("camera=()", answer.Headers["Permissions-Policy"], StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.False(answer.Headers.ContainsKey("Strict-Transport-Security"));
    }

    [Fact]
    public async Task The_reference_page_keeps_its_own_policy()
    {
        using var visitor = PageVisitor.At(Server);
        var answer = await visitor.Get("/reference");
        Assert.Contains("script-src 'self' 'unsafe-inline'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
    }

    [Fact]
    public async Task The_style_sheet_is_kept_for_good_under_its_own_address_only()
    {
        using var visitor = PageVisitor.At(Server);
        var href = (await visitor.Get("/sign-in")).One("link[rel=stylesheet]").GetAttribute("href")!;
        var sheet = await visitor.Get(href);
        Assert.Equal("text/css; charset=utf-8", sheet.Headers["Content-Type"]);
        Assert.Contains("immutable", sheet.Headers["Cache-Control"], StringComparison.Ordinal);
        var other = await visitor.Get("/assets/000000000000/console.css");
        Assert.Equal((HttpStatusCode.OK, "no-store"), (other.Status, other.Headers["Cache-Control"]));
    }

    /// <summary>The policy would block them, and a page would look wrong without anybody being told.</summary>
    [Theory]
    [InlineData(null, "/sign-in")]
    [InlineData(null, "/language")]
    [InlineData(null, "/activate")]
    [InlineData("office-director", "/roster")]
    [InlineData("office-director", "/roster/nominations")]
    [InlineData("office-director", "/roster/contacts")]
    [InlineData("office-director", "/plan/issue")]
    [InlineData("system-admin", "/admin/accounts")]
    [InlineData("security-admin", "/admin/seats")]
    [InlineData("security-admin", "/admin/sessions")]
    public async Task No_page_has_a_script_or_a_style_of_its_own(string? seat, string path)
    {
        using var visitor = seat is null ? PageVisitor.At(Server) : await PageVisitor.In(Server, seat);
        var page = await visitor.Get(path);
        Assert.Equal((HttpStatusCode.OK, path), (page.Status, page.Place));
        Assert.Empty(page.Document.QuerySelectorAll("script,style,[style],iframe,object,embed"));
        Assert.DoesNotContain(page.Document.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.Document.QuerySelectorAll("form[method=post]"), form => Assert.NotNull(form.QuerySelector("[name='__RequestVerificationToken']")));
    }

    /// <summary>Live pages need scripts: ours, the framework's and MudBlazor's, each from a file of this server.</summary>
    [Theory]
    [InlineData("office-director", "/home")]
    [InlineData("office-director", "/board")]
    [InlineData("jiaoyu/liaison", "/fill")]
    [InlineData("group", "/phases")]
    public async Task A_live_page_runs_only_files_of_this_server(string seat, string path)
    {
        using var visitor = await PageVisitor.In(Server, seat);
        var page = await visitor.Get(path);
        Assert.Equal((HttpStatusCode.OK, path), (page.Status, page.Place));
        Assert.Contains("default-src 'self'; base-uri 'self'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        var scripts = page.Document.QuerySelectorAll("script");
        Assert.Equal(3, scripts.Length);
        Assert.All(scripts, s => Assert.Equal(("", true), (s.TextContent, s.GetAttribute("src")?.StartsWith('/'))));
        Assert.Empty(page.Document.QuerySelectorAll("iframe,object,embed"));
        Assert.DoesNotContain(page.Document.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
    }
}

using System.Net;
using System.Reflection;
using HuiminCoord.Domain.Access;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>Who comes to see which page, by the one matrix; and what those see who do not.</summary>
public sealed class AccessTests(ServerFixture fixture)
{
    private static readonly string[] Seats =
    [
        "convenor", "office-director", "office-staff", "nongmu/leader", "nongmu/liaison", "nongmu/deputy", "scjg/section-shipin", "group",
        "system-admin", "security-admin", "audit-admin",
    ];

    private TestServer Server => fixture.Server;

    private static IReadOnlyList<(Type Type, string Path, string? Operation)> Pages { get; } =
    [
        .. typeof(App).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>().Select(route =>
            (type, route.Template.Replace("{Token}", "x", StringComparison.Ordinal).Replace("{Task}", "chi-1", StringComparison.Ordinal).Replace("{Meeting}", "plenary-20201204", StringComparison.Ordinal).Replace("{Duty}", "monthly-2020-09", StringComparison.Ordinal), type.GetCustomAttribute<AccessMark>()?.Operation))),
    ];

    [Fact]
    public void Every_page_stands_under_a_row_of_its_own_and_every_row_has_its_page()
    {
        Assert.True(Pages.Count >= 18, $"{Pages.Count}");
        Assert.Equal([], Pages.Where(p => p.Operation is null || !ShippedMatrix.Matrix.Knows(p.Operation)).Select(p => p.Type.Name));
        Assert.Equal(Pages.Count, Pages.Select(p => p.Operation).Distinct().Count());
        Assert.Equal(["page.auditExport", "page.contactTemplate", "page.file"], ShippedMatrix.Matrix.Operations.Where(o => o.StartsWith("page.", StringComparison.Ordinal)).Except(Pages.Select(p => p.Operation)));
    }

    [Fact]
    public async Task Each_seat_sees_what_the_matrix_gives_it_and_is_told_why_it_does_not_see_the_rest()
    {
        var wrong = new List<string>();
        foreach (var seat in Seats)
        {
            using var visitor = await PageVisitor.In(Server, seat);
            foreach (var (_, path, operation) in Pages.Where(p => !ShippedMatrix.Matrix.IsOpen(p.Operation!)))
            {
                var page = await visitor.Get(path);
                var allowed = ShippedMatrix.Matrix.Of(SeatAddress.Find(seat)!.Role, operation!) != Reach.None;
                var expected = allowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
                if (page.Status != expected || (!allowed && !page.Text.Contains("access.denied", StringComparison.Ordinal)))
                {
                    wrong.Add($"{seat} at {path}: {(int)page.Status}");
                }
            }
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task Nobody_sees_a_page_that_is_not_open_without_signing_in()
    {
        using var visitor = PageVisitor.At(Server, follows: false);
        foreach (var (_, path, _) in Pages.Where(p => !ShippedMatrix.Matrix.IsOpen(p.Operation!)))
        {
            var answer = await visitor.Get(path);
            Assert.True(answer.Status == HttpStatusCode.SeeOther && answer.Headers["Location"].StartsWith("/sign-in", StringComparison.Ordinal), $"{path}: {answer.Status}");
        }
    }

    [Fact]
    public async Task Whoever_is_not_let_in_reads_from_which_seat_and_where_to_go()
    {
        using var visitor = await PageVisitor.In(Server, "nongmu/liaison");
        var page = await visitor.Get("/admin/accounts");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("农牧局 · 联络人", page.Text, StringComparison.Ordinal);
        Assert.Equal(["/seats", "/"], page.Document.QuerySelectorAll(".acts a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_a_page_and_the_api_stays_a_program()
    {
        using var visitor = await PageVisitor.In(Server, "nongmu/liaison");
        var missing = await visitor.Get("/no-such-page");
        Assert.Equal((HttpStatusCode.NotFound, "没有这个地址"), (missing.Status, missing.One("h1").TextContent));

        var api = await visitor.Get("/api/v1/campaigns");
        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (api.Status, api.Headers["Content-Type"]));
        using var program = new HttpClient { BaseAddress = Server.Url };
        using var answer = await program.GetAsync(new Uri("/home", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("system-admin", "/admin/accounts")]
    [InlineData("security-admin", "/admin/seats")]
    [InlineData("audit-admin", "/audit")]
    [InlineData("office-director", "/home")]
    [InlineData("nongmu/liaison", "/home")]
    public async Task The_start_leads_to_where_a_seat_has_work(string seat, string place)
    {
        using var visitor = await PageVisitor.In(Server, seat);
        Assert.Equal(place, (await visitor.Get("/")).Place);
    }

    [Fact]
    public async Task The_navigation_shows_what_the_seat_reaches_and_nothing_else()
    {
        using var visitor = await PageVisitor.In(Server, "nongmu/liaison");
        using var office = await PageVisitor.In(Server, "office-staff");
        Assert.Equal(["/home", "/messages", "/schedule", "/fill", "/bulletins", "/tasks", "/meetings", "/decisions", "/unit", "/plan/receipt"], Links(await visitor.Get("/home")));
        Assert.Equal(
            ["/home", "/messages", "/schedule", "/board", "/review", "/district", "/bulletins", "/tasks", "/phases", "/supervision", "/meetings", "/decisions", "/roster", "/roster/nominations", "/roster/contacts", "/plan", "/calendar"],
            Links(await office.Get("/home")));
    }

    [Theory]
    [InlineData("/setup/spent")]
    [InlineData("/activate/spent")]
    [InlineData("/join/spent")]
    [InlineData("/activate/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_link_that_opens_nothing_says_so_and_no_more(string path)
    {
        using var visitor = PageVisitor.At(Server);
        var page = await visitor.Get(path);
        Assert.Equal((HttpStatusCode.NotFound, "链接不可用"), (page.Status, page.One("h1").TextContent));
    }

    private static IEnumerable<string?> Links(Page page) => page.Document.QuerySelectorAll("nav.nav a").Select(a => a.GetAttribute("href"));
}

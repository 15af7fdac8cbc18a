using System.Net;
using HuiminCoord.Server.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>Text that wants to be more than text, through every field: it is shown as it was typed, and does nothing.</summary>
public sealed class HostileTextTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task At_the_entry()
    {
        using var visitor = PageVisitor.At(_server);
        foreach (var text in HostileTexts.All)
        {
            Shows(await visitor.Submit(await visitor.Get("/sign-in"), "sign-in", ("Form.Login", text), ("Form.Password", text), ("Form.Code", text[..Math.Min(10, text.Length)])), text, "Form.Login");
            Shows(await visitor.Submit(await visitor.Get("/activate"), "slip-code", ("Form.Code", $"{text}/{text}")), $"{text}/{text}", "Form.Code");
            Harmless(await visitor.Get($"/sign-in?back={Uri.EscapeDataString("/" + text)}"));
            Harmless(await visitor.Get($"/{Uri.EscapeDataString(text)}?q={Uri.EscapeDataString(text)}"));
            Harmless(await visitor.Get($"/activate/{Uri.EscapeDataString(text)}"));
            Harmless(await visitor.Submit(await visitor.Get("/sign-in"), "language", ("Form.To", text), ("Form.Back", "/" + text)));
        }
    }

    [Fact]
    public async Task At_the_first_set_up()
    {
        await using var empty = await TestServer.Start(begin: false, demo: false);
        using var visitor = PageVisitor.At(empty);
        await using var scope = empty.Service<IServiceScopeFactory>().CreateAsyncScope();
        var token = await scope.ServiceProvider.GetRequiredService<SettingUp>().Offer(TestContext.Current.CancellationToken);
        foreach (var text in HostileTexts.All)
        {
            Shows(await visitor.Submit(await visitor.Get($"/setup/{token}"), "set-up", ("Form.Login", text), ("Form.Name", text)), text, "Form.Name");
        }

        var page = await visitor.Submit(await visitor.Get($"/setup/{token}"), "set-up", ("Form.Login", "first-admin"), ("Form.Name", HostileTexts.All[0]));
        Shows(page, HostileTexts.All[0]);
        Shows(await visitor.Submit(page, "activate", ("Form.Password", HostileTexts.All[1]), ("Form.Again", HostileTexts.All[2]), ("Form.Code", "<b>1")), HostileTexts.All[0]);
    }

    [Fact]
    public async Task In_administration()
    {
        using var system = await PageVisitor.In(_server, "system-admin");
        using var security = await PageVisitor.In(_server, "security-admin");
        foreach (var (text, i) in HostileTexts.All.Select((t, i) => (t, i)))
        {
            Shows(await system.Submit(await system.Get("/admin/accounts"), "issue", ("Person.Login", text), ("Person.Name", text)), text, "Person.Name");
            Shows(await system.Submit(await system.Get("/admin/accounts"), "issue", ("Person.Login", $"hostile-{i}"), ("Person.Name", text)), text);
            Shows(await system.Get($"/admin/accounts?q={Uri.EscapeDataString(text)}"), text, "q");
            Harmless(await system.Submit(await system.Get("/admin/accounts"), "act", ("Act.Close", text)));
            Harmless(await security.Submit(await security.Get("/admin/seats"), "give", ("Form.Login", text), ("Form.Seat", text), ("Form.From", text)));
            Shows(await security.Submit(await security.Get("/admin/seats"), "give", ("Form.Login", text), ("Form.Seat", "group")), text, "Form.Login");
            Harmless(await security.Submit(await security.Get("/admin/seats"), "act", ("End", text)));
            Harmless(await security.Submit(await security.Get("/admin/sessions"), "act", ("End", text)));
            Shows(await security.Get($"/admin/sessions?login={Uri.EscapeDataString(text)}"), text, "login");
        }

        await _server.Service<SessionBook>().Open(SessionKind.Console, (await Who(security)).Account, (await Who(security)).Appointment, HostileTexts.All[1]);
        Shows(await security.Get("/admin/sessions?login=security-admin"), HostileTexts.All[1]);
    }

    [Fact]
    public async Task Where_units_name_their_people_and_the_office_confirms()
    {
        using var office = await PageVisitor.In(_server, "office-director");
        foreach (var (text, i) in HostileTexts.All.Select((t, i) => (t, i)))
        {
            var unit = TestServer.Plan.Units[i].Id.Value;
            var made = await office.Submit(await office.Get("/roster"), "links", ("Units", unit));
            using var visitor = PageVisitor.At(_server);
            var join = await visitor.Get(new Uri(made.One(".slip .url").TextContent).PathAndQuery);
            Shows(await visitor.Submit(join, "join", ("Form.Liaison.Name", text), ("Form.Liaison.Email", text)), text, "Form.Liaison.Name");
            var named = await visitor.Submit(join, "join", ("Form.Liaison.Name", text), ("Form.Liaison.Title", text), ("Form.Liaison.Phone", text));
            if (named.Status == HttpStatusCode.OK)
            {
                Shows(named, text);
                Shows(await office.Get("/roster/nominations"), text);
            }

            Harmless(named);
            await Decide(office, text);
        }
    }

    private async Task Decide(PageVisitor office, string text)
    {
        await _server.Drain();
        var waiting = await office.Get("/roster/nominations");
        if (waiting.Document.QuerySelector("[name='Nominations']")?.GetAttribute("value") is not { } nomination)
        {
            return;
        }

        Shows(await office.Submit(waiting, "confirm", ($"Login.{nomination}", text)), text);
        Shows(await office.Submit(waiting, "refuse", ("Refuse", nomination), ($"Reason.{nomination}", text)), text);
        Harmless(await office.Submit(await office.Get("/roster/contacts"), "enter", ("Contact.Unit", text), ("Contact.Seat", text), ("Contact.Person.Name", text)));
        Shows(await office.Submit(await office.Get("/roster/contacts"), "enter", ("Contact.Unit", "jiaoyu"), ("Contact.Seat", "deputy"), ("Contact.Person.Name", text), ("Contact.Person.Email", text)), text, "Contact.Person.Name");
        Harmless(await office.Submit(await office.Get("/roster"), "act", ("Link", text)));
    }

    private async Task<Asker> Who(PageVisitor visitor) => (await _server.Service<SessionBook>().Find(visitor.Session!.Value, SessionKind.Console, TestContext.Current.CancellationToken))!;

    /// <summary>The text stands on the page, or in a field, letter by letter.</summary>
    private static void Shows(Page page, string text, string? field = null)
    {
        Harmless(page);
        Assert.True(field is null ? page.Text.Contains(text, StringComparison.Ordinal) : page.Value(field) == text, $"{page.Place} {(int)page.Status} does not show {text}: {(field is null ? page.Text : page.Value(field))}");
    }

    private static void Harmless(Page page)
    {
        Assert.True((int)page.Status < 500, $"{page.Place}: {(int)page.Status} {page.Text}");
        Assert.Empty(page.Document.QuerySelectorAll("script,img,iframe,object,embed,style,base,textarea,b > *,title > *,a[href^='javascript' i]"));
        Assert.DoesNotContain(page.Document.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.All(page.Document.QuerySelectorAll("a[href],form[action]"), e => Assert.Matches("^(/(?![/\\\\])|otpauth:|\\?|#main$)", e.GetAttribute("href") ?? e.GetAttribute("action")!));
    }
}

using System.Net;
using HuiminCoord.Server.Tests.Onboarding;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>The office's pages: links for units, what units say, contact lists, issuing the plan.</summary>
public sealed class RosterTests : IAsyncLifetime
{
    private TestServer _server = null!;

    private PageVisitor _office = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start();
        _office = await PageVisitor.In(_server, "office-director");
    }

    public async ValueTask DisposeAsync()
    {
        _office.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Links_are_made_for_chosen_units_or_for_all_and_never_by_mistake()
    {
        var page = await _office.Get("/roster");
        Assert.Equal(11, page.Document.QuerySelectorAll("tbody tr").Length);
        var none = await _office.Submit(page, "links");
        Assert.Empty(none.Document.QuerySelectorAll(".slip"));
        Assert.Contains("请先勾选单位", none.One("[role=alert]").TextContent, StringComparison.Ordinal);

        var one = await _office.Submit(page, "links", ("Units", "jiaoyu"));
        Assert.Contains("教育局", one.One(".slip dl").TextContent, StringComparison.Ordinal);
        var all = await _office.Submit(page, "links", ("All", "true"));
        Assert.Equal(11, all.Document.QuerySelectorAll(".slip").Length);
        Assert.Equal(11, all.Document.QuerySelectorAll(".slip .url").Select(u => u.TextContent).Distinct().Count());

        using var unit = PageVisitor.At(_server);
        Assert.Equal(HttpStatusCode.NotFound, (await unit.Get(Path(one))).Status);
        Assert.Equal(HttpStatusCode.OK, (await unit.Get(Path(all))).Status);
        var unknown = await _office.Submit(page, "links", ("Units", "tiyu"));
        Assert.Contains("没有编号为“tiyu”", unknown.One("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_link_opens_nothing_any_more()
    {
        var made = await _office.Submit(await _office.Get("/roster"), "links", ("Units", "minzheng"));
        using var unit = PageVisitor.At(_server);
        Assert.Equal(HttpStatusCode.OK, (await unit.Get(Path(made))).Status);
        var withdrawn = await _office.Submit(made, "act", ("Link", made.One("button[name=Link]").GetAttribute("value")));
        Assert.Contains("已撤回民政局的报备链接", withdrawn.One("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await unit.Get(Path(made))).Status);
        Assert.Contains("已撤回", withdrawn.One("tr:has([value=minzheng])").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_unit_types_wrongly_is_said_at_its_field_and_its_link_stays_good()
    {
        var made = await _office.Submit(await _office.Get("/roster"), "links", ("Units", "nongmu"));
        using var unit = PageVisitor.At(_server);
        var join = await unit.Get(Path(made));
        Assert.Contains("农牧局：请报备联络人", join.One("h1").TextContent, StringComparison.Ordinal);
        var nobody = await unit.Submit(join, "join", ("Form.Deputy.Name", "联络人乙"));
        Assert.Contains("联络人", nobody.One("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("联络人乙", nobody.Value("Form.Deputy.Name"));
        var mail = await unit.Submit(join, "join", ("Form.Liaison.Name", "联络人甲"), ("Form.Deputy.Name", "联络人乙"), ("Form.Deputy.Email", "no-mail"));
        Assert.Equal("Form-Deputy-Email", mail.One(".f.er input").Id);
        var nameless = await unit.Submit(join, "join", ("Form.Liaison.Phone", "0471-0000000"));
        Assert.Equal("Form-Liaison-Name", nameless.One(".f.er input").Id);
        var same = await unit.Submit(join, "join", ("Form.Liaison.Name", "联络人甲"), ("Form.Deputy.Name", "联络人甲"));
        Assert.Contains("不能由同一人担任", same.One("[role=alert]").TextContent, StringComparison.Ordinal);

        var named = await unit.Submit(join, "join", ("Form.Liaison.Name", "联络人甲"));
        Assert.Contains("已收到报备", named.One("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal("链接不可用", (await unit.Submit(join, "join", ("Form.Liaison.Name", "联络人丙"))).One("h1").TextContent);
    }

    [Fact]
    public async Task The_office_confirms_some_refuses_others_with_a_reason_and_prints_slips()
    {
        await Name("weijian", "联络人甲", "联络人乙");
        var page = await _office.Get("/roster/nominations");
        var ids = page.Document.QuerySelectorAll("[name=Nominations]").Select(n => n.GetAttribute("value")!).ToList();
        Assert.Equal(2, ids.Count);
        var taken = await _office.Submit(page, "confirm", ("Nominations", ids[0]), ($"Login.{ids[0]}", "jiaoyu-liaison"));
        Assert.Contains("已有人使用", taken.One(".rows .em").TextContent, StringComparison.Ordinal);
        Assert.Empty(taken.Document.QuerySelectorAll(".slip"));
        Assert.Equal("jiaoyu-liaison", taken.Value($"Login.{ids[0]}"));

        var confirmed = await _office.Submit(taken, "confirm", ("Nominations", ids[0]), ($"Login.{ids[0]}", "Weijian.Jia"));
        Assert.Contains("weijian.jia", confirmed.One(".slip").TextContent, StringComparison.Ordinal);
        using var person = PageVisitor.At(_server);
        Assert.Contains("weijian.jia", (await person.Get(Path(confirmed))).Text, StringComparison.Ordinal);

        var reasonless = await _office.Submit(confirmed, "refuse", ("Refuse", ids[1]));
        Assert.Contains("请说明原因", reasonless.One("[role=alert]").TextContent, StringComparison.Ordinal);
        var refused = await _office.Submit(confirmed, "refuse", ("Refuse", ids[1]), ($"Reason.{ids[1]}", "该同志已调离"));
        Assert.Contains("不予确认：卫健委 · 联络人乙", refused.One("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("该同志已调离", (await _office.Get("/roster/nominations")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_list_is_answered_row_by_row()
    {
        var list = Sheets.Of(Sheets.Headings, ["公安分局", "联络人", "联络人甲", "科长", "0471-1", ""], ["体育局", "联络人", "联络人乙", "", "", ""], ["住建局", "司机", "联络人丙", "", "", ""]);
        var page = await _office.Upload(await _office.Get("/roster/contacts"), "upload", "File", list, "名单.xlsx");
        Assert.Contains("已录入1行，未录入2行", page.Document.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var rows = page.Document.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Contains("已录入，待确认", rows[0], StringComparison.Ordinal);
        Assert.Contains("体育局", rows[1], StringComparison.Ordinal);
        Assert.Contains("联络人甲", (await _office.Get("/roster/nominations")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1024 * 1024)]
    public async Task A_file_that_is_no_such_list_is_refused_at_its_field(int size)
    {
        var page = await _office.Upload(await _office.Get("/roster/contacts"), "upload", "File", new byte[size], "x.xlsx");
        Assert.InRange((int)page.Status, 400, 499);
        Assert.NotEqual("", page.One(".f.er .em").TextContent);
    }

    [Fact]
    public async Task A_file_beyond_the_bound_is_refused_before_it_is_read()
    {
        var page = await _office.Upload(await _office.Get("/roster/contacts"), "upload", "File", new byte[3 * 1024 * 1024], "x.xlsx");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
    }

    [Fact]
    public async Task One_person_is_entered_by_hand_and_an_empty_list_is_there_to_be_filled_in()
    {
        var page = await _office.Submit(await _office.Get("/roster/contacts"), "enter", ("Contact.Unit", "zhujian"), ("Contact.Seat", "liaison"), ("Contact.Person.Name", "联络人丁"));
        Assert.Contains("已录入 联络人丁", page.One("[role=status]").TextContent, StringComparison.Ordinal);
        var wrong = await _office.Submit(await _office.Get("/roster/contacts"), "enter", ("Contact.Unit", "zhujian"), ("Contact.Seat", "liaison"), ("Contact.Person.Name", "联络人戊"), ("Contact.Person.Email", "x"));
        Assert.Equal(("Contact-Person-Email", "zhujian"), (wrong.One(".f.er input").Id, ((AngleSharp.Html.Dom.IHtmlSelectElement)wrong.One("[name='Contact.Unit']")).Value));

        var template = await _office.Get("/roster/contacts/template");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", template.Headers["Content-Type"]);
        Assert.StartsWith("attachment", template.Headers["Content-Disposition"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_plan_is_issued_the_office_is_led_to_issuing_it()
    {
        await using var server = await TestServer.Start(begin: false);
        await server.Service<Grains.Plans.PlanShelf>().Put(TestServer.Plan, TestServer.PlanJson, DateTimeOffset.UnixEpoch);
        using var office = await PageVisitor.In(server, "office-director");
        Assert.Equal("/plan", (await office.Get("/roster")).One(".empty a").GetAttribute("href"));
        Assert.Equal("/plan", (await office.Get("/roster/contacts")).One(".empty a").GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, (await office.Get("/roster/nominations")).Status);

        Assert.Equal("/plan/issue", (await office.Get("/plan")).One(".head a.pri").GetAttribute("href"));
        var plan = await office.Get("/plan/issue");
        Assert.Contains("印发给11个单位", plan.One("button.pri").TextContent, StringComparison.Ordinal);
        var other = await office.Submit(plan, "issue", ("Seen", "2"));
        Assert.True((int)other.Status is >= 400 and < 500, $"{other.Status}");
        var issued = await office.Submit(plan, "issue");
        Assert.Contains("已印发方案第1版", issued.One("[role=status]").TextContent, StringComparison.Ordinal);
        await server.Drain();
        Assert.Equal(11, (await office.Get("/roster")).Document.QuerySelectorAll("tbody tr").Length);
        Assert.Empty((await office.Get("/plan/issue")).Document.QuerySelectorAll("button.pri"));
        Assert.Empty((await office.Get("/plan")).Document.QuerySelectorAll(".pri"));
    }

    private async Task Name(string unit, string liaison, string deputy)
    {
        var made = await _office.Submit(await _office.Get("/roster"), "links", ("Units", unit));
        using var visitor = PageVisitor.At(_server);
        var done = await visitor.Submit(await visitor.Get(Path(made)), "join", ("Form.Liaison.Name", liaison), ("Form.Deputy.Name", deputy));
        Assert.Equal(HttpStatusCode.OK, done.Status);
        await _server.Drain();
    }

    private static string Path(Page page) => new Uri(page.Document.QuerySelector(".slip .url")!.TextContent).PathAndQuery;
}

using System.Text.Json.Nodes;
using HuiminCoord.Server.Tests.Documents;

namespace HuiminCoord.Server.Tests.Api;

/// <summary>A server whose plan has forms.</summary>
public sealed class FormsFixture : IAsyncLifetime
{
    internal TestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await TestServer.Start(forms: true);

    public async ValueTask DisposeAsync() => await Server.DisposeAsync();
}

/// <summary>Reports with forms, from the first key to the correction of what was accepted.</summary>
public sealed class ReportTests(FormsFixture fixture) : IClassFixture<FormsFixture>
{
    private static readonly string[] Texts = ["work", "cases", "problems"];

    private TestServer Server => fixture.Server;

    [Fact]
    public async Task What_has_a_form_is_not_handed_in_without_it()
    {
        var (status, problem) = await Server.Post($"{TestServer.Path}/units/weijian/obligations/monthly-2020-09/submit", new { });
        Assert.Equal((409, "submit.form-needed"), (status, (string)problem["code"]!));
    }

    [Fact]
    public async Task Filled_in_proposed_approved_it_is_with_the_office_and_accepted()
    {
        const string unit = "jiaoyu";
        await FillTable(unit, "3");
        var view = await Report(unit);
        Assert.Equal(("filling", 0), ((string)view["stage"]!, Errors(view)));
        Assert.Equal(("2020-09-01", "2020-09-25"), ((string)view["period"]!["from"]!, (string)view["period"]!["to"]!));
        var field = view["fields"]!.AsArray().First(f => (string)f!["field"]! == "chi-shipin/officers")!;
        Assert.Equal(("3", "liaison"), ((string)field["typed"]!, (string)field["by"]!));

        await Server.Do($"{Address(unit)}/propose", new { });
        Assert.Equal("waiting", (string)(await Report(unit))["stage"]!);
        await Refused(unit, "fields", new { fields = new[] { new { field = "phone", typed = "1" } } }, "report.waits");
        var answer = await Server.Do($"{Address(unit)}/approve", new { version = 1 });
        var owed = await Owed(unit, answer);
        Assert.Equal(("submitted", true), ((string)owed["stage"]!, (bool)owed["reported"]!));
        await Server.Do($"{Owing(unit)}/accept", new { });
        Assert.Equal("accepted", (string)(await Owed(unit, null))["stage"]!);
        var version = (await Server.Get($"{Address(unit)}/versions/1"))["item"]!;
        Assert.Equal("3", (string)version["fields"]!["chuan-fanghu/officers"]!);
    }

    [Fact]
    public async Task Errors_are_named_by_cell_and_nothing_is_proposed()
    {
        const string unit = "gongan";
        await FillTable(unit, "2");
        await Save(unit, ("wangluo/closed", "9"), ("wangluo/samples", ""), ("chuan-fuzhuang/filed", "１，０"));
        var problems = (await Report(unit))["problems"]!.AsArray();
        Assert.Contains(problems, p => (string?)p!["field"] == "wangluo/closed" && (string)p["code"]! == "sheet.exceeds");
        Assert.Contains(problems, p => (string?)p!["field"] == "wangluo/samples" && (string)p["code"]! == "sheet.missing");
        Assert.Contains(problems, p => (string?)p!["field"] == "chuan-fuzhuang/filed" && (string)p["code"]! == "figure.not-a-number");
        await Refused(unit, "propose", new { }, "report.has-errors");
        Assert.Equal("filling", (string)(await Report(unit))["stage"]!);
        await Save(unit, ("chuan-fuzhuang/filed", "２"));
        await Refused(unit, "propose", new { }, "report.has-errors");
        await Save(unit, ("wangluo/closed", "2"), ("wangluo/samples", "2"));
        await Server.Do($"{Address(unit)}/propose", new { });
    }

    [Fact]
    public async Task Whoever_fills_in_is_not_who_approves_and_only_the_leader_does()
    {
        const string unit = "weijian";
        await FillTable(unit, "1");
        await Server.Do($"{Address(unit)}/propose", new { });
        var (status, problem) = await As($"{unit}/deputy", $"{Address(unit)}/approve", new { version = 1 });
        Assert.Equal((403, "report.leader-approves"), (status, (string)problem["code"]!));
        (status, problem) = await As($"{unit}/liaison", $"{Address(unit)}/approve", new { version = 1 });
        Assert.Equal((409, "report.same-person"), (status, (string)problem["code"]!));
        await Refused(unit, "approve", new { version = 2 }, "report.other-version");
        await Server.Do($"{Address(unit)}/send-back", new { remarks = new[] { new { place = "穿-防护用品，检查经营主体", text = "与台账不符", cell = "chuan-fanghu/subjects" } } });
        var view = await Report(unit);
        Assert.Equal(("filling", "chuan-fanghu/subjects"), ((string)view["stage"]!, (string)view["remarks"]![0]!["cell"]!));
        await Refused(unit, "approve", new { version = 1 }, "report.not-waiting");
    }

    [Fact]
    public async Task Two_people_type_into_one_sheet_and_neither_overwrites_the_other()
    {
        const string unit = "zhujian";
        await Save(unit, ("zhu-dianti/officers", "4"));
        var seen = (await Report(unit))["fields"]!.AsArray().Single(f => (string)f!["field"]! == "zhu-dianti/officers")!;
        var (_, deputy) = await As($"{unit}/deputy", $"{Address(unit)}/fields", new { fields = new object[] { new { field = "zhu-dianti/officers", typed = "5", seen = (long)seen["revision"]! }, new { field = "zhu-dianti/subjects", typed = "2" } } });
        Assert.Empty(deputy["conflicts"]!.AsArray());
        var (_, liaison) = await As($"{unit}/liaison", $"{Address(unit)}/fields", new { fields = new[] { new { field = "zhu-dianti/officers", typed = "6", seen = (long)seen["revision"]! }, new { field = "zhu-jiancai/officers", typed = "7", seen = 0L } } });
        var theirs = Assert.Single(liaison["conflicts"]!.AsArray())!;
        Assert.Equal(("zhu-dianti/officers", "5", "deputy"), ((string)theirs["field"]!, (string)theirs["typed"]!, (string)theirs["by"]!));
        Assert.Equal("zhu-jiancai/officers", (string)Assert.Single(liaison["saved"]!.AsArray())!["field"]!);
    }

    [Fact]
    public async Task A_field_that_the_unit_cannot_have_or_that_is_too_long_is_refused_and_nothing_is_saved()
    {
        const string unit = "minzheng";
        await Refused(unit, "fields", new { fields = new[] { new { field = "chi-shipin/officers", typed = "1" }, new { field = "chi-shipin/filed", typed = "1" } } }, "report.field-unknown");
        await Refused(unit, "fields", new { fields = new[] { new { field = "zhu-dianti/officers", typed = "1" } } }, "report.field-unknown");
        await Refused(unit, "fields", new { fields = new[] { new { field = "chi-shipin/officers", typed = new string('1', 41) } } }, "text.too-long");
        Assert.Empty((await Report(unit))["fields"]!.AsArray());
    }

    [Fact]
    public async Task A_withdrawn_version_counts_no_more_and_the_next_one_does()
    {
        const string unit = "wenlv";
        await FillTable(unit, "2");
        await HandIn(unit, 1);
        await Server.Do($"{Owing(unit)}/withdraw", new { parts = new[] { "table" } });
        var view = await Report(unit);
        Assert.Equal(["table"], view["versions"]![0]!["withdrawn"]!.AsArray().Select(p => (string)p!));
        await Save(unit, ("xing-jingqu/officers", "20"));
        await HandIn(unit, 2);
        view = await Report(unit);
        Assert.Equal((2, 0), ((int)view["versions"]![0]!["number"]!, view["versions"]![0]!["withdrawn"]!.AsArray().Count));
        Assert.Equal(["table"], view["versions"]![0]!["parts"]!.AsArray().Select(p => (string)p!));
        await Refused(unit, "propose", new { }, "report.nothing-asked");
    }

    [Fact]
    public async Task A_nil_report_needs_no_figures_and_says_so()
    {
        const string unit = "chengguan";
        await Save(unit, ("nil", "1"));
        Assert.Equal(0, Errors(await Report(unit)));
        await HandIn(unit, 1);
        Assert.True((bool)(await Report(unit))["versions"]![0]!["nil"]!);
    }

    [Fact]
    public async Task Paper_is_entered_by_the_office_on_a_sheet_of_its_own_and_judged_by_its_receipt()
    {
        const string unit = "nongmu";
        await Save(unit, ("phone", "0471-0000000"));
        var fields = TableFields(await Report(unit), "1");
        var (status, saved) = await As("office-director", $"{Address(unit)}/fields", new { fields });
        Assert.True(status == 200, saved.ToJsonString());
        await Refused(unit, "enter", new { receivedAt = "2020-09-18T10:00:00+08:00" }, "submit.received-out-of-range");
        await Refused(unit, "enter", new { receivedAt = "2020-09-17T08:00:00+08:00" }, "submit.received-out-of-range");
        Assert.Equal(("open", "submit.received-out-of-range"), ((string)(await Owed(unit, null))["stage"]!, (string)(await Report(unit))["refusal"]!));
        await Server.Do($"{Address(unit)}/enter", new { receivedAt = "2020-09-17T08:30:00+08:00" });
        Assert.Equal(("submitted", true), ((string)(await Owed(unit, null))["stage"]!, (bool)(await Report(unit))["versions"]![0]!["onBehalf"]!));
    }

    /// <summary>
    /// The paper says 1 and came at half past eight; the liaison has typed 5 since. What was handed over is what everybody sees and corrects from,
    /// and what is accepted is what was looked at.
    /// </summary>
    [Fact]
    public async Task What_a_unit_typed_before_its_paper_was_entered_does_not_stand_over_the_paper_and_only_what_was_seen_is_accepted()
    {
        const string unit = "gongxin";
        await FillTable(unit, "5");
        await Server.Do($"{Address(unit)}/propose", new { });
        var (status, saved) = await As("office-director", $"{Address(unit)}/fields", new { fields = TableFields(await Report(unit), "1") });
        Assert.True(status == 200, saved.ToJsonString());
        await Server.Do($"{Address(unit)}/enter", new { receivedAt = "2020-09-17T08:30:00+08:00", parts = new[] { "table" } });
        Assert.All(Cells(await Report(unit)), typed => Assert.Equal("1", typed));

        await Server.Do($"{Owing(unit)}/return", new { part = "table", remarks = new[] { new { place = "统计表", text = "请核实" } } });
        Assert.All(Cells(await Report(unit)), typed => Assert.Equal("1", typed));
        Assert.Equal("本期按方案推进。", (string)(await Report(unit))["fields"]!.AsArray().Single(f => (string)f!["field"]! == "text/work")!["typed"]!);

        await FillTable(unit, "6");
        await HandIn(unit, 3);
        (status, var problem) = await As("office-director", $"{Owing(unit)}/accept", new { version = 2 });
        Assert.Equal((409, "report.other-version"), (status, (string)problem["code"]!));
        await Server.Do($"{Owing(unit)}/accept", new { version = 3 });
        Assert.Equal("accepted", (string)(await Owed(unit, null))["stage"]!);
    }

    [Fact]
    public async Task The_paper_that_is_sealed_is_a_draft_until_it_is_handed_in()
    {
        const string unit = "zhujian";
        using var draft = new PaperReader(await Server.Http.GetByteArrayAsync(new Uri($"{Address(unit)}/paper", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Contains(draft.Lines, line => line.Contains("送审稿", StringComparison.Ordinal));
        Assert.Contains(draft.Lines, line => line.EndsWith("2020年9月小结", StringComparison.Ordinal));
        Assert.Empty(draft.Faults);
    }

    [Fact]
    public async Task An_accepted_report_opens_with_a_reason_and_a_second_person_and_its_correction_counts_from_its_acceptance()
    {
        const string unit = "scjg";
        await FillTable(unit, "5");
        await HandIn(unit, 1);
        await Refused(unit, "ask-reopening", new { reason = "有误" }, "report.not-accepted");
        await Server.Do($"{Owing(unit)}/accept", new { });
        await Server.Do($"{Address(unit)}/ask-reopening", new { reason = "立案数与台账不一致" });
        var (status, problem) = await As("office-director", $"{Address(unit)}/decide-reopening", new { agreed = true });
        Assert.Equal((409, "report.second-person"), (status, (string)problem["code"]!));
        await Server.Do($"{Address(unit)}/decide-reopening", new { agreed = true });
        await Save(unit, ("zhu-dianti/filed", "8"));
        await HandIn(unit, 2);
        var view = await Report(unit);
        Assert.Equal(("correction", 1), ((string)view["stage"]!, (int)view["versions"]![0]!["number"]!));
        await Refused(unit, "accept-correction", new { version = 1 }, "report.other-version");
        await Server.Do($"{Address(unit)}/accept-correction", new { version = 2 });
        view = await Report(unit);
        Assert.Equal(("handed", 2, "立案数与台账不一致"), ((string)view["stage"]!, (int)view["versions"]![0]!["number"]!, (string)view["versions"]![0]!["reason"]!));
        Assert.Equal(("accepted", true), ((string)(await Owed(unit, null))["stage"]!, (bool)(await Owed(unit, null))["onTime"]!));
    }

    [Fact]
    public async Task Another_unit_s_report_is_absent()
    {
        var (status, problem) = await As("jiaoyu/liaison", $"{Address("minzheng")}/propose", new { });
        Assert.Equal(404, status);
        Assert.Equal("unit.unknown", (string)problem["code"]!);
    }

    private static string Address(string unit) => $"{TestServer.Path}/units/{unit}/reports/monthly-2020-09";

    private static string Owing(string unit) => $"{TestServer.Path}/units/{unit}/obligations/monthly-2020-09";

    private static int Errors(JsonNode view) => view["problems"]!.AsArray().Count(p => (bool)p!["isError"]!);

    private async Task<JsonNode> Report(string unit)
    {
        using var client = Server.Seats.Client(Server.Url, $"{unit}/liaison");
        return JsonNode.Parse(await client.GetStringAsync(new Uri(Address(unit), UriKind.Relative)))!["item"]!;
    }

    private async Task<JsonNode> Owed(string unit, JsonNode? after) => (after is null ? await Server.Get(Owing(unit)) : await Server.GetAfter(Owing(unit), after))["item"]!["obligation"]!;

    private async Task FillTable(string unit, string figure) => await Post(unit, TableFields(await Report(unit), figure));

    private static object[] TableFields(JsonNode view, string figure) =>
    [
        .. from section in view["form"]!["sections"]!.AsArray()
           from column in view["form"]!["columns"]!.AsArray()
           where (bool)column!["applies"]!
           select new { field = $"{section!["id"]}/{column["code"]}", typed = figure },
        .. Texts.Select(t => new { field = $"text/{t}", typed = "本期按方案推进。" }),
    ];

    private Task Save(string unit, params (string Field, string Typed)[] fields) => Post(unit, [.. fields.Select(f => new { field = f.Field, typed = f.Typed })]);

    private async Task Post(string unit, object[] fields)
    {
        var (status, answer) = await Server.Post($"{Address(unit)}/fields", new { fields });
        Assert.True(status == 200, answer.ToJsonString());
        Assert.Empty(answer["conflicts"]!.AsArray());
    }

    private async Task HandIn(string unit, int version)
    {
        await Server.Do($"{Address(unit)}/propose", new { });
        await Server.Do($"{Address(unit)}/approve", new { version });
    }

    private static IEnumerable<string> Cells(JsonNode report) =>
        report["fields"]!.AsArray().Where(f => ((string)f!["field"]!).Contains('/', StringComparison.Ordinal) && !((string)f["field"]!).StartsWith("text/", StringComparison.Ordinal)).Select(f => (string)f!["typed"]!);

    private async Task Refused(string unit, string act, object body, string code)
    {
        var (_, problem) = await Server.Post($"{Address(unit)}/{act}", body);
        Assert.Equal(code, (string)problem["code"]!);
    }

    private async Task<(int Status, JsonNode Body)> As(string seat, string path, object body)
    {
        using var client = Server.Seats.Client(Server.Url, seat);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = System.Net.Http.Json.JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using var answer = await client.SendAsync(request);
        await Server.Drain();
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}

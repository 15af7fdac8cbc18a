using System.Text.Json.Nodes;

namespace HuiminCoord.Server.Tests.Api;

/// <summary>Handing in, review and dates, from door to register.</summary>
public sealed class ObligationTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Fact]
    public async Task A_monthly_report_goes_from_open_over_returned_to_accepted()
    {
        const string duty = $"{TestServer.Path}/units/wenlv/obligations/monthly-2020-09";
        Assert.Equal("open", (string)(await One(duty, null))["stage"]!);
        var submitted = await Server.Do(duty + "/submit", new { parts = new[] { "summary", "table" }, note = "已核对" });
        var row = await One(duty, submitted);
        Assert.Equal(("submitted", "已报送（待审核）", true, true), ((string)row["stage"]!, (string)row["stageWords"]!, (bool)row["reported"]!, (bool)row["onTime"]!));
        var returned = await Server.Do(duty + "/return", new { part = "table", remarks = new[] { new { place = "第2行", text = "请核实" } } });
        row = await One(duty, returned);
        Assert.Equal(("returned", "2020-09-21", "returned"), ((string)row["stage"]!, (string)row["correctionDue"]!, (string)row["parts"]!["table"]!));
        await Server.Do(duty + "/submit", new { });
        var accepted = await Server.Do(duty + "/accept", new { });
        row = await One(duty, accepted);
        Assert.Equal(("accepted", "审核通过"), ((string)row["stage"]!, (string)row["stageWords"]!));
        Assert.EndsWith("+08:00", (string)row["acceptedAt"]!, StringComparison.Ordinal);
        var (status, problem) = await Server.Post(duty + "/submit", new { });
        Assert.Equal((409, "obligation.closed"), (status, (string)problem["code"]!));
    }

    [Fact]
    public async Task A_submission_is_taken_back_until_its_review_has_begun()
    {
        const string duty = $"{TestServer.Path}/units/zhujian/obligations/monthly-2020-09";
        var row = await One(duty, await Server.Do(duty + "/submit", new { }));
        Assert.Equal(["summary", "table"], Words(row["withdrawable"]!));
        row = await One(duty, await Server.Do(duty + "/withdraw", new { parts = new[] { "table" }, reason = "数据有误" }));
        Assert.Equal(("open", "submitted", "open", false), ((string)row["parts"]!["table"]!, (string)row["parts"]!["summary"]!, (string)row["stage"]!, (bool)row["reported"]!));
        Assert.Equal((null, null, "数据有误"), (row["onTime"], row["firstCompleteAt"], (string)row["withdrawal"]!["reason"]!));

        await Server.Do(duty + "/submit", new { });
        row = await One(duty, await Server.Do(duty + "/begin-review", new { parts = new[] { "table" } }));
        Assert.Equal(("submitted", "已报送（待审核）", true), ((string)row["stage"]!, (string)row["stageWords"]!, (bool)row["reported"]!));
        Assert.Equal(["table"], Words(row["underReview"]!));
        Assert.Equal(["summary"], Words(row["withdrawable"]!));
        await Refused(duty + "/withdraw", new { parts = new[] { "table" } }, "withdraw.review-begun");

        row = await One(duty, await Server.Do(duty + "/accept", new { parts = new[] { "table" } }));
        Assert.Empty(Words(row["underReview"]!));
        await Refused(duty + "/withdraw", new { parts = new[] { "table" } }, "part.already-accepted");
    }

    [Fact]
    public async Task A_correction_that_is_taken_back_is_due_as_before_and_the_office_s_paper_stays()
    {
        const string duty = $"{TestServer.Path}/units/nongmu/obligations/monthly-2020-09";
        await Server.Do(duty + "/submit", new { });
        await Server.Do(duty + "/return", new { part = "table", remarks = new[] { new { place = "第2行", text = "请核实" } } });
        var row = await One(duty, await Server.Do(duty + "/submit", new { }));
        Assert.Equal(("submitted", null), ((string)row["stage"]!, row["correctionDue"]));
        row = await One(duty, await Server.Do(duty + "/withdraw", new { parts = new[] { "table" } }));
        Assert.Equal(("returned", "2020-09-21", true, true), ((string)row["stage"]!, (string)row["correctionDue"]!, (bool)row["reported"]!, (bool)row["onTime"]!));

        row = await One(duty, await Server.Do(duty + "/submit", new { receivedAt = "2020-09-17T08:30:00+08:00" }));
        Assert.Equal(["summary"], Words(row["withdrawable"]!));
        await Refused(duty + "/withdraw", new { parts = new[] { "table" } }, "withdraw.entered-by-office");
    }

    [Fact]
    public async Task A_paper_that_the_office_enters_counts_from_its_receipt_and_is_the_office_s_act()
    {
        const string duty = $"{TestServer.Path}/units/chengguan/obligations/monthly-2020-09";
        var entered = await Server.Do(duty + "/submit", new { receivedAt = "2020-09-17T08:30:00+08:00" });
        Assert.Equal("2020-09-17T08:30:00+08:00", (string)(await One(duty, entered))["firstCompleteAt"]!);
        var acts = (await Server.GetAfter($"{TestServer.Path}/audit?actor=office-director&limit=200", entered))["items"]!.AsArray();
        Assert.Contains(acts, a => (string)a!["grain"]! == "unit/huimin-2020/chengguan" && (string)a["event"]! == "unit.submitted" && (bool)a["body"]!["onBehalf"]!);
    }

    [Fact]
    public async Task An_extension_is_asked_by_the_unit_and_granted_by_the_office()
    {
        const string duty = $"{TestServer.Path}/units/gongxin/obligations/monthly-2020-09";
        var asked = await Server.Do(duty + "/ask-extension", new { until = "2020-10-12", reason = "数据核对" });
        Assert.Equal("asked", (string)(await One(duty, asked))["extension"]!["stage"]!);
        var granted = await Server.Do(duty + "/decide-extension", new { granted = true });
        var row = await One(duty, granted);
        Assert.Equal(("granted", "2020-10-12"), ((string)row["extension"]!["stage"]!, (string)row["due"]!));
        var moved = await Server.Do(duty + "/move-due", new { due = "2020-10-14", reason = "统一调整" });
        Assert.Equal("2020-10-14", (string)(await One(duty, moved))["due"]!);
        var (status, problem) = await Server.Post(duty + "/decide-extension", new { granted = true });
        Assert.Equal((409, "extension.none-pending"), (status, (string)problem["code"]!));
    }

    [Fact]
    public async Task An_assigned_duty_appears_is_urged_once_and_may_be_waived()
    {
        const string unit = $"{TestServer.Path}/units/gongan";
        var assigned = await Server.Do(unit + "/obligations", new { duty = "decision-9", title = "核对名单", due = "2020-10-30", kind = "decision" });
        var row = await One(unit + "/obligations/decision-9", assigned);
        Assert.Equal(("decision", "核对名单", "公安分局"), ((string)row["kind"]!, (string)row["title"]!, (string)row["unitName"]!));
        await Server.Do(unit + "/obligations/decision-9/urge", new { });
        var (status, problem) = await Server.Post(unit + "/obligations/decision-9/urge", new { });
        Assert.Equal((422, "urge.reason-needed"), (status, (string)problem["code"]!));
        var waived = await Server.Do(unit + "/obligations/decision-9/waive", new { reason = "已并入其他事项" });
        Assert.Equal("免报", (string)(await One(unit + "/obligations/decision-9", waived))["stageWords"]!);
        var inbox = await Server.GetAfter($"{TestServer.Path}/inbox?recipient=gongan/leader", waived);
        Assert.Contains(inbox["item"]!["items"]!.AsArray(), m => (string)m!["kind"]! == "urge");
        (status, problem) = await Server.Post(unit + "/obligations", new { duty = "decision-9", title = "再次核对名单", due = "2020-11-30", kind = "decision" });
        Assert.Equal((409, "assignment.id-taken"), (status, (string)problem["code"]!));
    }

    [Theory]
    [InlineData("/obligations", """{"duty":"far-1","title":"t","due":"9999-12-31","kind":"decision"}""", 422, "due.too-far")]
    [InlineData("/obligations", """{"duty":"ctl-1","title":"a\u001b[2Jb","due":"2020-12-31","kind":"decision"}""", 422, "request.invalid")]
    [InlineData("/obligations/monthly-2020-09/return", """{"part":"summary","remarks":[null]}""", 422, "request.invalid")]
    [InlineData("/obligations/publicity/submit", """{"receivedAt":"9999-12-31T23:59:59Z"}""", 400, "request.malformed")]
    public async Task A_value_beyond_all_reason_is_refused_and_breaks_nothing(string path, string body, int status, string code)
    {
        var (answered, problem) = await Server.Post($"{TestServer.Path}/units/gongan{path}", System.Text.Json.Nodes.JsonNode.Parse(body)!);
        Assert.Equal((status, code), (answered, (string)problem["code"]!));
    }

    [Fact]
    public async Task Lists_are_cut_into_pages_that_lose_and_repeat_nothing()
    {
        var seen = new List<string>();
        string? next = null;
        do
        {
            var page = await Server.Get($"{TestServer.Path}/obligations?limit=7{(next is null ? "" : $"&next={next}")}");
            Assert.InRange(page["items"]!.AsArray().Count, 1, 7);
            seen.AddRange(page["items"]!.AsArray().Select(o => $"{o!["unit"]}/{o["duty"]}"));
            next = (string?)page["next"];
        }
        while (next is not null);
        Assert.True(seen.Count >= 55);
        Assert.Distinct(seen);
    }

    [Fact]
    public async Task A_list_may_be_asked_for_by_unit_duty_and_stage()
    {
        var duties = await Server.Get($"{TestServer.Path}/obligations?unit=zhengfuban&duty=monthly-2020-09&stage=open&overdue=false");
        var only = Assert.Single(duties["items"]!.AsArray())!;
        Assert.Equal("waived", (string)only["parts"]!["table"]!);
        Assert.Empty((await Server.Get($"{TestServer.Path}/obligations?unit=zhengfuban&overdue=true"))["items"]!.AsArray());
    }

    private static IEnumerable<string> Words(JsonNode list) => list.AsArray().Select(w => (string)w!);

    private async Task Refused(string path, object body, string code)
    {
        var (status, problem) = await Server.Post(path, body);
        Assert.Equal((409, code), (status, (string)problem["code"]!));
    }

    private async Task<JsonNode> One(string duty, JsonNode? after) =>
        (after is null ? await Server.Get(duty) : await Server.GetAfter(duty, after))["item"]!["obligation"]!;
}

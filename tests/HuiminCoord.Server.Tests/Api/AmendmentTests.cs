using System.Text.Json.Nodes;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Grains.Plans;

namespace HuiminCoord.Server.Tests.Api;

/// <summary>A plan is amended while the campaign runs: what changes is foreseen, happens once, is told, and is confirmed.</summary>
public sealed class AmendmentTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_amended_date_is_foreseen_holds_at_once_and_is_told_on_the_next_morning()
    {
        await _server.RunUntil(new(2020, 11, 10), 12);
        var body = new { plan = Amended(p => Duty(p, "annual-2020")["schedule"]!["due"] = "2020-12-10") };

        var preview = (await _server.Post(TestServer.Path + "/amendments/preview", body)).Body;
        Assert.True((bool)preview["acceptable"]!, preview.ToJsonString());
        var difference = Assert.Single(preview["differences"]!.AsArray(), d => (string)d!["kind"]! == "duty.due-changed")!;
        Assert.Equal(("annual-2020", "2020-12-03", "2020-12-10"), ((string)difference["subject"]!, (string)difference["was"]!, (string)difference["is"]!));
        Assert.Equal("2020-12-03", await DueOf("jiaoyu", "annual-2020"));

        var answer = await _server.Do(TestServer.Path + "/amendments", body, "amend-2");
        Assert.Equal("2020-12-10", await DueOf("jiaoyu", "annual-2020"));
        Assert.Equal(2, (int)(await _server.GetAfter(TestServer.Path, answer))["item"]!["planVersion"]!);
        Assert.True((bool)(await _server.Do(TestServer.Path + "/amendments", body, "amend-2"))["replayed"]!);

        await _server.RunUntil(new(2020, 11, 11), 10);
        var told = (await Inbox("jiaoyu/leader"))[^1]!;
        Assert.StartsWith("2020-11-11T09:00", ((string)told["at"]!)[..16], StringComparison.Ordinal);
        Assert.Contains("方案已修订（第2版）：推迟年度总结", (string)told["body"]!, StringComparison.Ordinal);
        Assert.Contains("12月10日", (string)told["body"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_unit_is_asked_for_a_receipt_and_the_office_sees_who_has_not_confirmed()
    {
        await _server.RunUntil(new(2020, 10, 12), 12);
        await _server.Do(TestServer.Path + "/amendments", new { plan = Amended(p => p["settings"]!["reviewWorkdays"] = 5) });

        var confirmed = await _server.Do(TestServer.Path + "/units/minzheng/receipts/plan-2/confirm", null);

        var versions = (await _server.GetAfter(TestServer.Path + "/amendments", confirmed))["items"]!.AsArray();
        Assert.Equal([1, 2], versions.Select(v => (int)v!["version"]!));
        Assert.Equal(["minzheng"], versions[1]!["confirmed"]!.AsArray().Select(u => (string)u!));
        Assert.Equal(10, versions[1]!["awaited"]!.AsArray().Count);
        Assert.Equal("推迟年度总结", (string)versions[1]!["reason"]!);
        Assert.Equal("setting.changed", (string)versions[1]!["differences"]![0]!["kind"]!);
    }

    [Fact]
    public async Task An_answer_to_an_open_question_changes_what_it_governs_and_is_kept_with_the_question()
    {
        await _server.RunUntil(new(2020, 9, 21), 12);
        var body = new { answer = "不报统计表，小结照报；教育局也不报。", tables = new { jiaoyu = "none" } };

        var answer = await _server.Do(TestServer.Path + "/questions/zhengfuban-table/answer", body, "answer-1");

        var questions = (await _server.GetAfter(TestServer.Path + "/questions", answer))["items"]!.AsArray();
        Assert.Equal(body.answer, (string)questions.Single(q => (string)q!["id"]! == "zhengfuban-table")!["answer"]!);
        var duty = (await _server.Get(TestServer.Path + "/units/jiaoyu/obligations/monthly-2020-09"))["item"]!["obligation"]!;
        Assert.Equal(("waived", "2020年9月小结"), ((string)duty["parts"]!["table"]!, (string)duty["title"]!));
        Assert.False((bool)(await _server.Do(TestServer.Path + "/questions/zhengfuban-table/answer", body, "answer-2"))["changed"]!);
        var (status, unknown) = await _server.Post(TestServer.Path + "/questions/no-such/answer", body);
        Assert.Equal((404, "question.unknown"), (status, (string)unknown["code"]!));
        (status, unknown) = await _server.Post(TestServer.Path + "/questions/form/answer", new { answer = "照此", tables = new { NOBODY = "none" } });
        Assert.Equal((404, "unit.unknown"), (status, (string)unknown["code"]!));
    }

    [Fact]
    public async Task A_unit_leaves_and_another_joins_by_decision_of_the_meeting_only()
    {
        await _server.RunUntil(new(2020, 12, 7), 12);
        JsonObject Change() => Amended(p =>
        {
            Each(p["duties"]!, d => Replace(d["owedBy"]!.AsArray(), "minzheng", "shuiwu"));
            Each(p["domains"]!, d => Replace(d["cooperating"]!.AsArray(), "minzheng", "shuiwu"));
            Each(p["tasks"]!, t => Replace(t["cooperating"]?.AsArray(), "minzheng", "shuiwu"));
            var unit = p["units"]!.AsArray().Single(u => (string)u!["id"]! == "minzheng")!;
            (unit["id"], unit["name"], unit["aliases"]) = ("shuiwu", "税务局", new JsonArray());
        });
        var (status, refused) = await _server.Post(TestServer.Path + "/amendments", new { plan = Change() });
        Assert.Equal((422, "amendment.members-by-meeting"), (status, (string)refused["code"]!));
        var decided = Change();
        decided["amendment"]!["decidedBy"] = "meeting";

        var answer = await _server.Do(TestServer.Path + "/amendments", new { plan = decided });

        var units = (await _server.GetAfter(TestServer.Path + "/units", answer))["items"]!.AsArray().Select(u => (string)u!["unit"]!).ToList();
        Assert.Contains("shuiwu", units);
        Assert.DoesNotContain("minzheng", units);
        var owed = (await _server.Get(TestServer.Path + "/obligations?unit=shuiwu&limit=200"))["items"]!.AsArray();
        Assert.Equal(["implementation-plan", "liaison", "monthly-2020-12", "publicity", "training"], owed.Select(o => (string)o!["duty"]!).Order(StringComparer.Ordinal));
        Assert.True((bool)owed.Single(o => (string)o!["duty"]! == "liaison")!["enteredLate"]!);
        var left = (await _server.Get(TestServer.Path + "/audit?limit=200"))["items"]!.AsArray().Where(a => (string)a!["event"]! == "unit.left");
        Assert.Equal("unit/huimin-2020/minzheng", (string)Assert.Single(left)!["grain"]!);
        var quiet = (await Inbox("minzheng/leader")).Count;
        await _server.RunUntil(new(2020, 12, 31), 18);
        Assert.Equal(quiet, (await Inbox("minzheng/leader")).Count);
    }

    [Fact]
    public async Task A_task_ends_with_what_its_lead_unit_owed_for_it()
    {
        await _server.RunUntil(new(2020, 10, 12), 12);
        await _server.Do(TestServer.Path + "/tasks/xing-2/milestones", new { unit = "scjg", id = "list", title = "收费公示牌清单", due = "2020-11-20" });
        var answer = await _server.Do(TestServer.Path + "/amendments", new { plan = Amended(p => RemoveById(p["tasks"]!.AsArray(), "xing-2")) });

        Assert.DoesNotContain("xing-2", (await _server.GetAfter(TestServer.Path + "/tasks", answer))["items"]!.AsArray().Select(t => (string)t!["task"]!));
    }

    [Fact]
    public async Task What_cannot_be_amended_is_refused_in_words_and_nothing_is_stored()
    {
        await _server.RunUntil(new(2020, 10, 12), 12);
        (Action<JsonObject> Change, string Code)[] cases =
        [
            (p => p["version"] = 3, "campaign.version-out-of-order"),
            (p => p["district"]!["code"] = "150102", "amendment.other-campaign"),
            (_ => { }, "amendment.nothing-changed"),
            (p => RemoveById(p["phases"]!.AsArray(), "conclude"), "amendment.phase-removed"),
            (p => p["settings"]!["longRestDays"] = 0, "plan.invalid"),
        ];
        foreach (var (change, code) in cases)
        {
            var (status, problem) = await _server.Post(TestServer.Path + "/amendments", new { plan = Amended(change) });
            Assert.Equal(code, (string)problem["code"]!);
            Assert.InRange(status, 409, 422);
        }

        var preview = (await _server.Post(TestServer.Path + "/amendments/preview", new { plan = Amended(p => p["settings"]!["longRestDays"] = 0) })).Body;
        Assert.False((bool)preview["acceptable"]!);
        Assert.Contains("longRestDays", (string)preview["problems"]![0]!["message"]!, StringComparison.Ordinal);
        Assert.Equal(1, (int)(await _server.Get(TestServer.Path))["item"]!["planVersion"]!);
        Assert.Single((await _server.Get(TestServer.Path + "/amendments"))["items"]!.AsArray());
    }

    [Fact]
    public async Task What_waits_for_the_office_when_its_unit_or_task_leaves_the_plan_is_still_told()
    {
        await _server.RunUntil(new(2020, 10, 12), 12);
        await _server.Do(TestServer.Path + "/units/minzheng/obligations/monthly-2020-10/ask-extension", new { until = "2020-11-04", reason = "数据尚在核对" });
        await _server.Do(TestServer.Path + "/tasks/xing-2/block", new { unit = "scjg", what = "收费标准不一", proposal = "请协调" });
        await _server.Do(TestServer.Path + "/tasks/xing-2/milestones", new { unit = "scjg", id = "list", title = "收费公示牌清单", due = "2020-11-20" });
        var next = Amended(p =>
        {
            Each(p["duties"]!, d => Remove(d["owedBy"]!.AsArray(), "minzheng"));
            Each(p["domains"]!, d => Remove(d["cooperating"]!.AsArray(), "minzheng"));
            Each(p["tasks"]!, t => Remove(t["cooperating"]?.AsArray(), "minzheng"));
            RemoveById(p["units"]!.AsArray(), "minzheng");
            RemoveById(p["tasks"]!.AsArray(), "xing-2");
        });
        next["amendment"]!["decidedBy"] = "meeting";

        await _server.Do(TestServer.Path + "/amendments", new { plan = next });
        await _server.RunUntil(new(2020, 10, 13), 10);

        await NothingIsParked();
        var told = (string)(await Inbox("office"))[^1]!["body"]!;
        Assert.Contains("民政局申请延期", told, StringComparison.Ordinal);
        Assert.Contains("停车", told, StringComparison.Ordinal);
        Assert.DoesNotContain("未能转为单位事项", told, StringComparison.Ordinal);
        Assert.Equal("waived", (string)(await _server.Get(TestServer.Path + "/units/scjg/obligations/xing-2-list"))["item"]!["obligation"]!["stage"]!);
    }

    [Fact]
    public async Task A_date_that_was_moved_and_then_taken_away_and_one_whose_summary_was_given_stop_nobody()
    {
        await _server.RunUntil(new(2020, 12, 3), 15);
        await _server.Do(TestServer.Path + "/amendments", new { plan = Amended(p => Duty(p, "annual-2020")["schedule"]!["due"] = "2020-12-30") });
        await _server.RunUntil(new(2020, 12, 30), 10);

        await NothingIsParked();
        var summary = (await Inbox("office")).Single(m => ((string)m!["at"]!).StartsWith("2020-12-30T09:01", StringComparison.Ordinal))!;
        Assert.Contains("2020年总结和统计表", (string)summary["body"]!, StringComparison.Ordinal);

        await _server.Do(TestServer.Path + "/units/jiaoyu/obligations/annual-2020/move-due", new { due = "2021-01-08", reason = "数据核对" });
        var answer = await _server.Do(TestServer.Path + "/amendments", new { plan = await Second(p => Duty(p, "annual-2020")["schedule"] = new JsonObject { ["type"] = "undated" }) });
        await _server.RunUntil(new(2020, 12, 31), 10);

        await NothingIsParked();
        Assert.Null((await _server.GetAfter(TestServer.Path + "/units/jiaoyu/obligations/annual-2020", answer))["item"]!["obligation"]!["due"]);
    }

    [Fact]
    public async Task An_id_that_was_assigned_by_hand_cannot_become_a_planned_duty()
    {
        await _server.RunUntil(new(2020, 10, 12), 12);
        await _server.Do(TestServer.Path + "/units/jiaoyu/obligations", new { duty = "self-check", title = "自查", due = "2020-11-20", kind = "other" });

        var (status, problem) = await _server.Post(TestServer.Path + "/amendments", new { plan = Amended(p => p["duties"]!.AsArray().Add(SelfCheck(p, "self-check"))) });

        Assert.Equal((422, "amendment.id-reused"), (status, (string)problem["code"]!));
    }

    [Fact]
    public async Task A_column_of_the_table_keeps_its_kind_and_says_so()
    {
        await using var server = await TestServer.Start(forms: true);
        var (status, problem) = await server.Post(TestServer.Path + "/amendments", new { plan = Amended(p => p["forms"]!["table"]!["columns"]![0]!["kind"] = "money", TestServer.FormsJson) });

        Assert.Equal((422, "amendment.column-kind"), (status, (string)problem["code"]!));
        Assert.Contains("出动执法人员", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_refused_leaves_its_number_to_the_corrected_text_and_does_not_come_back()
    {
        await _server.RunUntil(new(2020, 10, 12), 12);
        await _server.Do(TestServer.Path + "/units/jiaoyu/obligations", new { duty = "self-check", title = "自查", due = "2020-11-20", kind = "other" });
        var refused = new { plan = Amended(p => p["duties"]!.AsArray().Add(SelfCheck(p, "self-check"))) };
        var corrected = new { plan = Amended(p => p["duties"]!.AsArray().Add(SelfCheck(p, "self-check-2"))) };
        Assert.Equal("amendment.id-reused", (string)(await _server.Post(TestServer.Path + "/amendments", refused, "self-check")).Body["code"]!);
        Assert.Equal(1, (int)(await _server.Get(TestServer.Path))["item"]!["planVersion"]!);

        await _server.Do(TestServer.Path + "/amendments", corrected);

        Assert.Equal("2020-12-20", await DueOf("jiaoyu", "self-check-2"));
        var (status, late) = await _server.Post(TestServer.Path + "/amendments", refused, "self-check");
        Assert.Equal((409, "campaign.version-out-of-order"), (status, (string)late["code"]!));
        Assert.Equal(2, (int)(await _server.Get(TestServer.Path))["item"]!["planVersion"]!);
    }

    [Fact]
    public async Task A_late_retry_of_an_older_text_is_refused_while_a_newer_one_waits_for_its_issue()
    {
        await _server.RunUntil(new(2020, 10, 12), 12);
        var (older, newer) = (Amended(p => p["settings"]!["reviewWorkdays"] = 4), Amended(p => p["settings"]!["reviewWorkdays"] = 5));
        foreach (var (text, key) in new[] { (older, "http/older"), (newer, "http/newer") })
        {
            // The server died each time before it came to the issue.
            await _server.Service<PlanShelf>().Put(PlanReader.Read(text.ToJsonString()).Plan!, text.ToJsonString(), _server.Driver.Now, key);
        }

        var (status, late) = await _server.Post(TestServer.Path + "/amendments", new { plan = older }, "older");
        Assert.Equal((409, "plan.version-taken"), (status, (string)late["code"]!));
        await _server.Do(TestServer.Path + "/issue", new { version = 2 });

        var text2 = JsonNode.Parse(await _server.Http.GetStringAsync(new Uri(TestServer.Path + "/plan", UriKind.Relative), TestContext.Current.CancellationToken))!;
        Assert.Equal(5, (int)text2["settings"]!["reviewWorkdays"]!);
    }

    private async Task NothingIsParked()
    {
        Assert.Empty((await _server.Get("/api/v1/operator/relay-failures"))["items"]!.AsArray());
        Assert.Empty((await _server.Get("/api/v1/operator/wake-failures"))["items"]!.AsArray());
    }

    /// <summary>A third version, on top of the second one in force.</summary>
    private async Task<JsonObject> Second(Action<JsonObject> change)
    {
        var plan = JsonNode.Parse(await _server.Http.GetStringAsync(new Uri(TestServer.Path + "/plan", UriKind.Relative)))!.AsObject();
        plan["version"] = 3;
        change(plan);
        return plan;
    }

    private async Task<string> DueOf(string unit, string duty) => (string)(await _server.Get($"{TestServer.Path}/units/{unit}/obligations/{duty}"))["item"]!["obligation"]!["due"]!;

    private async Task<JsonArray> Inbox(string recipient) => (await _server.Get($"{TestServer.Path}/inbox?recipient={recipient}&limit=200"))["item"]!["items"]!.AsArray();

    private static JsonObject Amended(Action<JsonObject> change, string? text = null)
    {
        var plan = JsonNode.Parse(text ?? TestServer.PlanJson)!.AsObject();
        plan["version"] = 2;
        plan["amendment"] = new JsonObject { ["reason"] = "推迟年度总结", ["basis"] = "联席办会商", ["decidedBy"] = "officeDirector" };
        change(plan);
        return plan;
    }

    private static JsonObject SelfCheck(JsonObject plan, string id) => new()
    {
        ["id"] = id, ["kind"] = "other", ["title"] = "自查报告", ["clause"] = (string)Duty(plan, "monthly")["clause"]!,
        ["schedule"] = new JsonObject { ["type"] = "once", ["due"] = "2020-12-20" }, ["owedBy"] = new JsonArray("jiaoyu"),
    };

    private static JsonNode Duty(JsonObject plan, string id) => plan["duties"]!.AsArray().Single(d => (string)d!["id"]! == id)!;

    private static void Each(JsonNode list, Action<JsonNode> change) => list.AsArray().ToList().ForEach(n => change(n!));

    private static void Replace(JsonArray? list, string was, string now)
    {
        var index = list?.Select(n => (string)n!).ToList().IndexOf(was) ?? -1;
        if (index >= 0)
        {
            list![index] = now;
        }
    }

    private static void RemoveById(JsonArray list, string id) => list.Remove(list.Single(n => (string)n!["id"]! == id));

    private static void Remove(JsonArray? list, string value) => list?.Remove(list.SingleOrDefault(n => (string)n! == value));
}

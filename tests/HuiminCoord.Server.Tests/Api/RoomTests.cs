namespace HuiminCoord.Server.Tests.Api;

/// <summary>One walk through each of the other rooms.</summary>
public sealed class RoomTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Fact]
    public async Task A_campaign_shows_its_paper_its_plan_and_its_open_questions()
    {
        var line = Assert.Single((await Server.Get("/api/v1/campaigns"))["items"]!.AsArray())!;
        Assert.Equal(("huimin-2020", "running"), ((string)line["campaign"]!, (string)line["stage"]!));
        var campaign = (await Server.Get(TestServer.Path))["item"]!;
        Assert.Equal(("回政办字〔2020〕57号", 11, true, "2020-09-17T08:30:00+08:00"), ((string)campaign["document"]!, (int)campaign["units"]!, (bool)campaign["rehearsal"]!, (string)campaign["now"]!));
        Assert.Equal(TestServer.PlanJson, await Server.Http.GetStringAsync(new Uri(TestServer.Path + "/plan", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal(TestServer.Plan.Questions.Count, (await Server.Get(TestServer.Path + "/questions"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_unit_names_its_people_and_the_roster_remembers_them()
    {
        const string unit = $"{TestServer.Path}/units/zhujian";
        var named = await Server.Do(unit + "/seats/liaison/name", new { holder = "联络人甲", title = "科员", phone = "0471-1" });
        Assert.Equal("联络人甲", (string)(await Server.GetAfter(unit, named))["item"]!["liaison"]!);
        Assert.Equal("accepted", (string)(await Server.Get(unit + "/obligations/liaison"))["item"]!["obligation"]!["stage"]!);
        await Server.Do(unit + "/seats/deputy/name", new { holder = "联络人乙" });
        var (status, problem) = await Server.Post(unit + "/seats/leader/name", new { holder = "联络人乙" });
        Assert.Equal((422, "seat.same-person"), (status, (string)problem["code"]!));
        await Server.Do(unit + "/seats/liaison/absence", new { from = "2020-09-17", until = "2020-09-20" });
        var ended = await Server.Do(unit + "/seats/deputy/end", new { lastDay = "2020-12-31" });
        var seats = (await Server.GetAfter(unit + "/seats", ended))["items"]!.AsArray();
        Assert.Equal(["deputy 联络人乙 2020-12-31", "leader 住建局负责同志 ", "liaison 联络人甲 "], seats.Select(s => $"{s!["seat"]} {s["holder"]} {s["until"]}"));
        Assert.True((bool)seats[2]!["away"]!);
        var (unknown, refused) = await Server.Post(unit + "/seats/boss/name", new { holder = "x" });
        Assert.Equal((404, "seat.unknown"), (unknown, (string)refused["code"]!));
    }

    [Fact]
    public async Task The_plan_waits_for_a_receipt_until_it_is_confirmed()
    {
        const string unit = $"{TestServer.Path}/units/wenlv";
        Assert.Null(Assert.Single((await Server.Get(unit + "/receipts"))["items"]!.AsArray())!["confirmedAt"]);
        var confirmed = await Server.Do(unit + "/receipts/plan-1/confirm", null);
        var receipt = Assert.Single((await Server.GetAfter(unit + "/receipts", confirmed))["items"]!.AsArray())!;
        Assert.Equal(("plan-1", "wenlv/liaison"), ((string)receipt["paper"]!, (string)receipt["confirmedBy"]!));
        var (status, problem) = await Server.Post(unit + "/receipts/plan-1/confirm", null);
        Assert.Equal((409, "receipt.not-awaited"), (status, (string)problem["code"]!));
    }

    [Fact]
    public async Task A_task_reports_is_blocked_is_solved_and_reaches_a_milestone()
    {
        const string task = $"{TestServer.Path}/tasks/zhu-2";
        var reported = await Server.Do(task + "/progress", new { unit = "zhujian", text = "已查电梯120台", percent = 15 });
        Assert.Equal(15, (int)(await Server.GetAfter(task, reported))["item"]!["percent"]!);
        var blocked = await Server.Do(task + "/block", new { unit = "zhujian", what = "维保单位名单不全" });
        Assert.Equal("需协调解决", (string)(await Server.GetAfter(task, blocked))["item"]!["stageWords"]!);
        Assert.Contains((await Server.Get($"{TestServer.Path}/office"))["item"]!["tasks"]!.AsArray(), t => (string)t!["task"]! == "zhu-2");
        await Server.Do(task + "/solve", new { how = "名单已共享" });
        await Server.Do(task + "/milestones", new { unit = "scjg", id = "round-1", title = "第一轮检查", due = "2020-12-15" });
        var reached = await Server.Do(task + "/milestones/round-1/reach", new { unit = "scjg", evidence = "检查记录已归档" });
        var shown = (await Server.GetAfter(task, reached))["item"]!;
        Assert.Equal("reached", (string)Assert.Single(shown["milestones"]!.AsArray())!["stage"]!);
        var (status, problem) = await Server.Post(task + "/milestones/round-1/drop", new { unit = "scjg", reason = "取消" });
        Assert.Equal((409, "milestone.already-reached"), (status, (string)problem["code"]!));
        var (unknown, refused) = await Server.Post(task + "/milestones/round-9/reach", new { unit = "scjg", evidence = "x" });
        Assert.Equal((404, "milestone.unknown"), (unknown, (string)refused["code"]!));
    }

    [Fact]
    public async Task A_phase_collects_evidence_and_is_left_by_its_gate_or_a_signature()
    {
        const string phase = $"{TestServer.Path}/phases/mobilise";
        Assert.Equal("at-gate", (string)(await Server.Get(phase))["item"]!["stage"]!);
        var (status, problem) = await Server.Post(phase + "/gate/pass", null);
        Assert.Equal((409, "phase.goals-missing"), (status, (string)problem["code"]!));
        foreach (var goal in new[] { "fangan", "peixun", "xuanchuan" })
        {
            await Server.Do($"{phase}/goals/{goal}/evidence", new { evidence = "材料已归档" });
        }

        var (unknown, refused) = await Server.Post(phase + "/goals/other/evidence", new { evidence = "x" });
        Assert.Equal((404, "phase.goal-unknown"), (unknown, (string)refused["code"]!));
        var passed = await Server.Do(phase + "/gate/pass", null);
        var shown = (await Server.GetAfter(phase, passed))["item"]!;
        Assert.Equal(("passed", "已验收"), ((string)shown["stage"]!, (string)shown["stageWords"]!));
        var (waiting, early) = await Server.Post($"{TestServer.Path}/phases/conclude/gate/waive", new { reason = "x", signedBy = "召集人" });
        Assert.Equal((409, "phase.not-open-yet"), (waiting, (string)early["code"]!));
        Assert.Equal(3, (await Server.Get($"{TestServer.Path}/phases"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_audit_says_who_did_what_without_telephone_numbers()
    {
        var named = await Server.Do($"{TestServer.Path}/units/nongmu/seats/liaison/name", new { holder = "联络人丙", phone = "0471-9999" });
        var acts = (await Server.GetAfter($"{TestServer.Path}/audit?actor=nongmu/leader", named))["items"]!.AsArray();
        var act = acts.Single(a => (string)a!["event"]! == "unit.seat-named")!;
        Assert.Equal("联络人丙", (string)act["body"]!["holder"]!["holder"]!);
        Assert.DoesNotContain("0471-9999", acts.ToJsonString(), StringComparison.Ordinal);
        var first = await Server.Get($"{TestServer.Path}/audit?limit=1");
        var second = await Server.Get($"{TestServer.Path}/audit?limit=1&next={first["next"]}");
        Assert.NotEqual(first["items"]!.ToJsonString(), second["items"]!.ToJsonString());
    }

    [Fact]
    public async Task The_operator_sees_no_failures()
    {
        Assert.Empty((await Server.Get("/api/v1/operator/wake-failures"))["items"]!.AsArray());
        Assert.Empty((await Server.Get("/api/v1/operator/relay-failures"))["items"]!.AsArray());
    }
}

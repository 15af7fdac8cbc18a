using System.Text.Json.Nodes;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Server.Rehearsals;
using HuiminCoord.Server.Tests.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace HuiminCoord.Server.Tests.Api.Whole;

/// <summary>Tests that share one tour.</summary>
[CollectionDefinition(nameof(WholeApi))]
public sealed class WholeApi : ICollectionFixture<Tour>;

/// <summary>Every operation of the document, asked once with its own example, in an order in which each can be carried out.</summary>
public sealed class Tour : IAsyncLifetime
{
    private const string Jiaoyu = "unit=jiaoyu", Joins = "unit=shuiwu", Meeting = "meeting=plenary-20201204", Monthly = "duty=monthly-2020-09", Sitting = "meeting=sitting", Opened = "unit=zhengfuban";

    /// <summary>A new command needs a line here only if it cannot be carried out with <see cref="Usual"/>.</summary>
    private static readonly (string Operation, string Places)[] Order =
    [
        ("issuePlan", ""), ("nameSeat", Jiaoyu), ("markAbsent", Jiaoyu), ("endSeat", Jiaoyu), ("confirmReceipt", Jiaoyu), ("assignObligation", Jiaoyu),
        ("proposeMember", Jiaoyu), ("withdrawMember", Jiaoyu), ("proposeMember", Jiaoyu), ("decideMember", Jiaoyu),
        ("submitObligation", Jiaoyu), ("withdrawSubmission", Jiaoyu),
        ("submitObligation", Jiaoyu), ("beginReview", Jiaoyu), ("acceptObligation", Jiaoyu), ("returnObligation", Jiaoyu), ("waiveObligation", "unit=minzheng"),
        ("askExtension", "unit=nongmu"), ("decideExtension", "unit=nongmu"), ("moveDue", "unit=gongxin"), ("urgeObligation", "unit=weijian"),
        ("reportProgress", "task=chi-1"), ("raiseBlock", "task=chi-1"), ("solveBlock", "task=chi-1"), ("setMilestone", "task=chi-1"), ("reachMilestone", "task=chi-1"),
        ("setMilestone", "task=chi-2"), ("dropMilestone", "task=chi-2"),
        ("recordGoal", "goal=fangan"), ("recordGoal", "goal=peixun"), ("recordGoal", "goal=xuanchuan"), ("passGate", ""), ("waiveGate", "phase=rectify"),
        ("proposeMeeting", ""), ("arrangeMeeting", Meeting), ("composeAgenda", Meeting), ("addAgendaItem", Meeting), ("changeAgendaItem", Meeting), ("removeAgendaItem", Meeting),
        ("restoreAgendaItem", Meeting), ("orderAgenda", Meeting), ("splitAgendaItem", Meeting), ("suggestAgendaItem", Meeting), ("addAgendaPapers", Meeting), ("dropAgendaPaper", Meeting), ("submitMeeting", Meeting), ("returnMeeting", Meeting), ("submitMeeting", Meeting), ("takeMeetingBack", Meeting),
        ("submitMeeting", Meeting), ("agreeMeeting", Meeting), ("noticeMeeting", Meeting), ("replyToMeeting", Meeting), ("moveMeeting", Meeting), ("cancelMeeting", Meeting),
        ("beginMeeting", Sitting), ("takeRecordOver", Sitting), ("recordAttendance", Sitting), ("turnToItem", Sitting), ("noteItem", Sitting), ("recordDecision", Sitting), ("changeDecision", Sitting), ("ruleOnMember", ""),
        ("endMeeting", Sitting), ("circulateMinutes", Sitting), ("correctMinutes", Sitting), ("getMinutes", Sitting), ("confirmMinutes", Sitting), ("listDecisions", ""),
        ("recordMandate", ""), ("addChecklistLine", ""), ("recordVisit", ""), ("addVisitFiles", ""), ("addProblem", ""), ("strikeProblemOff", ""), ("sendProblemBack", ""), ("handReport", ""),
        ("setMailChannel", ""), ("setWebhookChannel", ""), ("testChannel", ""), ("removeChannel", "kind=webhook"), ("getUrgeText", "unit=wenlv"),
        ("previewAmendment", ""), ("amendPlan", ""), ("answerQuestion", "question=review-days"),
        ("proposeMembership", ""), ("withdrawMembership", Joins), ("proposeMembership", ""), ("previewMembership", Joins), ("changeMembers", Joins),
        ("issueAccount", ""), ("giveSeat", ""),
    ];

    /// <summary>The way of reports: approved, taken back, sent back, entered from paper, and opened again to be corrected.</summary>
    private static readonly (string Operation, string Places)[] Reports =
    [
        ("issuePlan", ""), ("getReportWorkbook", Jiaoyu), ("getReportPaper", Jiaoyu), ("uploadReportWorkbook", ""), ("saveReportFields", Jiaoyu), ("proposeReport", Jiaoyu), ("approveReport", Jiaoyu), ("getReport", Jiaoyu), ("getReportVersion", Jiaoyu), ("listDistrictTables", ""), ("getDistrictTable", ""), ("getDistrictCell", "kind=total"), ("getDistrictWorkbook", ""), ("getDistrictSummary", ""), ("getBulletinDraft", ""),
        ("saveReportFields", "unit=minzheng"), ("proposeReport", "unit=minzheng"), ("takeBackReport", "unit=minzheng"), ("proposeReport", "unit=minzheng"), ("sendBackReport", "unit=minzheng"),
        ("enterReport", ""), ("askReopening", ""), ("decideReopening", Opened), ("returnCorrection", Opened), ("acceptCorrection", Opened),
        ("getConsolidation", ""), ("sendTableUpward", ""), ("getKeptTable", ""), ("getKeptWorkbook", ""), ("lockPeriod", ""), ("circulateBulletin", ""), ("listBulletins", ""), ("getBulletin", ""),
        ("objectToBulletin", Jiaoyu), ("answerObjection", ""), ("issueBulletin", ""), ("typeBulletinNumber", ""), ("acknowledgeBulletin", Jiaoyu), ("getBulletinPaper", ""), ("getBulletinWorkbook", ""),
    ];

    /// <summary>What stands in an address or a query unless the tour says otherwise.</summary>
    private static readonly Dictionary<string, string> Usual = new()
    {
        ["campaign"] = TestServer.Campaign, ["unit"] = "jiaoyu", ["duty"] = "monthly-2020-09", ["seat"] = "liaison", ["paper"] = "plan-1", ["task"] = "chi-1",
        ["milestone"] = "first-round", ["phase"] = "mobilise", ["goal"] = "fangan", ["day"] = "2020-10-01", ["recipient"] = "jiaoyu/liaison", ["from"] = "2020-09-17",
        ["version"] = "1", ["kind"] = "mail", ["seq"] = "1", ["name"] = "检查记录.pdf", ["q"] = "食品", ["meeting"] = "plenary-20201204",
        ["offset"] = "0", ["group"] = "du-1", ["visit"] = "canteen", ["number"] = "1", ["row"] = "total", ["column"] = "filed",
    };

    /// <summary>Optional query values without which an operation has nothing to say.</summary>
    private static readonly Dictionary<string, string> Needed = new() { ["computeDeadline"] = "workdays=20", ["listInboxMessages"] = "recipient=jiaoyu/liaison" };

    /// <summary>Bodies that cannot be written down as an example: a whole plan, a server's own pass phrase, an address that a rehearsal may reach.</summary>
    private static readonly Dictionary<string, Func<TestServer, Task<JsonNode>>> Whole = new()
    {
        ["amendPlan"] = _ => Task.FromResult<JsonNode>(Amendment()),
        ["storePlan"] = _ => Task.FromResult<JsonNode>(new JsonObject { ["plan"] = OtherDistrict() }),
        ["previewAmendment"] = _ => Task.FromResult<JsonNode>(TwoDuties()),
        ["setWebhookChannel"] = _ => Task.FromResult<JsonNode>(new JsonObject { ["url"] = "http://127.0.0.1:9/huimincoord", ["template"] = "plain", ["secret"] = "0123456789abcdef" }),
        ["signIn"] = async server => new JsonObject { ["login"] = "jiaoyu-liaison", ["password"] = await server.Seats.Phrase },
    };

    private readonly AskedCommands _asked = new();

    /// <summary>The document, as the server gives it.</summary>
    internal JsonNode Document { get; private set; } = null!;

    internal IReadOnlyList<DescribedOperation> Operations { get; private set; } = [];

    /// <summary>By operation: the last answer.</summary>
    internal Dictionary<string, (int Status, JsonNode Body)> Answers { get; } = [];

    /// <summary>Commands that doors have sent to actors.</summary>
    internal IReadOnlySet<string> Commands { get; private set; } = new HashSet<string>();

    public async ValueTask InitializeAsync()
    {
        await using var mail = new SmtpReceiver();
        await using var server = await TestServer.Start(with: services => services.AddSingleton<IIncomingGrainCallFilter>(_asked).AddSingleton(ChannelWorld.Settings(mail)).AddSteering(new Pace(60), paused: true));
        _asked.Forget();
        Document = await server.Get("/openapi/v1.json");
        Operations = DescribedOperation.In(Document);
        // Whatever moves a rehearsal's time comes last.
        var rest = Operations.Where(o => Order.All(s => s.Operation != o.Id) && Reports.All(s => s.Operation != o.Id)).OrderBy(o => o.Id is "stepRehearsal" or "runRehearsal").ThenBy(o => o.Method == "get").Select(o => (o.Id, ""));
        foreach (var (operation, places) in Order.Concat(rest))
        {
            Answers[operation] = await Ask(server, Operations.Single(o => o.Id == operation), places);
        }

        await FillReports();
        Commands = _asked.Seen.ToHashSet();
    }

    /// <summary>The same for what only a plan with forms has, in a server of its own: with forms reports are not handed in by a word.</summary>
    private async Task FillReports()
    {
        await using var server = await TestServer.Start(with: services => services.AddSingleton<IIncomingGrainCallFilter>(_asked), forms: true);
        foreach (var (operation, places) in Reports)
        {
            Answers[operation] = await Ask(server, Operations.Single(o => o.Id == operation), places);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<(int Status, JsonNode Body)> Ask(TestServer server, DescribedOperation operation, string places)
    {
        places = WaysIn.Places.TryGetValue(operation.Id, out var find) ? await find(server) : places;
        var own = places.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]);
        var address = operation.Path;
        foreach (var (name, value) in own.Concat(Usual.Where(u => !own.ContainsKey(u.Key))))
        {
            address = address.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        var required = (operation.Text["parameters"]?.AsArray() ?? []).Where(p => (string)p!["in"]! == "query" && (bool?)p["required"] == true)
            .Select(p => (string)p!["name"]!).Select(name => $"{name}={Uri.EscapeDataString(own.GetValueOrDefault(name) ?? Usual[name])}");
        var query = string.Join('&', Needed.TryGetValue(operation.Id, out var needed) ? required.Append(needed) : required);
        address = query.Length == 0 ? address : $"{address}?{query}";
        if (operation.Method == "get")
        {
            return operation.AnswersText ? await server.Refused(address) : (await StatusOf(server, address), new JsonObject());
        }

        if (WaysIn.Files.TryGetValue(operation.Id, out var file))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = file() };
            return await server.Send(request);
        }

        return await server.Post(address, Whole.TryGetValue(operation.Id, out var whole) || WaysIn.Bodies.TryGetValue(operation.Id, out whole) ? await whole(server) : operation.RequestExample);
    }

    private static async Task<int> StatusOf(TestServer server, string address)
    {
        using var answer = await server.Http.GetAsync(new Uri(address, UriKind.Relative));
        return (int)answer.StatusCode;
    }

    /// <summary>One unit gets a duty, and one whose date has passed.</summary>
    private static JsonObject TwoDuties()
    {
        var body = Amendment();
        foreach (var (id, due) in new[] { ("self-check", "2020-10-20"), ("stock-taking", "2020-09-16") })
        {
            body["plan"]!["duties"]!.AsArray().Add(new JsonObject
            {
                ["id"] = id, ["kind"] = "other", ["title"] = id == "self-check" ? "自查报告" : "摸底情况", ["clause"] = (string)body["plan"]!["duties"]![0]!["clause"]!,
                ["schedule"] = new JsonObject { ["type"] = "once", ["due"] = due }, ["owedBy"] = new JsonArray("jiaoyu"),
            });
        }

        return body;
    }

    private static JsonObject Amendment()
    {
        var plan = JsonNode.Parse(TestServer.PlanJson)!;
        plan["version"] = 2;
        plan["amendment"] = new JsonObject { ["reason"] = "审核时间适当延长", ["decidedBy"] = "officeDirector" };
        plan["settings"]!["reviewWorkdays"] = 4;
        return new JsonObject { ["plan"] = plan };
    }

    /// <summary>The first plan of another campaign.</summary>
    private static JsonNode OtherDistrict()
    {
        var plan = JsonNode.Parse(TestServer.PlanJson)!;
        (plan["campaign"], plan["district"]!["code"], plan["district"]!["name"]) = ("xincheng-2021", "150102", "新城区");
        return plan;
    }
}

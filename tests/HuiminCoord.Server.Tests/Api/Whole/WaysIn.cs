using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Onboarding;
using HuiminCoord.Server.Tests.Files;
using HuiminCoord.Server.Tests.Onboarding;

namespace HuiminCoord.Server.Tests.Api.Whole;

/// <summary>What the tour needs where an example alone cannot be carried out: links, accounts, nominations and sessions that are there.</summary>
internal static class WaysIn
{
    private const string Accounts = "/api/v1/accounts", Password = "correct-horse-battery-staple";

    /// <summary>Ids that stand in an address.</summary>
    internal static readonly Dictionary<string, Func<TestServer, Task<string>>> Places = new()
    {
        ["renewSlip"] = server => Account(server, "tour-renewed"),
        ["closeAccount"] = server => Account(server, "tour-closed"),
        ["openAccount"] = server => Account(server, "tour-opened"),
        ["endAppointment"] = Appointment,
        ["revokeSession"] = Session,
        ["withdrawUnitLink"] = async server => $"link={(await Link(server, "gongan"))["link"]}",
        ["refuseNomination"] = async server => $"nomination={await Nomination(server, "zhujian")}",
        ["enterReport"] = ReportWays.OnPaper,
        ["uploadReportWorkbook"] = ReportWays.Downloaded,
        ["askReopening"] = ReportWays.Accepted,
        ["returnCorrection"] = ReportWays.Corrected,
        ["acceptCorrection"] = ReportWays.Corrected,
        ["sendTableUpward"] = ReportWays.Reported,
        ["lockPeriod"] = ReportWays.Complete,
        ["issueBulletin"] = ReportWays.ObjectionsOver,
        ["beginMeeting"] = Today,
        ["dropDecision"] = Doubtful,
        ["ruleOnMember"] = Ruling,
        ["strikeProblemOff"] = Mended,
        ["sendProblemBack"] = Mended,
        ["appendPiece"] = server => Begun(server, "piece"),
        ["getUpload"] = server => Begun(server, "looked"),
        ["finishUpload"] = server => Begun(server, "finished", sent: true),
        ["giveUpUpload"] = server => Begun(server, "given-up"),
        ["getFile"] = async server => $"hash={await Evidence.Upload(server)}",
    };

    /// <summary>Bodies that hold a token, an id or a file's hash.</summary>
    internal static readonly Dictionary<string, Func<TestServer, Task<JsonNode>>> Bodies = new()
    {
        ["lookAtActivation"] = async server => new JsonObject { ["token"] = await Slip(server, "tour-looked") },
        ["activateAccount"] = async server => new JsonObject { ["token"] = await Slip(server, "tour-activated"), ["password"] = Password },
        ["lookAtSetUp"] = async server => new JsonObject { ["token"] = await SetUp(server) },
        ["setUp"] = async server => new JsonObject { ["token"] = await SetUp(server), ["login"] = "xitong", ["name"] = "系统管理员甲" },
        ["lookAtUnitLink"] = async server => new JsonObject { ["token"] = Visitor.TokenOf((await Link(server, "chengguan"))["address"]!) },
        ["nameByUnitLink"] = async server => new JsonObject { ["token"] = Visitor.TokenOf((await Link(server, "chengguan"))["address"]!), ["liaison"] = new JsonObject { ["name"] = "联络人甲" } },
        ["submitObligation"] = async server => new JsonObject { ["parts"] = new JsonArray("summary", "table"), ["files"] = await Attached(server, "jiaoyu/liaison", "9月小结.pdf") },
        ["reportProgress"] = async server => new JsonObject { ["unit"] = "scjg", ["text"] = "已检查农贸市场6家", ["percent"] = 30, ["files"] = await Attached(server, "scjg/liaison", "检查记录.pdf") },
        ["recordGoal"] = async server => new JsonObject { ["evidence"] = "各单位实施方案已备案11份", ["files"] = await Attached(server, "office-director", "备案表.pdf") },
        ["addVisitFiles"] = async server => new JsonObject { ["files"] = await Attached(server, "group", "现场记录.pdf") },
        ["circulateMinutes"] = _ => Task.FromResult<JsonNode>(new JsonObject { ["correctBy"] = "2020-09-18" }),
        ["addAgendaPapers"] = async server => new JsonObject { ["item"] = "own.1", ["files"] = await Attached(server, "office-director", "联合检查方案.pdf") },
        ["orderAgenda"] = Reversed,
        ["ruleOnMember"] = _ => Task.FromResult<JsonNode>(new JsonObject { ["item"] = "seat.weijian", ["agreed"] = true }),
        ["confirmNominations"] = async server => new JsonObject { ["nominations"] = new JsonArray(new JsonObject { ["nomination"] = await Nomination(server, "wenlv") }) },
    };

    /// <summary>Files that are sent.</summary>
    internal static readonly Dictionary<string, Func<HttpContent>> Files = new()
    {
        ["importContacts"] = () => new ByteArrayContent(Sheets.Of(Sheets.Headings, ["卫健委", "备用联络人", "联络人丙", "科长", "0471-0000000", ""], ["税务局", "联络人", "联络人丁", "", "", ""]))
        {
            Headers = { ContentType = new MediaTypeHeaderValue(ContactLists.ContentType) },
        },
        ["appendPiece"] = () => Evidence.Body(Evidence.Pdf("piece")),
        ["uploadReportWorkbook"] = () => new ByteArrayContent(ReportWays.Workbook) { Headers = { ContentType = new MediaTypeHeaderValue(ContactLists.ContentType) } },
        ["uploadFile"] = () => Evidence.Body(Evidence.Pdf("检查记录")),
    };

    /// <summary>A meeting of today that was noticed.</summary>
    private static Task<string> Today(TestServer server) => Noticed(server, "sitting");

    /// <summary>One that has decided something.</summary>
    private static async Task<string> Doubtful(TestServer server)
    {
        var place = await Noticed(server, "doubtful");
        await server.Do($"{TestServer.Path}/meetings/doubtful/session/begin", null);
        await server.Do($"{TestServer.Path}/meetings/doubtful/decisions", new { text = "印发方案。", owner = "chengguan", workdays = 10 });
        return place;
    }

    /// <summary>One that has begun and knows from the registers whom a unit wants to sit for it.</summary>
    private static async Task<string> Ruling(TestServer server)
    {
        await server.Do($"{TestServer.Path}/units/weijian/member/propose", new { holder = "负责同志丙", reason = "原负责同志工作变动" });
        var place = await Noticed(server, "ruling", composes: true);
        await server.Do($"{TestServer.Path}/meetings/ruling/session/begin", null);
        return place;
    }

    /// <summary>A problem of a supervision group of which the unit says that it is mended.</summary>
    private static async Task<string> Mended(TestServer server)
    {
        await server.Do($"{TestServer.Path}/supervision/du-1/problems", new { unit = "jiaoyu", text = "食堂留样不全", due = "2020-09-30" });
        var found = (await server.Get($"{TestServer.Path}/supervision/du-1"))["item"]!["found"]!.AsArray()[^1]!;
        await server.Do($"{TestServer.Path}/units/jiaoyu/obligations/{found["duty"]}/submit", new { parts = Array.Empty<string>(), note = "已补齐留样。" });
        return $"group=du-1&number={found["number"]}";
    }

    private static async Task<string> Noticed(TestServer server, string id, bool composes = false)
    {
        var at = $"{TestServer.Path}/meetings/{id}";
        await server.Do($"{TestServer.Path}/meetings", new { id, kind = "topic", title = "专题会议", startsAt = "2020-09-17T20:00:00+08:00", minutes = 60, place = "三楼会议室", chair = "联席会议召集人" });
        await server.Do($"{at}/agenda/add", new { heading = "toDecide", fact = "停车收费线索由谁立案。", proposal = "", owner = "反不正当竞争股", minutes = 10 });
        if (composes)
        {
            await server.Do($"{at}/agenda/compose", null);
        }

        await server.Do($"{at}/submit", null);
        await server.Do($"{at}/agree", null);
        await server.Do($"{at}/notice", new { replyBy = "2020-09-17" });
        return $"meeting={id}";
    }

    /// <summary>What stands in an agenda depends on what the tour has done before.</summary>
    private static async Task<JsonNode> Reversed(TestServer server)
    {
        var agenda = (await server.Get($"{TestServer.Path}/meetings/plenary-20201204"))["item"]!["agenda"]!;
        return new JsonObject { ["revision"] = (int)agenda["revision"]!, ["items"] = new JsonArray([.. agenda["items"]!.AsArray().Select(i => (JsonNode)(string)i!["item"]!).Reverse()]) };
    }

    private static async Task<string> Begun(TestServer server, string text, bool sent = false)
    {
        var (sender, content) = (new PieceSender(server, "office-director"), Evidence.Pdf(text));
        var upload = await sender.Begun("检查记录.pdf", content.Length);
        if (sent)
        {
            await sender.Append(upload, 0, content);
        }

        return $"upload={upload}";
    }

    private static async Task<JsonArray> Attached(TestServer server, string seat, string name) =>
        [new JsonObject { ["hash"] = await new FileDesk(server, seat).Uploaded(name, Evidence.Pdf(name)) }];

    private static async Task<string> Account(TestServer server, string login)
    {
        await server.Do(Accounts, new { login, name = "工作人员甲" });
        return $"login={login}";
    }

    private static async Task<string> Slip(TestServer server, string login) => Visitor.TokenOf((await server.Do(Accounts, new { login, name = "工作人员甲" }))["address"]!);

    private static async Task<string> Appointment(TestServer server)
    {
        await Account(server, "tour-seated");
        return $"appointment={(await server.Do("/api/v1/appointments", new { login = "tour-seated", seat = "group", campaign = TestServer.Campaign }))["appointment"]}";
    }

    private static async Task<string> Session(TestServer server)
    {
        await server.Seats.Fresh("group");
        return $"session={(await server.Get("/api/v1/sessions?login=group"))["items"]![0]!["session"]}";
    }

    private static async Task<JsonNode> Link(TestServer server, string unit) =>
        (await server.Do($"{TestServer.Path}/unit-links", new { units = new[] { unit } }))["links"]![0]!;

    private static async Task<string> Nomination(TestServer server, string unit) =>
        (string)(await server.Do($"{TestServer.Path}/nominations", new { unit, seat = "deputy", person = new { name = "联络人乙" } }))["nomination"]!;

    /// <summary>The server has an administrator, so it offers no link by itself.</summary>
    private static Task<string> SetUp(TestServer server) => server.Database.Write(
        (db, token) => server.Service<Links>().Make(db, new LinkMade(LinkKind.Setup, "server", SettingUp.Lives), token), TestContext.Current.CancellationToken);
}

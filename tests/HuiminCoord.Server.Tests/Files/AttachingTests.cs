using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Obligations;
using Microsoft.EntityFrameworkCore;
using static HuiminCoord.Server.Tests.Files.FileDesk;

namespace HuiminCoord.Server.Tests.Files;

/// <summary>Acts carry files: from the upload through the event to the register, and to whoever may see the thing.</summary>
[Collection(nameof(FileServers))]
public sealed class AttachingTests(FileServers servers)
{
    private static readonly string[] SeesAll = ["office-director", "office-staff", "convenor", "group"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_report_s_files_stand_in_the_register_and_open_to_the_unit_and_to_who_sees_all(DatabaseProvider provider)
    {
        var server = await servers.On(provider);
        var (liaison, leader) = (new FileDesk(server, "jiaoyu/liaison"), new FileDesk(server, "jiaoyu/leader"));
        var (summary, table) = (await liaison.Uploaded("9月小结.pdf", Evidence.Pdf("小结")), await liaison.Uploaded("附表.xlsx", Evidence.Sheet()));

        Assert.Null(await leader.Submits("jiaoyu", new { parts = new[] { "summary" }, files = new[] { File(summary), File(table, "..\\统计口径说明.xlsx") } }));

        var rows = await Rows(server, "unit", "jiaoyu");
        Assert.Equal([("9月小结.pdf", 0), ("统计口径说明.xlsx", 1)], rows.Select(r => (r.Name, r.Position)));
        Assert.All(rows, r => Assert.Equal((Monthly, "summary", "jiaoyu/leader@jiaoyu-leader"), (r.Subject, r.Part, r.AddedBy)));
        var shown = (await liaison.Reads($"units/jiaoyu/obligations/{Monthly}"))["files"]!.AsArray();
        Assert.Equal([(summary, "application/pdf", "jiaoyu/leader"), (table, rows[1].MediaType, "jiaoyu/leader")], shown.Select(f => ((string)f!["hash"]!, (string)f["mediaType"]!, (string)f["seat"]!)));
        foreach (var seat in SeesAll.Append("jiaoyu/deputy"))
        {
            Assert.Null(await new FileDesk(server, seat).Opens(table));
        }

        foreach (var seat in new[] { "weijian/liaison", "weijian/leader", "scjg/section-shipin" })
        {
            Assert.Equal("file.unknown", await new FileDesk(server, seat).Opens(table));
        }

        Assert.Equal("access.denied", await new FileDesk(server, "system-admin").Opens(table));
    }

    [Theory, EachDatabase]
    public async Task Knowing_a_hash_is_not_enough_to_attach_or_open_it(DatabaseProvider provider)
    {
        var server = await servers.On(provider);
        var (owner, other) = (new FileDesk(server, "minzheng/liaison"), new FileDesk(server, "gongan/liaison"));
        var hash = await owner.Uploaded("名单.pdf", Evidence.Pdf("民政名单"));

        Assert.Equal("file.unknown", await other.Submits("gongan", new { files = new[] { File(hash) } }));
        Assert.Equal("file.unknown", await other.Opens(hash));
        Assert.Equal("file.unknown", await new FileDesk(server, "office-director").Opens(hash));
        Assert.Null(await owner.Opens(hash));
        Assert.Null(await owner.Submits("minzheng", new { files = new[] { File(hash) } }));
        Assert.Equal("file.unknown", await other.Submits("gongan", new { files = new[] { File(hash) } }));
        Assert.Equal("file.unknown", await other.Opens(hash));
        Assert.Empty(await Rows(server, "unit", "gongan"));

        Assert.Equal(hash, await other.Uploaded("名单.pdf", Evidence.Pdf("民政名单")));
        Assert.Null(await other.Submits("gongan", new { files = new[] { File(hash) } }));
        await using var db = server.Database.OpenToRead();
        Assert.Equal((1, 1), (await db.FileContents.CountAsync(c => c.Hash == hash, Cancellation), await db.FilePieces.CountAsync(p => p.Hash == hash, Cancellation)));
    }

    [Theory, EachDatabase]
    public async Task A_repeated_wish_attaches_once_and_files_for_what_is_in_are_refused(DatabaseProvider provider)
    {
        var server = await servers.On(provider);
        var liaison = new FileDesk(server, "nongmu/liaison");
        var body = new { files = new[] { File(await liaison.Uploaded("小结.docx", Evidence.Word())) } };

        Assert.Null(await liaison.Submits("nongmu", body, "once"));
        var (_, again) = await liaison.Does($"units/nongmu/obligations/{Monthly}/submit", body, "once");

        Assert.True((bool)again["replayed"]!);
        Assert.Equal((Monthly, null), (Assert.Single(await Rows(server, "unit", "nongmu")).Subject, (await Rows(server, "unit", "nongmu"))[0].Part));
        Assert.Equal("file.too-late", await liaison.Submits("nongmu", body));
        Assert.Single(await Rows(server, "unit", "nongmu"));
    }

    [Theory, EachDatabase]
    public async Task Evidence_of_progress_opens_to_those_whose_task_it_is(DatabaseProvider provider)
    {
        var server = await servers.On(provider);
        var reporter = new FileDesk(server, "gongxin/liaison");
        var hash = await reporter.Uploaded("现场.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]);

        Assert.Null(Code(await reporter.Does("tasks/chi-1/progress", new { unit = "gongxin", text = "已检查6家", files = new[] { File(hash) } })));

        var file = Assert.Single((await new FileDesk(server, "nongmu/liaison").Reads("tasks/chi-1"))["files"]!.AsArray())!;
        Assert.Equal(("gongxin", "现场.jpg", "image/jpeg"), ((string)file["subject"]!, (string)file["name"]!, (string)file["mediaType"]!));
        foreach (var seat in SeesAll.Concat(["nongmu/liaison", "scjg/leader", "scjg/section-shipin", "scjg/section-jiage"]))
        {
            Assert.True(await new FileDesk(server, seat).Opens(hash) is null, seat);
        }

        Assert.Equal("file.unknown", await new FileDesk(server, "wenlv/liaison").Opens(hash));
    }

    [Theory, EachDatabase]
    public async Task Evidence_for_a_goal_is_the_office_s(DatabaseProvider provider)
    {
        var server = await servers.On(provider);
        var office = new FileDesk(server, "office-staff");
        var hash = await office.Uploaded("备案表.ofd", Evidence.Ofd());

        Assert.Null(Code(await new FileDesk(server, "office-director").Does("phases/mobilise/goals/fangan/evidence", new { evidence = "已备案", files = new[] { File(hash) } })));

        Assert.Equal("fangan", (string)Assert.Single((await new FileDesk(server, "group").Reads("phases/mobilise"))["files"]!.AsArray())!["subject"]!);
        Assert.Null((await new FileDesk(server, "wenlv/liaison").Reads("phases/mobilise"))["files"]);
        Assert.Null(await new FileDesk(server, "convenor").Opens(hash));
        Assert.Equal("file.unknown", await new FileDesk(server, "wenlv/liaison").Opens(hash));
        Assert.Equal("file.too-late", Code(await office.Does("phases/mobilise/goals/fangan/evidence", new { evidence = "补充", files = new[] { File(hash) } })));
    }

    [Theory, EachDatabase]
    public async Task The_office_enters_a_paper_with_its_scan_and_the_unit_sees_it(DatabaseProvider provider)
    {
        var server = await servers.On(provider);
        var (office, unit) = (new FileDesk(server, "office-staff"), new FileDesk(server, "weijian/liaison"));
        var (scan, theirs) = (await office.Uploaded("扫描件.pdf", Evidence.Pdf("扫描件")), await unit.Uploaded("另一份.pdf", Evidence.Pdf("另一份")));
        var received = server.Service<Grains.Clocks.CampaignClock>().Now;

        Assert.Equal("file.unknown", await office.Submits("weijian", new { receivedAt = received, files = new[] { File(theirs) } }));
        Assert.Null(await office.Submits("weijian", new { receivedAt = received, files = new[] { File(scan) } }));

        Assert.Null(await unit.Opens(scan));
        Assert.Equal("office-staff", (string)(await unit.Reads($"units/weijian/obligations/{Monthly}"))["files"]![0]!["seat"]!);
    }

    [Theory, EachDatabase]
    public async Task An_act_names_few_files_and_calls_them_what_they_are(DatabaseProvider provider)
    {
        var server = await servers.On(provider);
        var liaison = new FileDesk(server, "chengguan/liaison");
        var hash = await liaison.Uploaded("a.pdf", Evidence.Pdf("城管"));

        Assert.Equal("file.too-many", await liaison.Submits("chengguan", new { files = Enumerable.Repeat(File(hash), 21) }));
        Assert.Equal("request.invalid", await liaison.Submits("chengguan", new { files = Enumerable.Repeat(File(hash), 101) }));
        Assert.Equal("request.invalid", await liaison.Submits("chengguan", new { files = new[] { File("abc") } }));
        Assert.Equal("file.type-refused", await liaison.Submits("chengguan", new { files = new[] { File(hash, "a.exe") } }));
        Assert.Equal("file.type-refused", await liaison.Submits("chengguan", new { files = new[] { File(hash, "a.docx") } }));
        Assert.Equal("file.name-malformed", await liaison.Submits("chengguan", new { files = new[] { File(hash, "../") } }));
        Assert.Equal("file.unknown", await liaison.Submits("chengguan", new { files = new[] { File(hash), File(new string('0', 64)) } }));
        Assert.Empty(await Rows(server, "unit", "chengguan"));
        Assert.Null(await liaison.Submits("chengguan", new { files = Enumerable.Repeat(File(hash), 20) }));
        Assert.Equal(20, (await Rows(server, "unit", "chengguan")).Count);
    }

    [Fact]
    public void A_wish_with_files_is_another() =>
        Assert.EndsWith("""false,"receivedAt":null,"files":[{"hash":"a","name":null}]}""", CanonicalJson.Write(new SubmitBody(["summary"], Files: [new("a")])), StringComparison.Ordinal);

    [Fact]
    public void A_wish_without_files_is_the_wish_that_earlier_programs_knew() =>
        Assert.Equal("""{"parts":["summary"],"note":null,"nil":false,"receivedAt":null}""", CanonicalJson.Write(new SubmitBody(["summary"])));

    private static async Task<IReadOnlyList<AttachmentRow>> Rows(TestServer server, string room, string id)
    {
        await using var db = server.Database.OpenToRead();
        return await db.Attachments.Where(a => a.Room == room && a.Id == id).OrderBy(a => a.Seq).ThenBy(a => a.Position).ToListAsync(Cancellation);
    }
}

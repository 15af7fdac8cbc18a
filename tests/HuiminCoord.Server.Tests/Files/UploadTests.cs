using System.Net.Http.Headers;
using HuiminCoord.Domain.Files;
using HuiminCoord.Server.Tests.Attacks;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Tests.Files;

/// <summary>What is taken in at the door, and what is not.</summary>
public sealed class UploadTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    public static TheoryData<string, byte[]> Taken => new()
    {
        { "小结.docx", Evidence.Word() },
        { "统计表.xlsx", Evidence.Sheet(("xl/media/image1.png", "x")) },
        { "公文.ofd", Evidence.Ofd() },
        { "旧表.xls", Evidence.Compound("Root Entry", "Workbook") },
        { "旧文.doc", Evidence.Compound("Root Entry", "1Table", "WordDocument") },
        { "旧文.wps", Evidence.Compound("WordDocument") },
        { "旧表.et", Evidence.Compound("Workbook") },
        { "名单.csv", [0xB5, 0xA5, 0xCE, 0xBB, 0x2C, 0x31, 0x0A] },
        { "说明.txt", "说明"u8.ToArray() },
        { "现场.PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0] },
    };

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "程序.pdf", "MZ\0\u0001\0"u8.ToArray() },
        { "程序.txt", "MZ\0\u0001\0"u8.ToArray() },
        { "程序.docx", "MZ\0\u0001\0"u8.ToArray() },
        { "网页.txt", "<html><script>alert(1)</script>"u8.ToArray() },
        { "网页.pdf", "<html><script>alert(1)</script>"u8.ToArray() },
        { "图.png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray() },
        { "压缩包.docx", Evidence.Package(("a.exe", "MZ")) },
        { "带宏.docx", Evidence.Word(("word/vbaProject.bin", "x")) },
        { "带宏.xlsx", Evidence.Package(Evidence.Types("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), ("xl/workbook.xml", "<workbook/>")) },
        { "带宏.doc", Evidence.Compound("WordDocument", "_VBA_PROJECT") },
        { "安装包.doc", Evidence.Compound("SummaryInformation") },
        { "表.docx", Evidence.Sheet() },
        { "断.docx", Evidence.Word()[..60] },
        { "没有.pdf.exe", Evidence.Pdf("x") },
        { "a.html", "<html>"u8.ToArray() },
        { "a.svg", "<svg/>"u8.ToArray() },
        { "a.zip", Evidence.Package(("a.txt", "a")) },
        { "没有扩展名", Evidence.Pdf("x") },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task What_offices_send_each_other_is_taken_by_its_content(string name, byte[] content)
    {
        var (status, answer) = await new FileDesk(Server, "wenlv/liaison").Upload(name, content);

        Assert.True(status == 200, answer.ToJsonString());
        Assert.Equal((FileNames.Clean(name), content.Length), ((string)answer["name"]!, (int)answer["size"]!));
        Assert.Equal(FileTypes.Find((string)answer["name"]!)!.MediaType, (string)answer["mediaType"]!);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_not_what_its_name_says_is_refused(string name, byte[] content) =>
        Assert.Equal((422, "file.type-refused"), await Refusal("wenlv/liaison", name, content));

    [Theory]
    [InlineData("\u202Efdp.gpj\u202C.pdf", "fdp.gpj.pdf")]
    [InlineData("../../../etc/小结.pdf", "小结.pdf")]
    [InlineData("C:\\x\\\"a\";b=c.pdf", "_a_;b=c.pdf")]
    [InlineData("%0d%0aSet-Cookie.pdf", "%0d%0aSet-Cookie.pdf")]
    public async Task Names_are_never_believed(string declared, string kept)
    {
        var (status, answer) = await new FileDesk(Server, "wenlv/liaison").Upload(declared, Evidence.Pdf(kept));
        Assert.Equal((200, kept), (status, (string?)answer["name"]));
    }

    [Fact]
    public async Task Whoever_sends_nothing_or_not_as_asked_is_told_so()
    {
        Assert.Equal((422, "file.empty"), await Refusal("wenlv/liaison", "a.pdf", []));
        Assert.Equal((422, "file.name-malformed"), await Refusal("wenlv/liaison", "..", Evidence.Pdf("x")));
        Assert.Equal((422, "request.invalid"), await Refusal("wenlv/liaison", "", Evidence.Pdf("x")));
        Assert.Equal((403, "access.denied"), await Refusal("convenor", "a.pdf", Evidence.Pdf("x")));
        Assert.Equal((403, "access.denied"), await Refusal("system-admin", "a.pdf", Evidence.Pdf("x")));
        using var json = new StringContent("{}", new MediaTypeHeaderValue("application/json"));
        Assert.Equal("request.content-type", FileDesk.Code(await new FileDesk(Server, "wenlv/liaison").Upload("a.pdf", json)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_over_the_bound_is_refused_and_nothing_is_kept(bool saysItsLength)
    {
        await using var own = await TestServer.Start();
        await using var db = own.Database.OpenToRead();
        var before = await TableStates.Of(own.Database);
        using var whole = saysItsLength ? Evidence.Body(Evidence.Pdf("大", FileRules.MostBytes + 1)) : new Unmeasured(Evidence.Pdf("大", FileRules.MostBytes + 1));

        var (status, answer) = await new FileDesk(own, "jiaoyu/liaison").Upload("大.pdf", whole);

        Assert.Equal((413, "file.too-large"), (status, (string?)answer["code"]));
        Assert.Contains("20MB", (string)answer["detail"]!, StringComparison.Ordinal);
        Assert.Equal(0, await db.FileContents.CountAsync(TestContext.Current.CancellationToken) + await db.FilePieces.CountAsync(TestContext.Current.CancellationToken));
        var after = await TableStates.Of(own.Database);
        Assert.Equal(before.Where(t => t.Key.StartsWith("file_", StringComparison.Ordinal)), after.Where(t => t.Key.StartsWith("file_", StringComparison.Ordinal)));
    }

    private async Task<(int Status, string? Code)> Refusal(string seat, string name, byte[] content)
    {
        var answer = await new FileDesk(Server, seat).Upload(name, content);
        return (answer.Status, FileDesk.Code(answer));
    }

    /// <summary>A body whose length nobody says beforehand.</summary>
    private sealed class Unmeasured : HttpContent
    {
        private readonly byte[] _content;

        internal Unmeasured(byte[] content)
        {
            _content = content;
            Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        }

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => stream.WriteAsync(_content).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}

using System.Net;
using HuiminCoord.Server.Tests.Console;

namespace HuiminCoord.Server.Tests.Files;

/// <summary>How a file leaves: as something to keep, never as something to show.</summary>
public sealed class DownloadTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Fact]
    public async Task A_download_is_an_attachment_under_its_own_name_that_runs_nothing()
    {
        var desk = new FileDesk(Server, "zhujian/liaison");
        var content = Evidence.Pdf("三个多片段", 1_300_000);
        var hash = await desk.Uploaded("9月“小结”.pdf", content);

        using var answer = await desk.Download(hash);

        Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(content.Length, answer.Content.Headers.ContentLength);
        var disposition = answer.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", "9月“小结”.pdf"), (disposition.DispositionType, disposition.FileNameStar));
        Assert.Contains("filename*=UTF-8''9%E6%9C%88", string.Join(' ', answer.Content.Headers.GetValues("Content-Disposition")), StringComparison.Ordinal);
        Assert.Equal("default-src 'none'; sandbox", Header("Content-Security-Policy"));
        Assert.Equal(("nosniff", "no-store"), (Header("X-Content-Type-Options"), Header("Cache-Control")));

        string Header(string name) => string.Join(' ', answer.Headers.GetValues(name));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("..%2f..%2fcoordination.db")]
    public async Task What_is_not_there_is_not_there(string hash)
    {
        using var answer = await new FileDesk(Server, "office-director").Download(hash);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("file.unknown", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_s_link_opens_to_the_same_people_by_their_session()
    {
        var content = Evidence.Pdf("网页下载");
        var hash = await new FileDesk(Server, "zhujian/leader").Uploaded("网页下载.pdf", content);
        using var own = await PageVisitor.In(Server, "zhujian/liaison", follows: false);
        using var other = await PageVisitor.In(Server, "gongan/liaison", follows: false);
        using var admin = await PageVisitor.In(Server, "audit-admin", follows: false);
        using var nobody = PageVisitor.At(Server, follows: false);

        var file = await own.Get($"/files/{hash}");
        Assert.Equal((HttpStatusCode.OK, "application/pdf", "default-src 'none'; sandbox"), (file.Status, file.Headers["Content-Type"], file.Headers["Content-Security-Policy"]));
        Assert.StartsWith("attachment; ", file.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, "没有这个文件"), ((await other.Get($"/files/{hash}")).Status, (await other.Get($"/files/{hash}")).One("h1").TextContent));
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.Get($"/files/{hash}")).Status);
        Assert.StartsWith("/sign-in", (await nobody.Get($"/files/{hash}")).Headers["Location"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await own.Get("/files/x")).Status);
    }
}

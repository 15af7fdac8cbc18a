using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HuiminCoord.Server.Tests.Files;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>The browser's door for uploads in pieces: the console's cookie opens it, and nothing else does.</summary>
public sealed class UploadDoorTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Fact]
    public async Task A_seat_s_cookie_sends_a_file_from_its_beginning_to_its_end()
    {
        var (cookie, content) = ($"huimin-session={await PageVisitor.SessionOf(Server, "wenlv/liaison")}", PieceSender.Photograph(31, 70_000));
        var (status, view) = await Ask("", JsonContent.Create(new { name = "门头.jpg", size = content.Length }), ("Cookie", cookie));
        Assert.True(status == 200, view.ToJsonString());
        var at = $"/{view["upload"]}";
        Assert.Equal(40_000, (int)(await Ask($"{at}/pieces?offset=0", Evidence.Body(content[..40_000]), ("Cookie", cookie))).Body["offset"]!);
        var (wrong, problem) = await Ask($"{at}/pieces?offset=0", Evidence.Body(content[..30_000]), ("Cookie", cookie));
        Assert.Equal((409, "upload.offset-wrong", 40_000), (wrong, (string)problem["code"]!, (int)problem["offset"]!));
        Assert.Equal(70_000, (int)(await Ask($"{at}/pieces?offset=40000", Evidence.Body(content[40_000..]), ("Cookie", cookie))).Body["offset"]!);
        Assert.Equal(PieceSender.Hash(content), (string)(await Ask($"{at}/finish", null, ("Cookie", cookie))).Body["hash"]!);
        Assert.Null(await new FileDesk(Server, "wenlv/leader").Opens(PieceSender.Hash(content)));
    }

    [Fact]
    public async Task Nobody_else_gets_in()
    {
        var cookie = $"huimin-session={await PageVisitor.SessionOf(Server, "wenlv/liaison")}";
        var body = new { name = "门头.jpg", size = 70_000 };
        Assert.Equal("access.sign-in-needed", await Refusal("", JsonContent.Create(body)));
        Assert.Equal("access.sign-in-needed", await Refusal("", JsonContent.Create(body), ("Authorization", $"Bearer {await Server.Seats.Token("wenlv/liaison")}")));
        Assert.Equal("access.denied", await Refusal("", JsonContent.Create(body), ("Cookie", $"huimin-session={await PageVisitor.SessionOf(Server, "convenor")}")));
        Assert.Equal("origin.not-local", await Refusal("", JsonContent.Create(body), ("Cookie", cookie), ("Origin", "https://elsewhere.example")));
        Assert.Equal("request.content-type", await Refusal("", new StringContent("{}", new MediaTypeHeaderValue("text/plain")), ("Cookie", cookie)));
        var (_, view) = await Ask("", JsonContent.Create(body), ("Cookie", cookie));
        var at = $"/{view["upload"]}";
        Assert.Equal("request.content-type", await Refusal($"{at}/pieces?offset=0", new StringContent("x", new MediaTypeHeaderValue("text/plain")), ("Cookie", cookie)));
        Assert.Equal("upload.unknown", await Refusal($"{at}/give-up", null, ("Cookie", $"huimin-session={await PageVisitor.SessionOf(Server, "gongan/liaison")}")));
        Assert.Equal(200, (await Ask($"{at}/give-up", null, ("Cookie", cookie))).Status);
    }

    private async Task<string?> Refusal(string path, HttpContent? content, params (string Name, string Value)[] headers) =>
        await Ask(path, content, headers) is var (status, body) && status == 200 ? null : (string?)body["code"];

    private async Task<(int Status, JsonNode Body)> Ask(string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var plain = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Server.Url };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/uploads{path}") { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await plain.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }
}

using System.Text.Json.Nodes;

namespace HuiminCoord.Server.Tests.Api;

public sealed class ProblemShapeTests(ServerFixture fixture)
{
    private const string Unknown = $"{TestServer.Path}/units/tiyu";

    private TestServer Server => fixture.Server;

    [Theory]
    [InlineData(null, "没有这个单位", "本次整治没有编号为“tiyu”的成员单位，请核对编号。", "zh-CN")]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "没有这个单位", "本次整治没有编号为“tiyu”的成员单位，请核对编号。", "zh-CN")]
    [InlineData("en-GB,en;q=0.9,zh;q=0.5", "No such unit", "The campaign has no member unit 'tiyu'.", "en")]
    [InlineData("fr, en;q=0.2", "No such unit", "The campaign has no member unit 'tiyu'.", "en")]
    [InlineData("fr", "没有这个单位", "本次整治没有编号为“tiyu”的成员单位，请核对编号。", "zh-CN")]
    [InlineData(";;;", "没有这个单位", "本次整治没有编号为“tiyu”的成员单位，请核对编号。", "zh-CN")]
    public async Task A_refusal_is_problem_details_in_the_language_of_the_caller(string? language, string title, string detail, string content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Unknown);
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var answer = await Server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal([content], answer.Content.Headers.ContentLanguage);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(("urn:huimincoord:refusal:unit.unknown", title, 404, detail, Unknown, "unit.unknown"), (
            (string)problem["type"]!, (string)problem["title"]!, (int)problem["status"]!, (string)problem["detail"]!, (string)problem["instance"]!, (string)problem["code"]!));
    }

    [Fact]
    public async Task Whoever_accepts_no_JSON_is_still_told_why()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{TestServer.Path}/obligations?limit=0");
        request.Headers.Add("Accept", "text/html");
        var (status, problem) = await Server.Send(request);
        Assert.Equal((422, "request.invalid"), (status, (string)problem["code"]!));
    }
}

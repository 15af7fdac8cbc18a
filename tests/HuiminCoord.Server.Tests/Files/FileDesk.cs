using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HuiminCoord.Server.Tests.Files;

/// <summary>Somebody in a seat who uploads, attaches and opens files.</summary>
internal sealed class FileDesk(TestServer server, string seat)
{
    public const string Monthly = "monthly-2020-09";

    public Task<(int Status, JsonNode Body)> Upload(string name, byte[] content) => Upload(name, Evidence.Body(content));

    public async Task<(int Status, JsonNode Body)> Upload(string name, HttpContent content)
    {
        using var request = await Request(HttpMethod.Post, $"{TestServer.Path}/files?name={Uri.EscapeDataString(name)}");
        request.Content = content;
        return await server.Send(request);
    }

    /// <summary>Uploads and expects it to be taken; the hash.</summary>
    public async Task<string> Uploaded(string name, byte[] content)
    {
        var (status, answer) = await Upload(name, content);
        Assert.True(status == 200, $"{name}: {status} {answer.ToJsonString()}");
        return (string)answer["hash"]!;
    }

    /// <summary>Sends a command and lets it be told.</summary>
    public async Task<(int Status, JsonNode Body)> Does(string path, object body, string? key = null)
    {
        using var request = await Request(HttpMethod.Post, $"{TestServer.Path}/{path}");
        request.Content = JsonContent.Create(body, body.GetType(), options: JsonSerializerOptions.Web);
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString("N"));
        var answer = await server.Send(request);
        await server.Drain();
        return answer;
    }

    /// <summary>Hands in a month's report with files; the code of the refusal, or null.</summary>
    public async Task<string?> Submits(string unit, object body, string? key = null) => Code(await Does($"units/{unit}/obligations/{Monthly}/submit", body, key));

    public async Task<JsonNode> Reads(string path)
    {
        using var request = await Request(HttpMethod.Get, $"{TestServer.Path}/{path}");
        var (status, body) = await server.Send(request);
        Assert.True(status == 200, $"{path}: {status} {body.ToJsonString()}");
        return body["item"]!;
    }

    /// <summary>Opens a file.</summary>
    public async Task<HttpResponseMessage> Download(string hash)
    {
        using var request = await Request(HttpMethod.Get, $"{TestServer.Path}/files/{hash}");
        return await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>What becomes of opening a file: null, or the code of the refusal.</summary>
    public async Task<string?> Opens(string hash)
    {
        using var answer = await Download(hash);
        return answer.IsSuccessStatusCode ? null : Code(((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!));
    }

    public static object File(string hash, string? name = null) => name is null ? new { hash } : new { hash, name };

    public static string? Code((int Status, JsonNode Body) answer) => answer.Status == 200 ? null : (string?)answer.Body["code"];

    private async Task<HttpRequestMessage> Request(HttpMethod method, string address)
    {
        var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await server.Seats.Token(seat));
        return request;
    }
}

using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HuiminCoord.Server.Tests.Onboarding;

/// <summary>Somebody at the API: without an account, or signed in by hand.</summary>
internal sealed class Visitor(TestServer server, string? token = null) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = server.Url, DefaultRequestHeaders = { Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token) } };

    /// <summary>The authenticator app of somebody who has activated an account.</summary>
    public AuthenticatorApp? App { get; private init; }

    public string? Login { get; private init; }

    /// <summary>Names each wish, as a command must be named.</summary>
    public bool SendsKeys { get; set; } = true;

    /// <summary>Sits in a demo account's seat.</summary>
    public static async Task<Visitor> In(TestServer server, string seat) => new(server, await server.Seats.Token(seat));

    public async Task<(int Status, JsonNode Body)> Ask(HttpMethod method, string path, HttpContent? content = null, string? language = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{path}") { Content = content };
        if (method == HttpMethod.Post && SendsKeys)
        {
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        }

        if (language is not null)
        {
            request.Headers.Add("Accept-Language", language);
        }

        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        await server.Drain();
        return ((int)answer.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
    }

    public Task<(int Status, JsonNode Body)> Post(string path, object? body = null, string? language = null) =>
        Ask(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body, body.GetType(), options: JsonSerializerOptions.Web), language);

    public async Task<JsonNode> Do(string path, object? body = null) => Expected(path, await Post(path, body));

    public async Task<JsonNode> Get(string path) => Expected(path, await Ask(HttpMethod.Get, path));

    public Task<byte[]> Download(string path) => _http.GetByteArrayAsync(new Uri($"/api/v1{path}", UriKind.Relative));

    /// <summary>Asks for what is refused; the status and the code.</summary>
    public async Task<(int Status, string? Code)> Refused(string path, object? body = null)
    {
        var (status, problem) = await Post(path, body);
        return (status, (string?)problem["code"]);
    }

    /// <summary>Activates the account of a slip with an authenticator app that is not ours, and signs in with the code that follows.</summary>
    public static async Task<Visitor> Activate(TestServer server, JsonNode slip, string? seat = null)
    {
        using var stranger = new Visitor(server);
        var secret = TokenOf(slip["address"]!);
        var offer = await stranger.Do("/activation/look", new { token = secret });
        var (app, login) = (new AuthenticatorApp((string)offer["key"]!), (string)offer["login"]!);
        await stranger.Do("/activation/finish", new { token = secret, password = PasswordOf(login), code = app.Code() });
        var signedIn = await stranger.Do("/session", new { login, password = PasswordOf(login), code = app.Code(), seat });
        return new Visitor(server, (string)signedIn["token"]!) { App = app, Login = login };
    }

    public static string TokenOf(JsonNode address) => ((string)address!).Split('/')[^1];

    public static string PasswordOf(string login) => string.Concat(login.Where(char.IsLetter).Reverse()) + "-uncommon-phrase";

    public void Dispose() => _http.Dispose();

    private static JsonNode Expected(string path, (int Status, JsonNode Body) answer)
    {
        Assert.True(answer.Status == 200, $"{path}: {answer.Status} {answer.Body.ToJsonString()}");
        return answer.Body;
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Commands;

/// <summary>A running server, asked from one of the account's seats.</summary>
internal sealed class SignedInServer(Uri url, Credentials credentials, string? seat = null, string? campaign = null) : IDisposable
{
    /// <summary>A later server may say more than this program asks for.</summary>
    private static readonly JsonSerializerOptions Lenient = new(ApiJson.Options) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip };

    private const string SignInPath = "/api/v1/session";

    private readonly HttpClient _http = new() { BaseAddress = url, Timeout = TimeSpan.FromMinutes(2), DefaultRequestHeaders = { { "Accept-Language", "en" } } };

    /// <summary>The bearer token; null until somebody is signed in.</summary>
    internal string? Token => _http.DefaultRequestHeaders.Authorization?.Parameter;

    /// <summary>Reads.</summary>
    /// <exception cref="CommandRefusedException">The answer is a refusal.</exception>
    /// <exception cref="HttpRequestException">Nobody answers.</exception>
    internal async Task<T> Get<T>(string path, CancellationToken cancellation)
    {
        await SignIn(cancellation);
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellation);
        return await Read<T>(answer, cancellation);
    }

    /// <summary>Asks for something to be done.</summary>
    /// <exception cref="CommandRefusedException">Nobody answers, or the answer is a refusal.</exception>
    internal async Task<T> Ask<T>(string path, object body, CancellationToken cancellation)
    {
        try
        {
            await SignIn(cancellation);
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, body.GetType(), options: ApiJson.Options) };
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
            using var answer = await _http.SendAsync(request, cancellation);
            return await Read<T>(answer, cancellation);
        }
        catch (Exception away) when (away is HttpRequestException or WatchMustWaitException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new CommandRefusedException($"{url} does not answer: {away.Message}", away);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task SignIn(CancellationToken cancellation)
    {
        if (Token is not null)
        {
            return;
        }

        var wish = new { login = credentials.Login, password = credentials.Password, code = credentials.Code, seat, campaign };
        using var answer = await _http.PostAsJsonAsync(new Uri(SignInPath, UriKind.Relative), wish, ApiJson.Options, cancellation);
        var signed = await Read<SignedInAnswer>(answer, cancellation);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", signed.Token);
    }

    private async Task<T> Read<T>(HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (answer.IsSuccessStatusCode)
        {
            return (await answer.Content.ReadFromJsonAsync<T>(Lenient, cancellation))!;
        }

        if (answer.StatusCode >= HttpStatusCode.InternalServerError || answer.StatusCode == HttpStatusCode.TooManyRequests)
        {
            throw new WatchMustWaitException($"{url} answered with {(int)answer.StatusCode}");
        }

        if (answer.StatusCode == HttpStatusCode.Unauthorized && Token is not null)
        {
            // The session has ended: the next question signs in anew, and learns it if that is refused, too.
            _http.DefaultRequestHeaders.Authorization = null;
            throw new WatchMustWaitException("the session has ended");
        }

        throw new CommandRefusedException(await Why(answer, cancellation));
    }

    private static async Task<string> Why(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
            return $"{problem.GetProperty("detail").GetString()} ({problem.GetProperty("code").GetString()})";
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return $"The server answered {(int)answer.StatusCode}.";
        }
    }

    private sealed record SignedInAnswer(string Token);
}

using System.Text.Json;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Hosting;

namespace HuiminCoord.Server.Commands;

/// <summary>A running server, asked about holiday papers.</summary>
internal sealed class CalendarServer(Uri url) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = url, Timeout = TimeSpan.FromMinutes(2), DefaultRequestHeaders = { { "Accept-Language", "en" } } };

    /// <exception cref="CommandRefusedException">Nobody answers, or the answer is a refusal.</exception>
    internal async Task<T> Ask<T>(string path, object body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, body.GetType(), options: ApiJson.Options) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        try
        {
            using var answer = await _http.SendAsync(request, cancellation);
            return answer.IsSuccessStatusCode
                ? (await answer.Content.ReadFromJsonAsync<T>(ApiJson.Options, cancellation))!
                : throw new CommandRefusedException(await Why(answer, cancellation));
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new CommandRefusedException($"{url} does not answer: {away.Message}", away);
        }
    }

    public void Dispose() => _http.Dispose();

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
}

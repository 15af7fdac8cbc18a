using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HuiminCoord.Server.Tests.Cluster;

/// <summary>One command that somebody wants carried out, whatever happens to the servers.</summary>
/// <param name="Word">A word that nobody else says: it must appear once in what is kept.</param>
/// <param name="Event">The alias of the event that it leads to.</param>
internal sealed record Wish(string Word, string Event, string Path, object Body)
{
    public string Key => $"key-{Word}";
}

/// <summary>An acknowledged wish.</summary>
/// <param name="Attempts">How often it was sent until it was answered.</param>
internal sealed record Acknowledged(Wish Wish, string Grain, long Sequence, int Server, long SentAt, long At, int Attempts)
{
    public TimeSpan Took => Stopwatch.GetElapsedTime(SentAt, At);
}

/// <summary>Clients that send their wish again, with the same key and to the other server, until it is acknowledged.</summary>
internal sealed class WishSender(Uri[] urls, TestSeats seats) : IDisposable
{
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { Timeout = TimeSpan.FromSeconds(20) };
    private readonly ConcurrentDictionary<int, bool> _gone = new();

    /// <summary>What was answered instead of an acknowledgement, by server.</summary>
    public ConcurrentQueue<(int Server, string Answer)> Failures { get; } = new();

    /// <summary>Nobody tries this server any more.</summary>
    public void Leave(int server) => _gone[server] = true;

    public void Return(int server) => _gone.TryRemove(server, out _);

    public async Task<Acknowledged> Send(Wish wish, int server)
    {
        var sentAt = Stopwatch.GetTimestamp();
        for (var attempt = 1; ; attempt++, server = 1 - server)
        {
            server = _gone.ContainsKey(server) ? 1 - server : server;
            var (status, answer) = await Try(wish, server);
            if (status == 200)
            {
                var body = JsonNode.Parse(answer)!;
                return new(wish, (string)body["grain"]!, (long)body["sequence"]!, server, sentAt, Stopwatch.GetTimestamp(), attempt);
            }

            Failures.Enqueue((server, $"{status} {answer}"));
            Assert.True(status is 0 or >= 500, $"{wish.Path} was refused: {status} {answer}");
            Assert.True(Stopwatch.GetElapsedTime(sentAt) < GiveUp, $"{wish.Path} was not acknowledged: {status} {answer}");
            await Task.Delay(20);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<(int Status, string Answer)> Try(Wish wish, int server)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(urls[server], wish.Path))
        {
            Content = JsonContent.Create(wish.Body, wish.Body.GetType(), options: JsonSerializerOptions.Web),
        };
        request.Headers.Add("Idempotency-Key", wish.Key);
        request.Headers.Authorization = new("Bearer", await seats.TokenFor(request));
        try
        {
            using var answer = await _http.SendAsync(request);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or TaskCanceledException)
        {
            return (0, broken.Message);
        }
    }
}

/// <summary>Mixed commands of a district's day, the same for a seed.</summary>
internal static class MixedWishes
{
    public static readonly string[] Units = ["scjg", "jiaoyu", "gongan", "zhengfuban"];

    /// <summary>Tasks that people report on; the others stay silent and go stale.</summary>
    public static readonly string[] Tasks = ["chi-1", "chi-2", "chi-3", "chi-4", "chuan-1", "zhu-1", "xing-1"];

    /// <summary>What has to be there before: liaisons who can be urged, and something to urge them for.</summary>
    public static IEnumerable<Wish> Preparing(string campaign) => Units.SelectMany(unit => new Wish[]
    {
        new($"liaison-{campaign}-{unit}", "unit.seat-named", $"/api/v1/campaigns/{campaign}/units/{unit}/seats/liaison/name", new { holder = $"liaison-{campaign}-{unit}" }),
        new($"urgent-{campaign}-{unit}", "unit.assigned", $"/api/v1/campaigns/{campaign}/units/{unit}/obligations", new { duty = "urgent", title = $"urgent-{campaign}-{unit}", due = PastCampaigns.Day(60) }),
    });

    public static IReadOnlyList<Wish> Of(IReadOnlyList<string> campaigns, int count, Random seed) =>
        [.. Enumerable.Range(0, count).Select(number => One(campaigns[seed.Next(campaigns.Count)], string.Create(CultureInfo.InvariantCulture, $"wish-{number:0000}-x"), seed))];

    private static Wish One(string campaign, string word, Random seed)
    {
        var at = $"/api/v1/campaigns/{campaign}";
        var unit = Units[seed.Next(Units.Length)];
        return seed.Next(100) switch
        {
            < 45 => new(word, "task.progress-reported", $"{at}/tasks/{Tasks[seed.Next(Tasks.Length)]}/progress", new { unit = "scjg", text = word, percent = seed.Next(100) }),
            < 85 => new(word, "unit.urged", $"{at}/units/{unit}/obligations/urgent/urge", new { reason = word }),
            _ => new(word, "unit.seat-named", $"{at}/units/{unit}/seats/deputy/name", new { holder = word }),
        };
    }
}

using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using HuiminCoord.Grains.Tests;

namespace HuiminCoord.Server.Tests.Commands;

/// <summary>The server and its watcher as two processes, as the README shows them.</summary>
public sealed class ServedCampaignTests : IDisposable
{
    private const string Phrase = "all with the pass phrase: ";

    private readonly string _directory = Directory.CreateTempSubdirectory("huimin-served-").FullName;

    [Fact]
    public async Task Without_arguments_a_rehearsal_runs_and_reminders_are_printed()
    {
        using var server = ServerProcess.Start(_directory);

        await server.Printed(l => l.Any(x => x.StartsWith("2020-09-17 周四 09:00  教育局 负责同志  请报备联络人", StringComparison.Ordinal)), "the reminder of the day of issue");

        // On a busy machine the first reminders come while it still says what it is.
        await server.Printed(l => l.Any(x => x.StartsWith("REHEARSAL", StringComparison.Ordinal) && x.Contains("a day takes 2 s", StringComparison.Ordinal)), "that it is a rehearsal");
        await server.Printed(l => l.Any(x => x.Contains("watch --unit", StringComparison.Ordinal)), "how to watch");
    }

    [Fact]
    public async Task Started_paused_it_waits_until_somebody_lets_the_next_event_happen()
    {
        var url = $"http://127.0.0.1:{PostgreSqlServer.FreePort()}";
        using var server = ServerProcess.Start(_directory, "serve", "--paused", "--pace", "0.01", "--urls", url);
        await server.Printed(l => l.Any(x => x.Contains(Phrase, StringComparison.Ordinal)), "the pass phrase");
        var phrase = server.Lines.First(x => x.Contains(Phrase, StringComparison.Ordinal)).Split(Phrase)[1].Trim();
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        using var signedIn = await http.PostAsJsonAsync("/api/v1/session", new { login = "jiaoyu-liaison", password = phrase }, TestContext.Current.CancellationToken);
        http.DefaultRequestHeaders.Authorization = new("Bearer", (string)(await Read(signedIn))["token"]!);

        using var stands = await http.GetAsync(new Uri("/api/v1/rehearsal", UriKind.Relative), TestContext.Current.CancellationToken);
        using var stepped = await http.PostAsync(new Uri("/api/v1/rehearsal/step", UriKind.Relative), null, TestContext.Current.CancellationToken);

        var (before, after) = (await Read(stands), await Read(stepped));
        Assert.Equal(("2020-09-17T00:00:00+08:00", true), ((string?)before["now"], (bool)before["paused"]!));
        Assert.Equal(((string?)before["next"]!["at"], true), ((string?)after["now"], (bool)after["paused"]!));
        await server.Printed(l => l.Any(x => x.StartsWith("2020-09-17 周四 09:00  教育局 负责同志  请报备联络人", StringComparison.Ordinal)), "the reminder of the day of issue");
        Assert.Contains(server.Lines, l => l.StartsWith("REHEARSAL", StringComparison.Ordinal) && l.Contains("paused; once it flows, a day takes 0.01 s", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_watcher_loses_and_repeats_nothing_when_the_server_is_killed_and_started_again()
    {
        string[] serve = ["serve", "--data", Path.Combine(_directory, "data"), "--urls", $"http://127.0.0.1:{PostgreSqlServer.FreePort()}", "--pace", "0.5"];
        var server = ServerProcess.Start(_directory, serve);
        await server.Printed(l => l.Any(x => x.Contains(Phrase, StringComparison.Ordinal)), "the pass phrase");
        var phrase = server.Lines.First(x => x.Contains(Phrase, StringComparison.Ordinal)).Split(Phrase)[1].Trim();
        using var watcher = ServerProcess.Start(
            _directory, new Dictionary<string, string> { ["HUIMINCOORD_PASSWORD"] = phrase }, "watch", "--unit", "教育局", "--url", serve[4], "--json");
        foreach (var expected in (int[])[3, 6])
        {
            await watcher.Printed(l => l.Count >= expected, $"{expected} messages");
            server.Kill();
            server.Dispose();
            server = ServerProcess.Start(_directory, serve);
        }

        await watcher.Printed(l => l.Count >= 10, "10 messages");
        server.Dispose();

        var sequences = watcher.Lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("seq").GetInt64()).ToList();
        Assert.Equal(Enumerable.Range(1, sequences.Count).Select(i => (long)i), sequences);
        Assert.Equal(watcher.Lines.Count, watcher.Lines.Distinct().Count());
    }

    [Fact]
    public async Task A_directory_serves_one_server_at_a_time_and_never_both_kinds_of_time()
    {
        string[] serve = ["serve", "--data", Path.Combine(_directory, "data"), "--urls", $"http://127.0.0.1:{PostgreSqlServer.FreePort()}"];
        using var server = ServerProcess.Start(_directory, serve);
        await server.Printed(l => l.Any(x => x.StartsWith("Listening", StringComparison.Ordinal)), "that it listens");

        var (second, _, why) = await ServerProcess.Run(_directory, serve);
        var (taken, _, whyTaken) = await ServerProcess.Run(_directory, ["serve", "--data", Path.Combine(_directory, "other"), .. serve[3..]]);
        server.Kill();
        var (live, _, whyLive) = await ServerProcess.Run(_directory, [.. serve, "--live"]);

        Assert.Equal(1, second);
        Assert.Contains("data", Assert.Single(why), StringComparison.Ordinal);
        Assert.Equal(1, taken);
        Assert.Contains("Choose another address", Assert.Single(whyTaken), StringComparison.Ordinal);
        Assert.Equal(1, live);
        Assert.Contains("holds a rehearsal", Assert.Single(whyLive), StringComparison.Ordinal);
    }

    private static async Task<JsonNode> Read(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_directory, recursive: true);
}

using System.Diagnostics;
using System.Net;
using HuiminCoord.Bench.Places;
using HuiminCoord.Bench.Results;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Bench.Measurements;

/// <summary>What pages cost the server: each is asked for over loopback, alone, on one district's data and among those of many.</summary>
internal sealed class PagesMeasurement : IMeasurement
{
    private const string Campaign = "huimin-2020";

    /// <summary>Turns until the code of all pages is compiled.</summary>
    private const int Unmeasured = 10;

    private static readonly (string Name, string Seat, string Path)[] Pages =
    [
        ("workbench, office", "office-director", "/home"), ("board", "office-director", "/board"), ("board, a unit's drawer", "office-director", "/board?unit=gongan"),
        ("review", "office-director", "/review"), ("tasks", "group", "/tasks"), ("phases", "group", "/phases"), ("open questions", "office-director", "/plan?tab=questions"),
        ("calendar", "office-director", "/calendar"), ("workbench, unit", "jiaoyu/liaison", "/home"), ("messages", "jiaoyu/leader", "/messages"), ("audit", "audit-admin", "/audit"),
    ];

    public string Name => "pages";

    public string About => "pages of the console, on one district and among many";

    public async Task<IReadOnlyList<Measured>> Run(Databases places, BenchSettings settings, Action<string> say, CancellationToken cancellation)
    {
        await using var place = await places.New();
        await using var database = await place.OpenReady(cancellation);
        await using var console = await BenchConsole.Start(database, cancellation);
        var alone = await Round(console, settings, cancellation);
        say($"one district: the slowest page takes {alone.Values.Max(Measured.MedianOf):N0} ms");
        var rows = await ManyDistricts.Add(database, Campaign, settings.Stored);
        say($"{rows:N0} rows in the registers");
        var among = await Round(console, settings, cancellation);
        say($"among many: the slowest page takes {among.Values.Max(Measured.MedianOf):N0} ms");
        return [.. Pages.SelectMany(page => Results(places.Provider, page.Name, settings.Stored, alone[page.Name], among[page.Name]))];
    }

    private static IEnumerable<Measured> Results(DatabaseProvider provider, string page, int rows, List<double> alone, List<double> among)
    {
        var peer = Measured.Of(provider, $"page: {page}, one district", "ms", alone);
        yield return peer;
        yield return Measured.Of(provider, $"page: {page}, among {rows:N0} duties", "ms", among, peer);
    }

    /// <summary>Milliseconds from the request to the last byte, page by page in turns; what the first turns cost is left out.</summary>
    private static async Task<Dictionary<string, List<double>>> Round(BenchConsole console, BenchSettings settings, CancellationToken cancellation)
    {
        var taken = Pages.ToDictionary(p => p.Name, _ => new List<double>());
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = console.Url };
        var sessions = new Dictionary<string, string>();
        foreach (var seat in Pages.Select(p => p.Seat).Distinct())
        {
            sessions[seat] = await console.SessionOf(seat, cancellation);
        }

        for (var turn = 0; turn < Unmeasured + settings.PageTurns; turn++)
        {
            foreach (var (name, seat, path) in Pages)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.Add("Cookie", $"huimin-session={sessions[seat]}");
                var watch = Stopwatch.StartNew();
                using var answer = await http.SendAsync(request, cancellation);
                var html = await answer.Content.ReadAsStringAsync(cancellation);
                var took = watch.Elapsed.TotalMilliseconds;
                Expect.That(answer.StatusCode == HttpStatusCode.OK && html.Contains("</html>", StringComparison.Ordinal) && !html.Contains("aria-busy", StringComparison.Ordinal), $"{path} answered {answer.StatusCode}.");
                if (turn >= Unmeasured)
                {
                    taken[name].Add(took);
                }
            }
        }

        return taken;
    }
}

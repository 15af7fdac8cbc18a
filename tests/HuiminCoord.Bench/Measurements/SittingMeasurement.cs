using System.Globalization;
using HuiminCoord.Bench.Places;
using HuiminCoord.Bench.Results;
using HuiminCoord.Domain.Meetings;
using Microsoft.Playwright;

namespace HuiminCoord.Bench.Measurements;

/// <summary>How soon a decision stands on the screens of those who sit in the meeting: fifty pages in a real browser, from the recorder's press on.</summary>
internal sealed class SittingMeasurement : IMeasurement
{
    private const int People = 50, Decisions = 12;

    /// <summary>Each page writes down when it first showed a decision; both clocks are this machine's.</summary>
    private const string Watch = """
        () => {
          window.shown = {};
          const look = () => document.querySelectorAll('[id^="decision-"]').forEach(d => { window.shown[d.id] ??= Date.now(); });
          new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
          look();
        }
        """;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private static readonly string[] Seats =
        ["office-director", "office-staff", "convenor", "jiaoyu/liaison", "scjg/liaison", "nongmu/liaison", "weijian/deputy", "minzheng/leader", "gongan/liaison", "chengguan/liaison"];

    public string Name => "sitting";

    public string About => "a decision on the screens of those who sit in the meeting";

    public async Task<IReadOnlyList<Measured>> Run(Databases places, BenchSettings settings, Action<string> say, CancellationToken cancellation)
    {
        Expect.That(File.Exists(CircuitsMeasurement.Chromium), $"{CircuitsMeasurement.Chromium} is missing: install the package 'chromium'.");
        await using var place = await places.New();
        await using var database = await place.OpenReady(cancellation);
        await using var console = await BenchConsole.Start(database, cancellation);
        var meeting = await console.Sit();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = CircuitsMeasurement.Chromium, Args = ["--no-sandbox", "--disable-gpu"] });
        var pages = new List<IPage>();
        for (var person = 0; person < People; person++)
        {
            var page = await console.Open(browser, Seats[person % Seats.Length], $"/meetings/{meeting}/session", cancellation);
            await page.EvaluateAsync(Watch);
            pages.Add(page);
        }

        var (stored, shown) = (new List<double>(), new List<double>());
        for (var number = 1; number <= Decisions; number++)
        {
            await Decide(console, pages, meeting, number, stored, shown, cancellation);
        }

        shown.Sort();
        say(string.Create(CultureInfo.InvariantCulture, $"{People} pages, {Decisions} decisions: shown after {At(shown, 0.5):N0} ms (median), {At(shown, 0.99):N0} ms (99 in 100)"));
        var command = Measured.Of(places.Provider, "a decision is stored", "ms", stored);
        return
        [
            command,
            Measured.Of(places.Provider, $"a decision is on a screen of {People}, p50", "ms", [At(shown, 0.5)], command),
            Measured.Of(places.Provider, $"a decision is on a screen of {People}, p99", "ms", [At(shown, 0.99)], command),
        ];
    }

    private static async Task Decide(BenchConsole console, List<IPage> pages, string meeting, int number, List<double> stored, List<double> shown, CancellationToken cancellation)
    {
        var pressed = DateTimeOffset.UtcNow;
        await console.Decide(meeting, new DecisionWording($"第{number}项议定事项。", new("jiaoyu"), [], null, 10, "", ""));
        stored.Add((DateTimeOffset.UtcNow - pressed).TotalMilliseconds);
        await console.Tell();
        await Task.Delay(Longest / 4, cancellation);
        var id = string.Create(CultureInfo.InvariantCulture, $"decision-{number}");
        foreach (var page in pages)
        {
            await page.WaitForFunctionAsync("id => window.shown[id] !== undefined", id, new() { Timeout = (float)Longest.TotalMilliseconds });
            shown.Add(await page.EvaluateAsync<double>("id => window.shown[id]", id) - pressed.ToUnixTimeMilliseconds());
        }
    }

    private static double At(List<double> sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
}

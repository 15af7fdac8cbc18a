using HuiminCoord.Bench.Places;
using HuiminCoord.Bench.Results;
using Microsoft.Playwright;

namespace HuiminCoord.Bench.Measurements;

/// <summary>What people weigh who have a page open: fifty of them in a real browser, in the seats of the shipped plan in turn.</summary>
internal sealed class CircuitsMeasurement : IMeasurement
{
    internal const string Chromium = "/usr/bin/chromium";

    private const int People = 50, First = 10;

    private static readonly string[] Seats =
        ["office-director", "office-staff", "convenor", "group", "jiaoyu/liaison", "scjg/liaison", "nongmu/liaison", "weijian/deputy", "minzheng/leader", "gongan/liaison"];

    public string Name => "circuits";

    public string About => "memory of signed-in people with an open page";

    public async Task<IReadOnlyList<Measured>> Run(Databases places, BenchSettings settings, Action<string> say, CancellationToken cancellation)
    {
        Expect.That(File.Exists(Chromium), $"{Chromium} is missing: install the package 'chromium'.");
        await using var place = await places.New();
        await using var database = await place.OpenReady(cancellation);
        await using var console = await BenchConsole.Start(database, cancellation);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu"] });

        // The first ones compile and fill caches.
        await Sit(console, browser, First, cancellation);
        var before = Memory();
        await Sit(console, browser, People, cancellation);
        var after = Memory();
        say($"{People} people: {(after.Managed - before.Managed) / People / 1024:N0} KB managed each, working set {after.WorkingSet / 1024 / 1024:N0} MB");
        return
        [
            Measured.Of(places.Provider, $"managed memory per open page of {People}", "KB", [(after.Managed - before.Managed) / People / 1024]),
            Measured.Of(places.Provider, $"working set per open page of {People}", "KB", [Math.Max(0, after.WorkingSet - before.WorkingSet) / People / 1024]),
            Measured.Of(places.Provider, $"working set of a server with {People + First} open pages", "MB", [after.WorkingSet / 1024 / 1024]),
        ];
    }

    private static async Task Sit(BenchConsole console, IBrowser browser, int people, CancellationToken cancellation)
    {
        for (var person = 0; person < people; person++)
        {
            var seat = Seats[person % Seats.Length];
            await console.Open(browser, seat, "/home", cancellation);
        }
    }

    private static (double Managed, double WorkingSet) Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return (GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);
    }
}

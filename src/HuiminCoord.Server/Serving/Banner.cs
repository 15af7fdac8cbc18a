using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Clocks;

namespace HuiminCoord.Server.Serving;

/// <summary>What the terminal says when the server is open.</summary>
internal static class Banner
{
    /// <param name="wayIn">A rehearsal's pass phrase, or the token of a live server's set-up link; null when there is an administrator.</param>
    internal static void Print(ServeSettings settings, CampaignClock clock, bool goesOn, string? wayIn)
    {
        var url = settings.Public?.Origin ?? settings.Urls.Split(';')[0].TrimEnd('/');
        var now = $"{ChinaTime.DateOf(clock.Now):yyyy-MM-dd} {ChinaTime.TimeOf(clock.Now):HH:mm}";
        System.Console.WriteLine($"HuiminCoord serves {settings.Plan.Title} ({settings.Plan.Document.Number}), campaign {settings.Plan.Campaign}.");
        System.Console.WriteLine(settings.Rehearsal is { } rehearsal
            ? $"REHEARSAL, virtual time: {(goesOn ? "goes on at" : "starts at")} {now}, {Flow(rehearsal)} {Players(rehearsal)} Nothing here is real."
            : $"LIVE, real time: {now} Asia/Shanghai.");
        System.Console.WriteLine($"Listening on {(settings.Public is null ? $"{url} (this machine only)" : $"{settings.Urls}, reached at {url}")}. API reference: {url}/reference");
        System.Console.WriteLine(settings.Rehearsal is null
            ? $"Data: {settings.Place}; back it up. A plan reaches people once the office director issues it: {url}/plan"
            : $"Data: {settings.Place} (delete it to start anew). Ctrl+C stops; a restart goes on where it stopped.");
        if (settings.Rehearsal is not null)
        {
            System.Console.WriteLine($"Sign in: {url}/sign-in");
            System.Console.WriteLine($"Demo accounts, one for each seat (office-director, convenor, jiaoyu-liaison, group, system-admin, …), all with the pass phrase: {wayIn}");
            System.Console.WriteLine($"In a second terminal: HUIMINCOORD_PASSWORD={wayIn} dotnet run --project src/HuiminCoord.Server -- watch --unit {settings.Plan.Units[^2].Id} --url {url}");
        }
        else if (wayIn is not null)
        {
            System.Console.WriteLine($"Nobody can sign in yet. Whoever opens this link first becomes the system administrator (once, within 24 hours): {url}/setup/{wayIn}");
        }

        System.Console.WriteLine();
    }

    private static string Flow(RehearsalSettings rehearsal) =>
        rehearsal.Paused ? $"paused; once it flows, a day takes {rehearsal.Pace.SecondsPerDay} s." : $"a day takes {rehearsal.Pace.SecondsPerDay} s.";

    private static string Players(RehearsalSettings rehearsal) =>
        rehearsal.Seed is { } seed ? $"Units act by seed {seed}." : "Nobody acts but you.";
}

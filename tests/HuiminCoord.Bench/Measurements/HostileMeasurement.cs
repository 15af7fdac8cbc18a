using System.Globalization;
using System.Text.Json.Nodes;
using HuiminCoord.Bench.Places;
using HuiminCoord.Bench.Results;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Commands;

namespace HuiminCoord.Bench.Measurements;

/// <summary>What hostile workbooks cost a running server until they are refused: each is sent in alone, over loopback.</summary>
internal sealed class HostileMeasurement : IMeasurement
{
    public string Name => "hostile";

    public string About => "workbooks at the limits, refused";

    public async Task<IReadOnlyList<Measured>> Run(Databases places, BenchSettings settings, Action<string> say, CancellationToken cancellation)
    {
        await using var place = await places.New();
        await using var database = await place.OpenReady(cancellation);
        await using var console = await BenchConsole.Start(database, cancellation, played: false);
        var plan = PlanFile.Shipped().Require();
        var (unit, duty) = (plan.Convenor, Occurrence.Of(plan.Duties.Single(d => d.Kind == DutyKind.Monthly))[0].Id);
        List<(string Name, byte[] File, string Code)> files = [.. new LimitFiles(new(plan.Campaign, unit, duty, plan.Version, "0")).All];
        say($"{files.Count} files of {files.Sum(f => f.File.LongLength) / (1024 * 1024):N0} MB made");
        using var http = await console.Client($"{unit}/liaison", cancellation);
        var door = new Uri($"/api/v1/campaigns/{plan.Campaign}/units/{unit}/reports/{duty}/workbook", UriKind.Relative);
        var rounds = new List<IReadOnlyList<(string Name, MemoryCost Cost)>>();
        for (var round = 0; round <= settings.LongRounds; round++)
        {
            var costs = new List<(string Name, MemoryCost Cost)>();
            foreach (var (name, file, code) in files)
            {
                costs.Add((name, await MemoryWatch.Of(() => Refused(http, door, name, file, code, cancellation))));
            }

            rounds.Add(costs);
            Say(say, round, costs);
        }

        Expect.That(await database.Count("report_cell") == 0 && await database.Count("report_head") == 0, "Something of a refused workbook was stored.");
        // The first one compiled the code.
        return [.. Results(places.Provider, files.Count, rounds[1..])];
    }

    private static IEnumerable<Measured> Results(DatabaseProvider provider, int files, List<IReadOnlyList<(string Name, MemoryCost Cost)>> rounds)
    {
        Measured Most(string what, string unit, Func<MemoryCost, double> of) => Measured.Of(provider, $"{files} hostile workbooks refused, {what}", unit, [.. rounds.Select(r => r.Max(c => of(c.Cost)))]);
        yield return Most("most allocated for one", "MB", c => c.Allocated);
        yield return Most("most managed memory at once", "MB", c => c.Managed);
        yield return Most("largest growth of the working set", "MB", c => c.WorkingSet);
        yield return Most("the slowest", "s", c => c.Seconds);
    }

    private static void Say(Action<string> say, int round, List<(string Name, MemoryCost Cost)> costs)
    {
        string Most(string unit, Func<MemoryCost, double> of) => costs.MaxBy(c => of(c.Cost)) is var most ? string.Create(CultureInfo.InvariantCulture, $"{of(most.Cost):N2} {unit} ({most.Name})") : "";
        say($"round {round}: allocated {Most("MB", c => c.Allocated)}, at once {Most("MB", c => c.Managed)}, working set {Most("MB", c => c.WorkingSet)}, slowest {Most("s", c => c.Seconds)}");
    }

    private static async Task Refused(HttpClient http, Uri door, string name, byte[] file, string code, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        using var answer = await http.PostAsync(door, content, cancellation);
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        Expect.That(!answer.IsSuccessStatusCode && JsonNode.Parse(text)?["code"]?.GetValue<string>() == code, $"'{name}' answered {(int)answer.StatusCode} {text} instead of {code}.");
    }
}

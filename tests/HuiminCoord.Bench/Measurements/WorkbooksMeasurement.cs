using System.Diagnostics;
using System.Net.Http.Json;
using HuiminCoord.Bench.Places;
using HuiminCoord.Bench.Results;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Commands;
using HuiminCoord.Server.Reporting;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Bench.Measurements;

/// <summary>Workbooks sent in over loopback to a running server, one at a time: read, checked against twelve months before, and stored.</summary>
internal sealed class WorkbooksMeasurement : IMeasurement
{
    private const string XmlPeer = "a full workbook, unzipped and its XML read";

    public string Name => "workbooks";

    public string About => "full workbooks sent in";

    public async Task<IReadOnlyList<Measured>> Run(Databases places, BenchSettings settings, Action<string> say, CancellationToken cancellation)
    {
        await using var place = await places.New();
        await using var database = await place.OpenReady(cancellation);
        await using var console = await BenchConsole.Start(database, cancellation, played: false);
        var district = new ReportedDistrict(PlanFile.Shipped().Require(), 1);
        var unit = district.Plan.Unit(district.Plan.Convenor)!;
        await district.StoreHistory(database, unit.Id, cancellation);
        await database.Analyze();
        using var http = await console.Client($"{unit.Id}/liaison", cancellation);
        var desk = new WorkbookDesk(http, database, district, unit);
        FullWorkbook[] files = [FullWorkbook.Of(district, unit, 1), FullWorkbook.Of(district, unit, 2)];
        say($"{files[0].Sheet.Figures.Cells.Count} figures, {files[0].Bytes.Length / 1024.0:N1} KB");
        var rounds = new List<WorkbookRound>();
        for (var round = 0; round <= settings.Rounds; round++)
        {
            rounds.Add(await Round(desk, files, settings.Uploads, cancellation));
            say($"round {round}: {rounds[^1].Raw:N2} ms raw, {rounds[^1].Read.Median:N2} ms read, {rounds[^1].Same.Median:N1} ms and {rounds[^1].Other.Median:N1} ms an upload");
        }

        // The first one compiled the code.
        return [.. Results(places.Provider, rounds[1..])];
    }

    private static IEnumerable<Measured> Results(DatabaseProvider provider, List<WorkbookRound> rounds)
    {
        var peer = Measured.Of(provider, XmlPeer, "ms", [.. rounds.Select(r => r.Raw)]);
        yield return peer;
        yield return Measured.Of(provider, "reading a full workbook, p50", "ms", [.. rounds.Select(r => r.Read.Median)], peer);
        yield return Measured.Of(provider, "reading a full workbook, p99", "ms", [.. rounds.Select(r => r.Read.Slowest)]);
        yield return Measured.Of(provider, "upload of a full workbook in which nothing changed, p50", "ms", [.. rounds.Select(r => r.Same.Median)], peer);
        yield return Measured.Of(provider, "upload of a full workbook in which nothing changed, p99", "ms", [.. rounds.Select(r => r.Same.Slowest)]);
        yield return Measured.Of(provider, "upload of a full workbook with every figure new, p50", "ms", [.. rounds.Select(r => r.Other.Median)], peer);
        yield return Measured.Of(provider, "upload of a full workbook with every figure new, p99", "ms", [.. rounds.Select(r => r.Other.Slowest)]);
    }

    private static async Task<WorkbookRound> Round(WorkbookDesk desk, FullWorkbook[] files, int uploads, CancellationToken cancellation)
    {
        var (raw, read, same, other) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var n = 0; n < uploads; n++)
        {
            var file = files[n % files.Length];
            var watch = Stopwatch.StartNew();
            var length = file.ReadRaw();
            raw.Add(watch.Elapsed.TotalMilliseconds);
            Expect.That(length > file.Sheet.Texts.Values.Sum(t => t.Length), $"{length} characters were read.");
            watch.Restart();
            file.Read();
            read.Add(watch.Elapsed.TotalMilliseconds);
            other.Add(await desk.Send(file, cancellation));
            same.Add(await desk.Send(file, cancellation));
        }

        await desk.CheckStored(files[(uploads - 1) % files.Length], cancellation);
        return new(Measured.MedianOf(raw), Spread.Of(read), Spread.Of(same), Spread.Of(other));
    }

    /// <summary>Sends workbooks in for one report, and looks what is stored.</summary>
    private sealed class WorkbookDesk(HttpClient http, CoordinationDatabase database, ReportedDistrict district, UnitPlan unit)
    {
        private readonly Uri _door = new($"/api/v1/campaigns/{district.Plan.Campaign}/units/{unit.Id}/reports/{district.Last.Id}/workbook", UriKind.Relative);

        /// <returns>Milliseconds from the request to the whole answer.</returns>
        internal async Task<double> Send(FullWorkbook file, CancellationToken cancellation)
        {
            using var content = new ByteArrayContent(file.Bytes);
            content.Headers.ContentType = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            var watch = Stopwatch.StartNew();
            using var answer = await http.PostAsync(_door, content, cancellation);
            var text = await answer.Content.ReadAsStringAsync(cancellation);
            var took = watch.Elapsed.TotalMilliseconds;
            Expect.That(answer.IsSuccessStatusCode, $"A workbook was refused: {text}");
            var taken = (await answer.Content.ReadFromJsonAsync<WorkbookTaken>(cancellation))!;
            Expect.That(taken is { Stored: true, Conflicts.Count: 0 } && !taken.Problems.Any(p => p.IsError), $"A workbook was not stored: {text}");
            return took;
        }

        internal async Task CheckStored(FullWorkbook file, CancellationToken cancellation)
        {
            await using var db = database.OpenToRead();
            var (campaign, owner, duty) = (district.Plan.Campaign.Value, unit.Id.Value, district.Last.Id.Value);
            var stored = await db.ReportCells.Where(c => c.Campaign == campaign && c.Unit == owner && c.Duty == duty).ToDictionaryAsync(c => c.Cell, c => c.Typed, cancellation);
            foreach (var (field, typed) in SheetFields.Spread(file.Sheet, file.Layout))
            {
                Expect.That(stored.GetValueOrDefault(field, "") == typed, $"'{stored.GetValueOrDefault(field)}' is stored in {field} instead of '{typed}'.");
            }
        }
    }
}

/// <summary>One round; milliseconds.</summary>
/// <param name="Read">Reading alone, without a server.</param>
/// <param name="Same">Uploads that change nothing.</param>
/// <param name="Other">Uploads that change every figure.</param>
internal sealed record WorkbookRound(double Raw, Spread Read, Spread Same, Spread Other);

/// <summary>The middle of many times and the one that 1 % exceed.</summary>
internal sealed record Spread(double Median, double Slowest)
{
    public static Spread Of(IReadOnlyCollection<double> times)
    {
        var sorted = times.Order().ToList();
        return new(Measured.MedianOf(sorted), sorted[(int)((sorted.Count - 1) * 0.99)]);
    }
}

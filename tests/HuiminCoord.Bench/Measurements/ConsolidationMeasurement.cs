using System.Diagnostics;
using HuiminCoord.Bench.Places;
using HuiminCoord.Bench.Results;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Commands;
using HuiminCoord.Server.Consolidating;

namespace HuiminCoord.Bench.Measurements;

/// <summary>What it costs to add up what units have handed in: the last month's table and the cumulative one, of a district and of a city of them.</summary>
internal sealed class ConsolidationMeasurement : IMeasurement
{
    /// <summary>How often one district is added up in a round: once would be too short to measure.</summary>
    private const int Turns = 20;

    public string Name => "consolidation";

    public string About => "the district's table and its cumulative, read and added up";

    public async Task<IReadOnlyList<Measured>> Run(Databases places, BenchSettings settings, Action<string> say, CancellationToken cancellation)
    {
        await using var place = await places.New();
        await using var database = await place.OpenReady(cancellation);
        List<ReportedDistrict> city = [.. ReportedDistrict.Several(PlanFile.Shipped().Require(), settings.Districts)];
        await city[0].Store(database, cancellation);
        await database.Analyze();
        var one = await Rounds(database, city[..1], Turns, settings, say, cancellation);
        foreach (var district in city[1..])
        {
            await district.Store(database, cancellation);
        }

        await database.Analyze();
        say($"{await database.Count("report_sheet"):N0} sheets of {city.Count} districts stored");
        var whole = await Rounds(database, city, 1, settings, say, cancellation);
        return [.. OfDistrict(places.Provider, one), .. OfCity(places.Provider, city.Count, whole)];
    }

    private static IEnumerable<Measured> OfDistrict(DatabaseProvider provider, List<ConsolidationRound> rounds)
    {
        var peer = Measured.Of(provider, $"one raw query for the reports of a district, {ReportedDistrict.Months} months", "ms", [.. rounds.Select(r => r.Raw)]);
        yield return peer;
        yield return Measured.Of(provider, $"district's table and its cumulative, {ReportedDistrict.Months} months", "ms", [.. rounds.Select(r => r.Read + r.Sum)], peer);
        yield return Measured.Of(provider, "district's table and its cumulative, adding up alone", "ms", [.. rounds.Select(r => r.Sum)]);
    }

    private static IEnumerable<Measured> OfCity(DatabaseProvider provider, int districts, List<ConsolidationRound> rounds)
    {
        var peer = Measured.Of(provider, $"one raw query for the reports of {districts} districts", "ms", [.. rounds.Select(r => r.Raw)]);
        yield return peer;
        yield return Measured.Of(provider, $"city's table and its cumulative, {districts} districts", "ms", [.. rounds.Select(r => r.Read + r.Sum)], peer);
        yield return Measured.Of(provider, $"city's table and its cumulative, per district of {districts}", "ms", [.. rounds.Select(r => (r.Read + r.Sum) / districts)]);
    }

    private static async Task<List<ConsolidationRound>> Rounds(
        CoordinationDatabase database, IReadOnlyList<ReportedDistrict> districts, int turns, BenchSettings settings, Action<string> say, CancellationToken cancellation)
    {
        var (period, cumulative) = (Expected(districts, everything: false), Expected(districts, everything: true));
        var rounds = new List<ConsolidationRound>();
        for (var round = 0; round <= settings.Rounds; round++)
        {
            var (raw, read, sum) = (0.0, 0.0, 0.0);
            for (var turn = 0; turn < turns; turn++)
            {
                raw += await Raw(database, districts, cancellation);
                var tables = await Tables(database, districts, cancellation);
                period.Check("The month's table", tables.Period.Sums);
                cumulative.Check("The cumulative table", tables.Cumulative.Sums);
                (read, sum) = (read + tables.Read, sum + tables.Sum);
            }

            rounds.Add(new(raw / turns, read / turns, sum / turns));
            say($"round {round}: {rounds[^1].Raw:N1} ms raw, {rounds[^1].Read:N1} ms read, {rounds[^1].Sum:N1} ms added up");
        }

        // The first one filled the caches.
        return rounds[1..];
    }

    /// <summary>As the office's page and papers do, district by district.</summary>
    private static async Task<(CityTable Period, CityTable Cumulative, double Read, double Sum)> Tables(CoordinationDatabase database, IReadOnlyList<ReportedDistrict> districts, CancellationToken cancellation)
    {
        var (period, cumulative, read, sum) = (new CityTable(), new CityTable(), TimeSpan.Zero, TimeSpan.Zero);
        foreach (var district in districts)
        {
            var watch = Stopwatch.StartNew();
            await using var db = database.OpenToRead();
            var all = await DistrictReader.All(db, district.Plan, cancellation);
            read += watch.Elapsed;
            watch.Restart();
            period.Add(all.Of(district.Last, DistrictSpan.Period).Table);
            cumulative.Add(all.Of(district.Last, DistrictSpan.Cumulative).Table);
            sum += watch.Elapsed;
            var missing = all.Reports.Count(r => r.Standing == ReportStanding.Missing);
            Expect.That(all.Owed.Count == district.Tables && missing == district.Missing, $"{missing} of {all.Owed.Count} tables are missing in {district.Plan.Campaign} instead of {district.Missing}.");
        }

        return (period, cumulative, read.TotalMilliseconds, sum.TotalMilliseconds);
    }

    private static ExpectedSums Expected(IReadOnlyList<ReportedDistrict> districts, bool everything)
    {
        var sums = new ExpectedSums();
        foreach (var district in districts)
        {
            foreach (var report in district.Reports.Where(r => everything || r.Month.Id == district.Last.Id))
            {
                sums.Add(district.Plan, report);
            }
        }

        return sums;
    }

    /// <summary>The peer: every column of obligations, versions and the sheets that tables come from, in one query, as texts and numbers.</summary>
    private static async Task<double> Raw(CoordinationDatabase database, IReadOnlyList<ReportedDistrict> districts, CancellationToken cancellation)
    {
        var (watch, seen, length) = (Stopwatch.StartNew(), 0, 0L);
        await using (var connection = await database.Source.OpenConnectionAsync(cancellation))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = """
                SELECT o.*, v.*, s.* FROM obligation o
                LEFT JOIN report_version v ON v.campaign = o.campaign AND v.unit = o.unit AND v.duty = o.duty
                LEFT JOIN report_sheet s ON s.campaign = v.campaign AND s.unit = v.unit AND s.duty = v.duty AND s.hash = v.sheet AND v.parts LIKE '%table' AND v.withdrawn = ''
                  AND NOT EXISTS (SELECT 1 FROM report_version n WHERE n.campaign = v.campaign AND n.unit = v.unit AND n.duty = v.duty AND n.version > v.version)
                """;
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                seen++;
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    length += reader.GetValue(column) is string text ? text.Length : 1;
                }
            }
        }

        var took = watch.Elapsed.TotalMilliseconds;
        var rows = districts.Sum(d => d.Rows);
        Expect.That(seen == rows && length > rows * 1000L, $"{seen} rows of {length} characters were read instead of {rows}.");
        return took;
    }
}

/// <summary>One round; milliseconds.</summary>
/// <param name="Sum">Adding up both tables.</param>
internal sealed record ConsolidationRound(double Raw, double Read, double Sum);

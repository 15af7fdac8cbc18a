using System.Globalization;
using HuiminCoord.Grains.Storage;
using Spectre.Console;

namespace HuiminCoord.Bench.Results;

/// <summary>A run as one table, in Markdown so that it can stand in a README as it is printed.</summary>
internal static class ResultTable
{
    private const int Width = 140;
    private static readonly string[] Engines = [.. Enum.GetValues<DatabaseProvider>().Select(Measured.EngineOf)];

    /// <param name="before">An earlier run; its numbers are put beside, as a factor.</param>
    public static void Print(ResultFile run, ResultFile? before)
    {
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, Width);
        var table = new Table().Border(TableBorder.Markdown).AddColumn("measured (median)").AddColumn("unit");
        foreach (var engine in Engines)
        {
            table.AddColumn(new TableColumn(engine).RightAligned());
        }

        foreach (var row in run.Results.GroupBy(r => (r.Name, r.Unit)))
        {
            table.AddRow([row.Key.Name, row.Key.Unit, .. Engines.Select(e => Cell(row.FirstOrDefault(r => r.Database == e), before))]);
        }

        AnsiConsole.Write(table);
        var machine = run.Machine;
        AnsiConsole.WriteLine($"{run.Date:yyyy-MM-dd}, build {run.Build}{(run.Quick ? ", quick run" : "")}, {run.Seconds:N0} s; {machine.Cores} × {machine.Processor}, {machine.MemoryGb:0.#} GB;");
        AnsiConsole.WriteLine($"{machine.System}; {machine.Runtime}; SQLite {machine.Sqlite}; PostgreSQL {machine.PostgreSql}. In brackets: ratio to the raw peer above it{(before is null ? "" : $"; then the factor since {before.Date:yyyy-MM-dd}")}.");
    }

    private static string Cell(Measured? result, ResultFile? before)
    {
        if (result is null)
        {
            return "–";
        }

        var earlier = before?.Results.FirstOrDefault(r => r.Name == result.Name && r.Database == result.Database && r.Unit == result.Unit);
        return string.Join(' ', new[]
        {
            Text(result.Median),
            result.Ratio is { } ratio ? $"({Text(ratio)})" : "",
            earlier is { Median: not 0 } ? $"×{(result.Median / earlier.Median).ToString("0.00", CultureInfo.InvariantCulture)}" : "",
        }.Where(part => part.Length > 0));
    }

    private static string Text(double number) => number.ToString(Math.Abs(number) switch { >= 100 => "N0", >= 10 => "0.0", _ => "0.00" }, CultureInfo.InvariantCulture);
}

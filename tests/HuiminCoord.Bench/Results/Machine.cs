using System.Globalization;
using System.Runtime.InteropServices;
using HuiminCoord.Bench.Places;

namespace HuiminCoord.Bench.Results;

/// <summary>What the numbers were measured on. No name of a machine, no path.</summary>
internal sealed record Machine(string System, string Processor, int Cores, double MemoryGb, string Runtime, string Sqlite, string PostgreSql)
{
    public static async Task<Machine> This(Databases postgreSql, CancellationToken cancellation)
    {
        await using var place = await postgreSql.New();
        await using var database = place.Open();
        await using var version = database.Source.CreateCommand("SHOW server_version");
        return new(
            $"{RuntimeInformation.OSDescription.Split('#')[0].Trim()} {RuntimeInformation.OSArchitecture}",
            Model(),
            Environment.ProcessorCount,
            Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Math.Pow(1024, 3), 1),
            RuntimeInformation.FrameworkDescription,
            await SqliteVersion(cancellation),
            Convert.ToString(await version.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture)!);
    }

    private static async Task<string> SqliteVersion(CancellationToken cancellation)
    {
        await using var memory = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=:memory:");
        await memory.OpenAsync(cancellation);
        return memory.ServerVersion;
    }

    private static string Model() =>
        File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : "unknown";
}

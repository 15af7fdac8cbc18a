using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using HuiminCoord.Bench.Places;

namespace HuiminCoord.Bench.Results;

/// <summary>One run, as it is kept.</summary>
/// <param name="Date">UTC.</param>
/// <param name="Build">Version and commit that were measured.</param>
/// <param name="Seconds">How long the run took.</param>
internal sealed record ResultFile(int Schema, DateTimeOffset Date, string Build, bool Quick, double Seconds, Machine Machine, IReadOnlyList<Measured> Results)
{
    private const int CurrentSchema = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<ResultFile> Of(BenchSettings settings, IReadOnlyList<Measured> results, TimeSpan took, Databases postgreSql, CancellationToken cancellation)
    {
        var build = typeof(Server.Commands.CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        var now = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        return new(CurrentSchema, now, build, settings.Quick, Math.Round(took.TotalSeconds), await Machine.This(postgreSql, cancellation), results);
    }

    /// <exception cref="InvalidOperationException">Another schema wrote it.</exception>
    public static ResultFile Read(FileInfo file)
    {
        using var stream = file.OpenRead();
        var read = JsonSerializer.Deserialize<ResultFile>(stream, Json);
        Expect.That(read?.Schema == CurrentSchema, $"{file} is no result file of schema {CurrentSchema}.");
        return read!;
    }

    public async Task Write(FileInfo file, CancellationToken cancellation)
    {
        await using var stream = file.Create();
        await JsonSerializer.SerializeAsync(stream, this, Json, cancellation);
        stream.WriteByte((byte)'\n');
    }
}

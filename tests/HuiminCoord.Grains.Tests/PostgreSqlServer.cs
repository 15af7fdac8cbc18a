using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace HuiminCoord.Grains.Tests;

/// <summary>A PostgreSQL server of our own on a free loopback port, started when somebody first asks for it; fsync stays on.</summary>
/// <remarks>Linked into every project that needs one, the benchmarks included: nothing of the test framework here.</remarks>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"huimin-pg-{Environment.ProcessId}");
    private readonly Lazy<Task<int>> _port;
    private int _databases;

    public PostgreSqlServer() => _port = new Lazy<Task<int>>(Start);

    private string Data => Path.Combine(_folder, "data");

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> NewDatabase()
    {
        var server = $"Host=127.0.0.1;Port={await _port.Value};Username=postgres;Pooling=false";
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection($"{server};Database=postgres");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        await command.ExecuteNonQueryAsync();
        return $"Host=127.0.0.1;Port={await _port.Value};Username=postgres;Database={name};Maximum Pool Size=40";
    }

    public async ValueTask DisposeAsync()
    {
        if (_port.IsValueCreated && _port.Value.IsCompletedSuccessfully)
        {
            await Run("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task<int> Start()
    {
        Directory.CreateDirectory(_folder);
        if (Environment.UserName == "root")
        {
            // initdb refuses root, so the server runs as the package's own user.
            await RunProgram("chown", "postgres", _folder);
        }

        var port = FreePort();
        await Run("initdb", "-D", Data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-locale");
        await Run("pg_ctl", "-D", Data, "-l", Path.Combine(_folder, "log"), "-w",
            "-o", string.Create(CultureInfo.InvariantCulture, $"-p {port} -k {_folder} -c listen_addresses=127.0.0.1 -c max_connections=200"), "start");
        return port;
    }

    private static Task Run(string program, params string[] arguments)
    {
        var path = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(VersionOf).Select(folder => Path.Combine(folder, "bin", program)).FirstOrDefault(File.Exists)
            : null;
        if (path is null)
        {
            throw new InvalidOperationException($"A PostgreSQL server (15 or later) is needed here: '{program}' is not under /usr/lib/postgresql. Install it with: apt-get install -y postgresql");
        }

        return Environment.UserName == "root" ? RunProgram("runuser", ["-u", "postgres", "--", path, .. arguments]) : RunProgram(path, arguments);
    }

    private static int VersionOf(string folder) => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0;

    private static async Task RunProgram(string program, params string[] arguments)
    {
        // Output goes nowhere: the server would inherit a pipe and keep it open.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' ended with {process.ExitCode}.");
        }
    }

    /// <summary>A port that nobody uses at this moment.</summary>
    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

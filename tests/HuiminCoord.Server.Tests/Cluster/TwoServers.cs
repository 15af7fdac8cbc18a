using System.Diagnostics;
using System.Globalization;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Hosting;
using HuiminCoord.Server.Tests.Commands;

namespace HuiminCoord.Server.Tests.Cluster;

/// <summary>Two servers of one PostgreSQL database, each a process of its own, told apart by nothing but their settings.</summary>
internal sealed class TwoServers : IDisposable
{
    private readonly string _directory;
    private readonly string _place;
    private readonly string _plan;
    private readonly int[] _siloPorts = [PostgreSqlServer.FreePort(), PostgreSqlServer.FreePort()];
    private readonly ServerProcess[] _processes = new ServerProcess[2];

    private TwoServers(string directory, string place, string planJson)
    {
        (_directory, _place, _plan) = (directory, place, Path.Combine(directory, "plan.json"));
        File.WriteAllText(_plan, planJson);
    }

    public Uri[] Urls { get; } = [new($"http://127.0.0.1:{PostgreSqlServer.FreePort()}"), new($"http://127.0.0.1:{PostgreSqlServer.FreePort()}")];

    /// <summary>Starts both at the same moment and waits until they have found each other.</summary>
    public static async Task<TwoServers> Start(string directory, string place, string planJson)
    {
        var servers = new TwoServers(directory, place, planJson);
        try
        {
            servers.StartOne(0);
            servers.StartOne(1);
            await servers.Listens(0);
            await servers.Listens(1);
            return servers;
        }
        catch
        {
            servers.Dispose();
            throw;
        }
    }

    public void StartOne(int server) => _processes[server] = ServerProcess.Start(
        _directory,
        new Dictionary<string, string>
        {
            [PostgreSqlSettings.DatabaseVariable] = _place,
            [ClusterSettings.SiloPortVariable] = _siloPorts[server].ToString(CultureInfo.InvariantCulture),
        },
        "serve", "--live", "--plan", _plan, "--urls", Urls[server].ToString().TrimEnd('/'));

    /// <summary>Waits until a server is open and sees two silos.</summary>
    public async Task Listens(int server)
    {
        await Printed(server, "Listening on");
        await Printed(server, "Cluster of 2");
    }

    /// <summary>Waits until a server has said something.</summary>
    public Task Printed(int server, string what) => _processes[server].Printed(l => l.Any(x => x.StartsWith(what, StringComparison.Ordinal)), what);

    /// <summary>Waits until a server that has seen two silos says that it is the only one.</summary>
    public Task IsAlone(int server) =>
        _processes[server].Printed(l => l.LastOrDefault(x => x.StartsWith("Cluster of", StringComparison.Ordinal))?.StartsWith("Cluster of 1", StringComparison.Ordinal) == true, "that it is alone");

    /// <summary>kill -9; when it happened.</summary>
    public long Kill(int server)
    {
        var at = Stopwatch.GetTimestamp();
        _processes[server].Kill();
        return at;
    }

    /// <summary>SIGTERM; the exit code.</summary>
    public Task<int> Stop(int server) => _processes[server].Stop();

    public string Output(int server) => string.Join('\n', _processes[server].Lines.Concat(_processes[server].Errors).TakeLast(30));

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process?.Dispose();
        }
    }
}

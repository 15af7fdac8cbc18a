using System.Collections.Concurrent;
using System.Diagnostics;

namespace HuiminCoord.Server.Tests.Commands;

/// <summary>The server's own executable as a process of its own, with what it printed.</summary>
public sealed class ServerProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private ServerProcess(string directory, string[] arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = directory };
        start.ArgumentList.Add(typeof(HuiminCoord.Server.Commands.CommandLine).Assembly.Location);
        Array.ForEach(arguments, start.ArgumentList.Add);
        // What the developer's own terminal says must not lead a test to another database.
        foreach (var ours in start.Environment.Keys.Where(name => name.StartsWith("HUIMINCOORD_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(ours);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, e) => Keep(_lines, e.Data);
        _process.ErrorDataReceived += (_, e) => Keep(_errors, e.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Lines on standard output so far.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>Lines on standard error so far.</summary>
    public IReadOnlyList<string> Errors => [.. _errors];

    /// <summary>Starts the program and leaves it running.</summary>
    public static ServerProcess Start(string directory, params string[] arguments) => new(directory, arguments, null);

    /// <summary>Starts the program with settings in its environment.</summary>
    public static ServerProcess Start(string directory, IReadOnlyDictionary<string, string> environment, params string[] arguments) => new(directory, arguments, environment);

    /// <summary>Runs the program to its end.</summary>
    public static Task<(int Code, IReadOnlyList<string> Lines, IReadOnlyList<string> Errors)> Run(string directory, params string[] arguments) =>
        Run(directory, null, arguments);

    /// <summary>Runs the program to its end with settings in its environment.</summary>
    public static async Task<(int Code, IReadOnlyList<string> Lines, IReadOnlyList<string> Errors)> Run(
        string directory, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        using var run = new ServerProcess(directory, arguments, environment);
        await run._process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (run._process.ExitCode, run.Lines, run.Errors);
    }

    /// <summary>Waits until the output has what is looked for; fails after a minute, which only a broken program takes.</summary>
    public async Task Printed(Func<IReadOnlyList<string>, bool> holds, string what)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(1));
        while (!holds(Lines))
        {
            Assert.False(deadline.IsCancellationRequested || _process.HasExited, $"Not printed: {what}. Output:\n{string.Join('\n', Lines.Concat(Errors).TakeLast(40))}");
            await Task.Yield();
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Asks it to stop (SIGTERM) and waits until it has; the exit code.</summary>
    public async Task<int> Stop()
    {
        using var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;

namespace HuiminCoord.Server.Tests.Commands;

/// <summary>The server's own executable as a process of its own, with what it printed.</summary>
public sealed class ServerProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private ServerProcess(string directory, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = directory };
        start.ArgumentList.Add(typeof(HuiminCoord.Server.Commands.CommandLine).Assembly.Location);
        Array.ForEach(arguments, start.ArgumentList.Add);
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
    public static ServerProcess Start(string directory, params string[] arguments) => new(directory, arguments);

    /// <summary>The same with some environment variables of its own.</summary>
    public static ServerProcess Start(string directory, IReadOnlyDictionary<string, string> environment, params string[] arguments) => new(directory, arguments, environment);

    /// <summary>Runs the program to its end.</summary>
    public static async Task<(int Code, IReadOnlyList<string> Lines, IReadOnlyList<string> Errors)> Run(string directory, params string[] arguments)
    {
        using var run = new ServerProcess(directory, arguments);
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

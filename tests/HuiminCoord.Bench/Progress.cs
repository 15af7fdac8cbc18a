using System.Diagnostics;
using HuiminCoord.Bench.Measurements;
using HuiminCoord.Bench.Results;
using HuiminCoord.Grains.Storage;
using Spectre.Console;

namespace HuiminCoord.Bench;

/// <summary>Says on the error stream what is going on; the results have the output stream to themselves.</summary>
internal sealed class Progress
{
    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public TimeSpan Elapsed => _watch.Elapsed;

    public void Begin(IMeasurement measurement, DatabaseProvider provider) =>
        _console.MarkupLineInterpolated($"{_watch.Elapsed:mm\\:ss} [bold]{measurement.Name}[/] on {Measured.EngineOf(provider)}: {measurement.About}");

    public void Say(string text) => _console.MarkupLineInterpolated($"{_watch.Elapsed:mm\\:ss}   {text}");
}

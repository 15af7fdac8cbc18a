using System.Diagnostics;
using HuiminCoord.Grains.Telemetry;

namespace HuiminCoord.Grains.Timekeeping;

/// <summary>One wake as telemetry sees it.</summary>
/// <remarks>Whatever the wake leads to, up to a receipt at somebody's screen, is one trace; it begins here.</remarks>
internal sealed class WakeWatch(Instruments instruments, string room) : IDisposable
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Activity? _span = Traces.Begin("wake")?.SetTag("huimincoord.room", room);

    public void Answered() => instruments.Woken(room, failed: false, _started);

    public void Failed(Exception failure)
    {
        instruments.Woken(room, failed: true, _started);
        _span.Fail(failure);
    }

    public void Dispose() => _span?.Dispose();
}

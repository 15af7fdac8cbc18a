using System.Diagnostics;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Telemetry;

namespace HuiminCoord.Grains.Relaying;

/// <summary>One relay transaction as telemetry sees it: a span for the batch, one for each traced event, and measurements.</summary>
/// <remarks>
/// A batch belongs to many traces and therefore to none: it begins its own and links to theirs. Each event's span goes on with the
/// trace of the write that decided it and lasts until the commit, for not before then can anybody see what was told.
/// </remarks>
internal sealed class RelayWatch : IDisposable
{
    /// <summary>The exporter keeps so many by default; what is left out is still linked from the other side.</summary>
    private const int MostLinks = 128;

    private readonly Instruments _instruments;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Activity? _outer = Activity.Current;
    private readonly Activity? _batch;
    private readonly List<Activity> _events = [];
    private RelayBatch? _committed;
    private int _told;

    public RelayWatch(Instruments instruments, IReadOnlyList<OutboxRow> page)
    {
        _instruments = instruments;
        _batch = Traces.Begin("relay batch", links: page.Select(row => row.Trace).Distinct().Take(MostLinks).SelectMany(Link));
    }

    /// <summary>An event is about to be told; until <see cref="BackToBatch"/> what happens belongs to its trace.</summary>
    public RelayedEvent Begin(OutboxRow row)
    {
        var span = Traces.Continue("relay event", row.Trace, ActivityKind.Consumer, Link(_batch?.Id));
        if (span is not null)
        {
            _events.Add(span.SetTag("huimincoord.event", row.EventType));
        }

        return RelayTransaction.Event(row) with { Trace = span is { Recorded: true } ? span.Id : row.Trace };
    }

    public void BackToBatch() => Activity.Current = _batch ?? _outer;

    /// <summary>Everything that the batch wrote can be seen now.</summary>
    public void Committed(RelayBatch batch, int told)
    {
        (_committed, _told) = (batch, told);
        foreach (var step in batch.WrittenSteps)
        {
            _instruments.StepFired(step.Rung, Word(step.Outcome), step.FiredAt - step.PlannedAt);
        }

        batch.WrittenKinds.ForEach(_instruments.MessageWritten);
    }

    public void Dispose()
    {
        _instruments.BatchRelayed(_told, _committed is null, _started);
        foreach (var span in (IEnumerable<Activity>)(_batch is null ? _events : [.. _events, _batch]))
        {
            span.SetStatus(_committed is null ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
            span.Stop();
        }

        Activity.Current = _outer;
    }

    private static IEnumerable<ActivityLink> Link(string? traceparent) =>
        ActivityContext.TryParse(traceparent, null, out var context) ? [new ActivityLink(context)] : [];

    private static string Word(StepOutcome outcome) => outcome switch
    {
        StepOutcome.Delivered => "delivered",
        StepOutcome.Superseded => "superseded",
        StepOutcome.Undeliverable => "undeliverable",
        _ => "pending",
    };
}

using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace HuiminCoord.Grains.Telemetry;

/// <summary>Everything we measure, in one place: the meter <c>HuiminCoord</c>. <c>deploy/README.md</c> explains each to operators.</summary>
/// <remarks>
/// Durations are seconds of real time unless a line says campaign time. Tags are words of ours (a room, an outcome, a refusal's
/// code), never ids, names or texts: there are few of them and they say nothing about people.
/// </remarks>
public sealed class Instruments
{
    private const string Room = "room";
    private const string Outcome = "outcome";

    private static readonly double[] Short = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private static readonly double[] Late = [1, 5, 15, 60, 120, 300, 900, 3600, 14400, 43200, 86400, 259200, 604800];
    private static readonly double[] Counts = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10000];

    private readonly Meter _meter;
    private readonly Histogram<double> _commands;
    private readonly Histogram<double> _wakes;
    private readonly Counter<long> _wakeFailures;
    private readonly Histogram<long> _scans;
    private readonly Counter<long> _steps;
    private readonly Histogram<double> _lateness;
    private readonly Histogram<long> _batchSizes;
    private readonly Histogram<double> _batches;
    private readonly Counter<long> _messages;
    private readonly Histogram<double> _pushes;
    private readonly Histogram<double> _handovers;

    /// <param name="meters">Makes the meter and disposes it with the host.</param>
    public Instruments(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        _meter = meters.Create(Traces.Name, typeof(Instruments).Assembly.GetName().Version?.ToString(3));
        _commands = Seconds("huimincoord.command.duration", "A command in its actor, from its arrival to the answer after the commit.", Short);
        _wakes = Seconds("huimincoord.wake.duration", "A wake, from the timekeeper's call to its answer.", Short);
        _wakeFailures = _meter.CreateCounter<long>("huimincoord.wake.failures", "{failure}", "Wakes that threw or did not answer in time.");
        _scans = _meter.CreateHistogram("huimincoord.scan.wakes", "{wake}", "Actors woken by one scan of a shard.", advice: Buckets<long>([.. Counts.Select(c => (long)c)]));
        _steps = _meter.CreateCounter<long>("huimincoord.steps.fired", "{step}", "Reminder steps told: one per obligation, rung and recipient.");
        _lateness = Seconds("huimincoord.step.lateness", "Campaign time between the instant planned for a step and its firing.", Late);
        _batchSizes = _meter.CreateHistogram("huimincoord.relay.batch.size", "{event}", "Events told by one relay transaction.", advice: Buckets<long>([.. Counts.Select(c => (long)c)]));
        _batches = Seconds("huimincoord.relay.batch.duration", "One relay transaction, commit included.", Short);
        _messages = _meter.CreateCounter<long>("huimincoord.inbox.messages", "{message}", "Messages written to inboxes.");
        _pushes = Seconds("huimincoord.push.latency", "From a message's commit to handing it to a connected client's connection.", Short);
        _handovers = Seconds("huimincoord.channel.latency", "From a message's commit to the end of an attempt to hand it to a mail server or webhook.", Late);
    }

    /// <summary>True while somebody reads the outbox gauges: only then is it worth asking the database for them.</summary>
    public bool OutboxIsWatched { get; private set; }

    /// <summary>A command was answered.</summary>
    /// <param name="room">The actor's type.</param>
    /// <param name="outcome"><c>done</c>, <c>nothing</c>, <c>replayed</c>, <c>refused</c> or <c>failed</c>.</param>
    /// <param name="refusal">The refusal's code.</param>
    /// <param name="started"><see cref="Stopwatch.GetTimestamp"/> when it came.</param>
    public void CommandAnswered(string room, string outcome, string? refusal, long started)
    {
        if (_commands.Enabled)
        {
            var tags = new TagList { { Room, room }, { Outcome, outcome } };
            if (refusal is not null)
            {
                tags.Add("refusal", refusal);
            }

            _commands.Record(Since(started), tags);
        }
    }

    /// <summary>An actor was woken, or could not be.</summary>
    public void Woken(string room, bool failed, long started)
    {
        if (_wakes.Enabled)
        {
            _wakes.Record(Since(started), new(Room, room), new(Outcome, failed ? "failed" : "done"));
        }

        if (failed)
        {
            _wakeFailures.Add(1, new KeyValuePair<string, object?>(Room, room));
        }
    }

    /// <summary>A scan of a shard is over.</summary>
    public void Scanned(int woken) => _scans.Record(woken);

    /// <summary>A step was told.</summary>
    /// <param name="rung">The rung's id; only its kind becomes a tag: <c>week</c> of <c>week-2</c>, <c>due</c> of <c>due.1</c>.</param>
    /// <param name="outcome">What became of the step.</param>
    /// <param name="late">Campaign time since the planned instant.</param>
    public void StepFired(string rung, string outcome, TimeSpan late)
    {
        ArgumentNullException.ThrowIfNull(rung);
        if (_steps.Enabled || _lateness.Enabled)
        {
            var kind = new KeyValuePair<string, object?>("rung", new string([.. rung.TakeWhile(char.IsAsciiLetter)]));
            _steps.Add(1, kind, new(Outcome, outcome));
            _lateness.Record(Math.Max(0, late.TotalSeconds), kind, new(Outcome, outcome));
        }
    }

    /// <summary>A relay transaction was committed, or rolled back and told nothing.</summary>
    public void BatchRelayed(int events, bool failed, long started)
    {
        if (!failed)
        {
            _batchSizes.Record(events);
        }

        if (_batches.Enabled)
        {
            _batches.Record(Since(started), new KeyValuePair<string, object?>(Outcome, failed ? "failed" : "done"));
        }
    }

    /// <summary>A message stands in an inbox.</summary>
    public void MessageWritten(string kind) => _messages.Add(1, new KeyValuePair<string, object?>("kind", kind));

    /// <summary>A live message was handed to a connection.</summary>
    public void Pushed(TimeSpan latency) => _pushes.Record(Math.Max(0, latency.TotalSeconds));

    /// <summary>An attempt to bring a message outside is over.</summary>
    /// <param name="kind"><c>mail</c> or <c>webhook</c>.</param>
    /// <param name="outcome"><c>sent</c>, <c>again</c> or <c>given-up</c>.</param>
    /// <param name="latency">Real time since the message was told; null = unknown, counted as none.</param>
    public void HandedOver(string kind, string outcome, TimeSpan? latency) =>
        _handovers.Record(Math.Max(0, latency?.TotalSeconds ?? 0), new("kind", kind), new(Outcome, outcome));

    /// <summary>Shows the outbox from samples; <paramref name="sample"/> must only remember, never ask the database.</summary>
    /// <remarks>All silos see the same outbox: take the highest of them, not the sum.</remarks>
    public void ShowOutbox(Func<(long Depth, long Parked, double OldestSeconds)?> sample)
    {
        _meter.CreateObservableGauge("huimincoord.outbox.depth", () => Shown(s => s.Depth), "{event}", "Events kept and not yet told.");
        _meter.CreateObservableGauge("huimincoord.outbox.parked", () => Shown(s => s.Parked), "{event}", "Of these, events of actors that a register refuses; the operator's list names them.");
        _meter.CreateObservableGauge("huimincoord.outbox.oldest_age", () => Shown(s => s.OldestSeconds), "s", "Age of the oldest untold event that is not parked.");

        IEnumerable<Measurement<T>> Shown<T>(Func<(long Depth, long Parked, double OldestSeconds), T> part)
            where T : struct
        {
            OutboxIsWatched = true;
            return sample() is { } seen ? [new Measurement<T>(part(seen))] : [];
        }
    }

    /// <summary>Shows this silo's connections and how many messages those have not been handed yet.</summary>
    public void ShowConnections(Func<long> connections, Func<long> gap)
    {
        _meter.CreateObservableGauge("huimincoord.push.connections", connections, "{connection}", "Clients connected to this silo's push channel.");
        _meter.CreateObservableGauge("huimincoord.inbox.gap", gap, "{message}", "Messages between the head of each followed inbox and what its connections were handed.");
    }

    private static double Since(long started) => Stopwatch.GetElapsedTime(started).TotalSeconds;

    private static InstrumentAdvice<T> Buckets<T>(IReadOnlyList<T> bounds)
        where T : struct => new() { HistogramBucketBoundaries = bounds };

    private Histogram<double> Seconds(string name, string description, double[] bounds) =>
        _meter.CreateHistogram(name, "s", description, tags: null, advice: Buckets(bounds));
}

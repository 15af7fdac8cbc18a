using System.Diagnostics;

namespace HuiminCoord.Grains.Telemetry;

/// <summary>Our spans, and how a trace gets over the places where nothing calls anything: a stored row and a push.</summary>
/// <remarks>
/// A row carries the W3C <c>traceparent</c> of what wrote it; whoever goes on with the row goes on with that trace. As long as
/// nobody listens all of this answers null: nothing is started and nothing is stored.
/// </remarks>
public static class Traces
{
    /// <summary>The name of our activity source and of our meter.</summary>
    public const string Name = "HuiminCoord";

    /// <summary>Under which Orleans' activity propagation looks for the caller's context.</summary>
    private const string GrainCallHeader = "traceparent";

    private static readonly ActivitySource Source = new(Name, typeof(Traces).Assembly.GetName().Version?.ToString(3));

    /// <summary>The <c>traceparent</c> of what is going on here; null unless somebody records it.</summary>
    /// <remarks>ASP.NET Core has an activity for its log even when nobody traces; such a one is not recorded and not stored.</remarks>
    public static string? Current =>
        Source.HasListeners() && Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null;

    /// <summary>A span within what is going on here; null when nobody listens.</summary>
    public static Activity? Within(string name) => Source.HasListeners() && Activity.Current is not null ? Source.StartActivity(name) : null;

    /// <summary>The first span of a new trace, whatever is going on here; null when nobody listens or wants it.</summary>
    public static Activity? Begin(string name, ActivityKind kind = ActivityKind.Internal, IEnumerable<ActivityLink>? links = null)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var outer = Activity.Current;
        Activity.Current = null;
        var activity = Source.StartActivity(kind, links: links, name: name);
        Activity.Current = activity ?? outer;
        return activity;
    }

    /// <summary>The next span of the trace that a row or a message carries; null when it carries none or nobody listens.</summary>
    /// <param name="name">What is done, without ids: the name groups spans.</param>
    /// <param name="traceparent">As <see cref="Current"/> was where it was stored.</param>
    /// <param name="kind">What this span is to the one that stored it.</param>
    /// <param name="links">Spans of other traces that this work belongs to as well.</param>
    public static Activity? Continue(string name, string? traceparent, ActivityKind kind, IEnumerable<ActivityLink>? links = null) =>
        traceparent is not null && Source.HasListeners() && ActivityContext.TryParse(traceparent, null, isRemote: true, out var parent)
            ? Source.StartActivity(kind, parent, links: links, name: name)
            : null;

    /// <summary>Until it is disposed, calls from here are nobody's trace: a look that mostly finds nothing is not worth one.</summary>
    /// <remarks>
    /// What does find something begins a trace of its own: a wake, a relay batch. Call it in an async method of its own: the
    /// quiet ends where that method does.
    /// </remarks>
    public static Activity? Quiet()
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        Activity.Current = null;
        var quiet = new Activity("quiet") { ActivityTraceFlags = ActivityTraceFlags.None }.SetIdFormat(ActivityIdFormat.W3C).Start();

        // Orleans passes on only what it records; without a parent the called grain would begin a trace.
        RequestContext.Set(GrainCallHeader, quiet.Id!);
        return quiet;
    }

    /// <summary>Marks a span as failed, by the kind of error alone: a message may quote what somebody typed.</summary>
    public static void Fail(this Activity? activity, Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        activity?.SetTag("error.type", failure.GetType().FullName).SetStatus(ActivityStatusCode.Error);
    }
}

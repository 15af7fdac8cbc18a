namespace HuiminCoord.Server.Tests.Telemetry;

/// <summary>A span as it reached the collector. Times are nanoseconds since 1970.</summary>
internal sealed record ExportedSpan(
    string Service, string Trace, string Id, string Parent, string Source, string Name, ulong Start, ulong End,
    IReadOnlyList<string> LinkedTraces, IReadOnlyDictionary<string, string> Tags)
{
    internal TimeSpan Duration => TimeSpan.FromTicks((long)((End - Start) / 100));

    internal static IEnumerable<ExportedSpan> Read(ProtoMessage request) =>
        from resource in request.All(1)
        from scope in resource.All(2)
        from span in scope.All(2)
        select new ExportedSpan(
            resource.Message(1)!.Attributes(1)["service.name"], span.Hex(1), span.Hex(2), span.Hex(4), scope.Message(1)!.Text(1), span.Text(5), span.Number(7), span.Number(8),
            [.. span.All(13).Select(l => l.Hex(1))], span.Attributes(9));
}

/// <summary>One point of a metric as it reached the collector.</summary>
/// <param name="Count">Values in a histogram's point; 1 otherwise.</param>
internal sealed record ExportedPoint(string Meter, string Name, string Unit, string Description, ulong Count, double Value, IReadOnlyDictionary<string, string> Tags)
{
    internal static IEnumerable<ExportedPoint> Read(ProtoMessage request) =>
        from resource in request.All(1)
        from scope in resource.All(2)
        from metric in scope.All(2)
        from point in Points(scope.Message(1)!.Text(1), metric)
        select point;

    private static IEnumerable<ExportedPoint> Points(string meter, ProtoMessage metric)
    {
        var (name, description, unit) = (metric.Text(1), metric.Text(2), metric.Text(3));
        var numbers = new[] { 5, 7 }.SelectMany(kind => metric.All(kind)).SelectMany(data => data.All(1));
        foreach (var point in numbers)
        {
            var value = point.Has(4) ? BitConverter.UInt64BitsToDouble(point.Number(4)) : (long)point.Number(6);
            yield return new ExportedPoint(meter, name, unit, description, 1, value, point.Attributes(7));
        }

        foreach (var point in metric.All(9).SelectMany(data => data.All(1)))
        {
            yield return new ExportedPoint(meter, name, unit, description, point.Number(4), BitConverter.UInt64BitsToDouble(point.Number(5)), point.Attributes(9));
        }
    }
}

/// <summary>A log line as it reached the collector.</summary>
internal sealed record ExportedLog(string Category, string Severity, string Body, string Trace, IReadOnlyDictionary<string, string> Values)
{
    internal static IEnumerable<ExportedLog> Read(ProtoMessage request) =>
        from resource in request.All(1)
        from scope in resource.All(2)
        from line in scope.All(2)
        select new ExportedLog(scope.Message(1)!.Text(1), line.Text(3), ProtoMessage.Value(line.Message(5)), line.Hex(9), line.Attributes(6));
}

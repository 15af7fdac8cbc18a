using System.Globalization;

namespace HuiminCoord.Domain.Auditing;

/// <summary>Holds the rows against what each actor told: its events are numbered 1, 2, 3 … and stand in that order.</summary>
internal sealed class ActorNumbers(AuditClaims claims, FoundFaults faults)
{
    private readonly Dictionary<string, long> _last = [];

    /// <summary>Takes the next row.</summary>
    /// <param name="row">As it stands there.</param>
    /// <param name="trusted">False once a row was changed: its numbers say nothing, and those after it follow from them.</param>
    internal void Next(AuditedRow row, bool trusted)
    {
        var grain = row.Grain;
        var last = _last.GetValueOrDefault(grain);
        var told = claims.Told.GetValueOrDefault(grain);
        if (row.Seq > told)
        {
            faults.Row(AuditFaultKind.Foreign, row, Text($"it has number {row.Seq}, but this actor told {told} events"));
        }
        else if (row.Seq != last + 1 && trusted)
        {
            faults.Row(AuditFaultKind.OutOfSequence, row, last == 0
                ? Text($"it has number {row.Seq}, but no row of this actor stands before it")
                : Text($"it has number {row.Seq} and follows number {last} of this actor"));
        }

        _last[grain] = row.Seq;
    }

    /// <summary>The rows are over.</summary>
    /// <param name="after">The first position that is not there.</param>
    /// <param name="trusted">As before.</param>
    internal void End(long after, bool trusted)
    {
        foreach (var (grain, told) in claims.Told.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            if (trusted && _last.GetValueOrDefault(grain) is var last && last < told)
            {
                faults.Range(AuditFaultKind.Missing, after, after, Text($"{grain} told {told} events, and the audit ends at its number {last}"), grain, last + 1);
            }
        }
    }

    private static string Text(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}

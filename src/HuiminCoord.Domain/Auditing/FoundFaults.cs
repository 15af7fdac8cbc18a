namespace HuiminCoord.Domain.Auditing;

/// <summary>Collects what is wrong with a campaign: the first ones are kept, all are counted.</summary>
internal sealed class FoundFaults(string campaign)
{
    /// <summary>More would help nobody: whoever finds so many puts the database back.</summary>
    internal const int Most = 200;

    private readonly List<AuditFault> _first = [];

    /// <summary>How many there are.</summary>
    internal long Count { get; private set; }

    /// <summary>The first ones, by position.</summary>
    internal IReadOnlyList<AuditFault> First => [.. _first.OrderBy(f => f.Position)];

    /// <summary>Something about a row that is there.</summary>
    internal void Row(AuditFaultKind kind, AuditedRow row, string what) =>
        Add(new(kind, campaign, row.Position, row.Position, row.Grain, row.Seq, row.At, what));

    /// <summary>Something about a range of positions.</summary>
    internal void Range(AuditFaultKind kind, long from, long through, string what, string? grain = null, long? sequence = null) =>
        Add(new(kind, campaign, from, through, grain, sequence, null, what));

    private void Add(AuditFault fault)
    {
        Count++;
        if (_first.Count < Most)
        {
            _first.Add(fault);
        }
    }
}

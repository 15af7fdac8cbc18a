using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Reports;

/// <summary>A cell of the district's table while it is added up. Units come one after the other, so that each is named once.</summary>
internal sealed class TableSumming
{
    private readonly List<UnitId> _from = [];
    private readonly List<UnitId> _missing = [];
    private long? _total;
    private long? _supporting;
    private bool _applies;

    internal TableSum Sum => new(_total, _from, _missing, _supporting, _applies);

    internal void Add(UnitId unit, long figure)
    {
        _total = checked((_total ?? 0) + figure);
        NameOnce(_from, unit);
    }

    internal void AddSupporting(long figure) => _supporting = checked((_supporting ?? 0) + figure);

    internal void Miss(UnitId unit) => NameOnce(_missing, unit);

    internal void Apply() => _applies = true;

    private static void NameOnce(List<UnitId> units, UnitId unit)
    {
        if (units.Count == 0 || units[^1] != unit)
        {
            units.Add(unit);
        }
    }
}

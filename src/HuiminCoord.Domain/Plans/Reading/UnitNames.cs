using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>What units are called. A plan may write a unit's id, its name or an alias wherever it refers to a unit.</summary>
/// <remarks>The notice itself writes 工信 for 工信局; a plan typed from paper should not have to know our ids.</remarks>
internal sealed class UnitNames(Problems problems)
{
    private readonly Dictionary<string, (string Id, PlanPosition At)> _spellings = [];
    private readonly List<string> _order = [];

    /// <summary>Notes a unit with its id, name and aliases; a spelling that already means a unit is told.</summary>
    public void Declare((string Text, PlanPosition At) id, params IEnumerable<(string Text, PlanPosition At)> names)
    {
        _order.Add(id.Text);
        Spell(id.Text, id, PlanProblemCode.IdDuplicate);
        foreach (var name in names)
        {
            Spell(id.Text, name, PlanProblemCode.UnitNameClash);
        }
    }

    /// <summary>A required reference to a unit.</summary>
    public UnitId Reference(Fields fields, string name)
    {
        var text = fields.Text(name);
        return text.Length == 0 ? default : Resolve(text, fields.At(name));
    }

    /// <summary>A required list of units, in the order written; a unit that comes twice, in whatever spelling, is told.</summary>
    public IReadOnlyList<UnitId> References(Fields fields, string name)
    {
        var units = new List<UnitId>();
        foreach (var (text, at) in fields.Texts(name, PlanLimits.Units))
        {
            var unit = Resolve(text, at);
            if (unit != default && units.Contains(unit))
            {
                fields.Twice(at, text);
                continue;
            }

            units.Add(unit);
        }

        return units;
    }

    /// <summary>The same units in plan order.</summary>
    public IReadOnlyList<UnitId> InPlanOrder(IReadOnlyList<UnitId> units) => [.. units.OrderBy(u => _order.IndexOf(u.Value))];

    private void Spell(string id, (string Text, PlanPosition At) spelling, string code)
    {
        if (spelling.Text.Length > 0 && !_spellings.TryAdd(spelling.Text, (id, spelling.At)))
        {
            var (owner, at) = _spellings[spelling.Text];
            problems.Add(spelling.At, code, $"{Problems.Quote(spelling.Text)} already means the unit {Problems.Quote(owner)} in line {at.Line}");
        }
    }

    private UnitId Resolve(string text, PlanPosition at)
    {
        if (_spellings.TryGetValue(text, out var unit))
        {
            return IdText.IsValid(unit.Id) ? new UnitId(unit.Id) : default;
        }

        var hint = problems.Nearest.Find(text, _spellings.Keys) is { } nearest
            ? $"; the nearest known is {Problems.Quote(_spellings[nearest].Id)}{Called(nearest)}"
            : "";
        problems.Add(at, PlanProblemCode.UnitUnknown, $"there is no unit {Problems.Quote(text)}{hint}");
        return default;
    }

    private string Called(string spelling) => _spellings[spelling].Id == spelling ? "" : $" ({spelling})";
}

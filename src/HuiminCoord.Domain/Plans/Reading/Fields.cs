namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>The properties of one JSON object, taken by name; each mistake is told once, at its place.</summary>
/// <remarks>
/// Reading never stops at a mistake: it goes on with a placeholder (an empty text, no value) so that later mistakes are
/// found too. Placeholders never get out, because a plan with a single problem is thrown away. Whoever takes a
/// placeholder for a check must leave it alone, or one mistake would be told twice.
/// </remarks>
internal sealed partial class Fields
{
    private readonly Dictionary<string, PlacedNode> _values = [];
    private readonly HashSet<string> _asked = [];
    private readonly IReadOnlyList<PlacedProperty> _properties;
    private readonly bool _isObject;

    /// <summary>Takes a value apart; anything but an object is told, and then has no properties to miss.</summary>
    public Fields(PlacedNode node, Problems problems)
    {
        Place = node.At;
        Problems = problems;
        _isObject = node is PlacedObject;
        _properties = (node as PlacedObject)?.Properties ?? [];
        if (!_isObject)
        {
            WrongType(node, "this must be an object");
        }

        TakeProperties();
    }

    private Fields(PlanPosition place, Problems problems)
    {
        Place = place;
        Problems = problems;
        _properties = [];
    }

    /// <summary>Where the object begins.</summary>
    public PlanPosition Place { get; }

    public Problems Problems { get; }

    /// <summary>False when something else stands here, which was told.</summary>
    public bool IsObject => _isObject;

    /// <summary>Where the value of a property stands; the object's place when it is not there.</summary>
    public PlanPosition At(string name) => _values.TryGetValue(name, out var value) ? value.At : Place;

    /// <summary>True when the property is there. Asking makes its name known.</summary>
    public bool Has(string name) => Optional(name) is not null;

    /// <summary>True for a text: some properties take a text or a number.</summary>
    public bool IsText(string name) => Optional(name) is PlacedText;

    /// <summary>True for a list without entries, which some lists have a sentence of their own for.</summary>
    public bool IsEmptyList(string name) => Optional(name) is PlacedArray { Items.Count: 0 };

    /// <summary>An object inside this one; when it is missing, that is told and its own properties are not missed.</summary>
    public Fields Inner(string name) => Required(name) is { } node ? new Fields(node, Problems) : new Fields(Place, Problems);

    /// <summary>The entries of a required list, at most <paramref name="most"/> of them.</summary>
    public IReadOnlyList<PlacedNode> Items(string name, int most, int least = 0)
    {
        if (Required(name) is not { } node)
        {
            return [];
        }

        if (node is not PlacedArray list)
        {
            WrongType(node, $"{Problems.Quote(name)} must be a list");
            return [];
        }

        TellSize(name, list, most, least);
        return list.Items.Count > most ? [.. list.Items.Take(most)] : list.Items;
    }

    /// <summary>Tells every property that nobody asked for. Call it last.</summary>
    public void Close()
    {
        foreach (var property in _properties.Where(p => !_asked.Contains(p.Name)).DistinctBy(p => p.Name))
        {
            var hint = Problems.Nearest.Hint(property.Name, _asked);
            Problems.Add(property.NameAt, PlanProblemCode.PropertyUnknown, $"{Problems.Quote(property.Name)} means nothing here{hint}");
        }
    }

    private void TakeProperties()
    {
        foreach (var property in _properties)
        {
            if (!_values.TryAdd(property.Name, property.Value))
            {
                Problems.Add(property.NameAt, PlanProblemCode.PropertyDuplicate, $"{Problems.Quote(property.Name)} is given twice");
            }
        }
    }

    private PlacedNode? Optional(string name)
    {
        _asked.Add(name);
        return _values.GetValueOrDefault(name);
    }

    private PlacedNode? Required(string name)
    {
        var node = Optional(name);
        if (node is null && _isObject)
        {
            Problems.Add(Place, PlanProblemCode.PropertyMissing, $"'{name}' is missing");
        }

        return node;
    }

    private void TellSize(string name, PlacedArray list, int most, int least)
    {
        if (list.Items.Count > most)
        {
            Problems.Add(list.At, PlanProblemCode.TooLarge, $"'{name}' has {list.Items.Count} entries; at most {most} are read");
        }
        else if (list.Items.Count < least)
        {
            Problems.Add(list.At, PlanProblemCode.Empty, $"'{name}' must not be empty");
        }
    }

    private void WrongType(PlacedNode node, string must) =>
        Problems.Add(node.At, PlanProblemCode.WrongType, $"{must}, not {node.Sort}");
}

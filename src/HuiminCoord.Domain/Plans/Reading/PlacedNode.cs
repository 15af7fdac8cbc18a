namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>A JSON value that still knows where it stands in the text.</summary>
internal abstract record PlacedNode(PlanPosition At)
{
    /// <summary>What people call this type of value.</summary>
    public abstract string Sort { get; }
}

internal sealed record PlacedObject(PlanPosition At, IReadOnlyList<PlacedProperty> Properties) : PlacedNode(At)
{
    public override string Sort => "an object";
}

internal sealed record PlacedArray(PlanPosition At, IReadOnlyList<PlacedNode> Items) : PlacedNode(At)
{
    public override string Sort => "a list";
}

internal sealed record PlacedText(PlanPosition At, string Value) : PlacedNode(At)
{
    public override string Sort => "a text";
}

/// <param name="Raw">As written: 1e3 and 1.0 are not whole numbers here.</param>
internal sealed record PlacedNumber(PlanPosition At, string Raw) : PlacedNode(At)
{
    public override string Sort => $"the number {Problems.Quote(Raw)}";
}

/// <param name="Word">true, false or null.</param>
internal sealed record PlacedWord(PlanPosition At, string Word) : PlacedNode(At)
{
    public override string Sort => Word;
}

/// <param name="NameAt">Where the name stands, for names that are unknown or repeated.</param>
internal sealed record PlacedProperty(string Name, PlanPosition NameAt, PlacedNode Value);

using HuiminCoord.Domain.Units;

namespace HuiminCoord.Server.Console.Obligations;

/// <summary>A remark as it is being typed.</summary>
public sealed class RemarkDraft
{
    /// <summary>Where: row and column, a paragraph.</summary>
    public string Place { get; set; } = "";

    /// <summary>What to check.</summary>
    public string Text { get; set; } = "";

    /// <summary>The cell of a table that is meant; null = no single one.</summary>
    internal string? Cell { get; set; }

    /// <summary>The part of the report that is meant where no cell is; null = the only one.</summary>
    internal string? Part { get; set; }

    /// <summary>True when it says both.</summary>
    internal bool IsWhole => !string.IsNullOrWhiteSpace(Place) && !string.IsNullOrWhiteSpace(Text);

    /// <summary>The remark that it makes.</summary>
    internal Remark Made => new(Place.Trim(), Text.Trim(), Cell);
}

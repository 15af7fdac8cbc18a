namespace HuiminCoord.Server.Console.Sheets;

/// <summary>A block of cells was pasted into a sheet.</summary>
public sealed class SheetPastedEventArgs : EventArgs
{
    /// <summary>The cell that it was pasted into.</summary>
    public string At { get; set; } = "";

    /// <summary>Tabs between cells, line ends between rows; empty when there was too much of it.</summary>
    public string Text { get; set; } = "";

    /// <summary>True when there was more than any table holds: it was not sent.</summary>
    public bool TooLarge { get; set; }
}

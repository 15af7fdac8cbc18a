namespace HuiminCoord.Server.Console.Sheets;

/// <summary>What the visitor may do with the sheet, by the rows of the access matrix.</summary>
/// <param name="Fill">Types into it.</param>
/// <param name="Propose">Hands it to the unit's own approval, and takes it back from there.</param>
/// <param name="Approve">Approves it in the unit.</param>
/// <param name="Section">The lead section whose rows alone are the visitor's; null = all rows.</param>
public sealed record SheetRights(bool Fill, bool Propose, bool Approve, string? Section);

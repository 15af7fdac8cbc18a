namespace HuiminCoord.Server.Console.Layout;

/// <summary>Somebody to whom an outward act goes.</summary>
/// <param name="Id">Whom it is.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Note">What speaks for or against it: read at, asked for a later date.</param>
/// <param name="LeftOut">True when it is left out unless somebody chooses otherwise.</param>
/// <param name="NeedsReason">True when it cannot be reached without a reason: it was today already.</param>
public sealed record Recipient(string Id, string Name, string? Note = null, bool LeftOut = false, bool NeedsReason = false);

/// <summary>What somebody confirmed.</summary>
/// <param name="Ids">Those who were not left out.</param>
/// <param name="Reason">What was written; empty when nothing was asked.</param>
public sealed record Confirmed(IReadOnlyList<string> Ids, string Reason);

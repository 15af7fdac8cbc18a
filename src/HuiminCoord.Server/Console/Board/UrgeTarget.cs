namespace HuiminCoord.Server.Console.Board;

/// <summary>A unit that may be urged.</summary>
public sealed record UrgeTarget(string Unit, string Name, UrgeFacts Facts);

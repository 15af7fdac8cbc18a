namespace HuiminCoord.Server.Console.Uploads;

/// <summary>A file that was uploaded and not handed in yet.</summary>
public sealed record DraftFile(string Hash, string Name, long Size);

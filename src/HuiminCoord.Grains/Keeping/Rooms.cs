namespace HuiminCoord.Grains.Keeping;

/// <summary>Names of the actors' types as they stand in storage keys, audit rows and answers. Never changed.</summary>
public static class Rooms
{
    public const string Campaign = "campaign";

    public const string Unit = "unit";

    public const string Task = "task";

    public const string Phase = "phase";

    public const string Office = "office";

    public const string Meeting = "meeting";

    public const string Supervision = "supervision";

    public const string Report = "report";

    public const string Consolidation = "consolidation";
}

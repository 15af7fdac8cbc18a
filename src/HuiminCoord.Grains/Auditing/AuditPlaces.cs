namespace HuiminCoord.Grains.Auditing;

/// <summary>Where the audit's key and its published checkpoints are.</summary>
/// <param name="Keys">A PEM file; made at the first start.</param>
/// <param name="Checkpoints">A file of JSON lines that is only ever appended to. A second keeper should hold it, on another disk or host.</param>
public sealed record AuditPlaces(string Keys, string Checkpoints)
{
    /// <summary>Sets <see cref="Keys"/>.</summary>
    public const string KeyVariable = "HUIMINCOORD_AUDIT_KEY";

    /// <summary>Sets <see cref="Checkpoints"/>.</summary>
    public const string CheckpointsVariable = "HUIMINCOORD_AUDIT_CHECKPOINTS";

    /// <summary>Reads the environment.</summary>
    /// <param name="variable">The environment.</param>
    /// <param name="directory">Where both are by default: the data directory. On PostgreSQL, which has none, the directory that SQLite would use.</param>
    public static AuditPlaces From(Func<string, string?> variable, string directory)
    {
        ArgumentNullException.ThrowIfNull(variable);
        string Said(string name, string usual) => Path.GetFullPath(variable(name) is { Length: > 0 } place ? place : Path.Combine(directory, usual));
        return new(Said(KeyVariable, "audit-key.pem"), Said(CheckpointsVariable, "audit-checkpoints.jsonl"));
    }
}

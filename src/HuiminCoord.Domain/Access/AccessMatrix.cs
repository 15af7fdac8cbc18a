using System.Collections.Frozen;

namespace HuiminCoord.Domain.Access;

/// <summary>Who may do what: one row per operation, one column per role. What is not in it is denied.</summary>
/// <remarks>The table is data that people can read; every door of the server must have a row in it, and a test sees to it.</remarks>
public sealed class AccessMatrix
{
    private const string Anyone = "anyone";

    private readonly FrozenDictionary<string, Row> _rows;

    private AccessMatrix(IEnumerable<Row> rows) => _rows = rows.ToFrozenDictionary(r => r.Operation, StringComparer.Ordinal);

    /// <summary>Every operation, in the table's order of names.</summary>
    public IEnumerable<string> Operations => _rows.Keys.Order(StringComparer.Ordinal);

    /// <summary>Reads a table.</summary>
    /// <exception cref="FormatException">A cell or a column is not one of ours, or an operation stands in it twice.</exception>
    public static AccessMatrix Read(string table)
    {
        var lines = table.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#').Select(Cells).ToList();
        var roles = lines[0].Skip(2).Select(RoleOf).ToList();
        var rows = lines.Skip(1).Select(cells => RowOf(cells, roles)).ToList();
        return rows.GroupBy(r => r.Operation).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new FormatException($"'{twice.Key}' has two rows.")
            : new AccessMatrix(rows);
    }

    /// <summary>True when the table knows the operation.</summary>
    public bool Knows(string operation) => _rows.ContainsKey(operation);

    /// <summary>True for the few doors that stand open to whoever is not signed in.</summary>
    public bool IsOpen(string operation) => _rows.TryGetValue(operation, out var row) && row.Open;

    /// <summary>How far a role reaches with an operation; nothing for an operation that the table does not know.</summary>
    public Reach Of(SeatRole role, string operation) => _rows.TryGetValue(operation, out var row) ? row.Reaches[role] : Reach.None;

    private static string[] Cells(string line) => [.. line.Split('|', StringSplitOptions.TrimEntries)];

    private static Row RowOf(string[] cells, List<SeatRole> roles)
    {
        if (cells.Length != roles.Count + 2)
        {
            throw new FormatException($"The row of '{cells[0]}' has {cells.Length} cells instead of {roles.Count + 2}.");
        }

        var open = cells[1] switch { Anyone => true, "" => false, _ => throw new FormatException($"'{cells[1]}' in the row of '{cells[0]}'.") };
        return new Row(cells[0], open, roles.Select((role, i) => (role, Reach: ReachOf(cells[i + 2]))).ToFrozenDictionary(c => c.role, c => c.Reach));
    }

    private static Reach ReachOf(string cell) => cell switch
    {
        "" => Reach.None,
        "own" => Reach.Own,
        "par" => Reach.Parent,
        "own+par" => Reach.Own | Reach.Parent,
        "all" => Reach.All,
        _ => throw new FormatException($"'{cell}' is no reach."),
    };

    private static SeatRole RoleOf(string column) => column switch
    {
        "con" => SeatRole.Convenor,
        "dir" => SeatRole.OfficeDirector,
        "stf" => SeatRole.OfficeStaff,
        "ldr" => SeatRole.Leader,
        "lia" => SeatRole.Liaison,
        "dep" => SeatRole.Deputy,
        "sec" => SeatRole.Section,
        "grp" => SeatRole.Group,
        "sys" => SeatRole.SystemAdmin,
        "scy" => SeatRole.SecurityAdmin,
        "aud" => SeatRole.AuditAdmin,
        _ => throw new FormatException($"'{column}' is no role."),
    };

    private sealed record Row(string Operation, bool Open, FrozenDictionary<SeatRole, Reach> Reaches);
}

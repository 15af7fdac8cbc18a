using System.Security.Cryptography;
using System.Text;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Tests.Upgrading;

namespace HuiminCoord.Server.Tests.Attacks;

/// <summary>What stands in every table: after an attack it has to be what it was.</summary>
internal static class TableStates
{
    /// <summary>When a session was last seen is no change; the look at a form makes the key that protects it.</summary>
    private static readonly Dictionary<string, string> Instead = new() { ["session"] = "id, revoked_at", ["data_protection_key"] = "1 WHERE 1 = 0" };

    /// <summary>A hash of each table's rows.</summary>
    internal static async Task<SortedDictionary<string, string>> Of(CoordinationDatabase database)
    {
        var states = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in await EarlierDatabase.Rows(database, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))
        {
            var rows = await EarlierDatabase.Rows(database, $"SELECT {(Instead.TryGetValue(table, out var columns) ? columns.Replace("1 WHERE", $"1 FROM {table} WHERE", StringComparison.Ordinal) : "*")}{(columns?.Contains("WHERE", StringComparison.Ordinal) == true ? "" : $" FROM {table}")}");
            states[table] = $"{rows.Count} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows.Order(StringComparer.Ordinal)))))[..16]}";
        }

        Assert.True(states.Count > 25, $"{states.Count} tables");
        return states;
    }

    /// <summary>Fails with the tables that changed.</summary>
    internal static async Task AreStill(SortedDictionary<string, string> before, CoordinationDatabase database)
    {
        var now = await Of(database);
        Assert.Equal([], before.Where(t => now[t.Key] != t.Value).Select(t => $"{t.Key}: {t.Value} became {now[t.Key]}").ToList());
    }
}

using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Bench.Places;

/// <summary>The registers of one campaign again and again, under other names: what a database holds that serves many districts.</summary>
internal static class ManyDistricts
{
    private static readonly Type[] Registers = [typeof(ObligationRow), typeof(InboxRow), typeof(StepRow), typeof(AuditRow), typeof(UnitRow), typeof(TaskRow)];

    /// <summary>Adds whole copies until each of the long registers holds so many rows.</summary>
    /// <returns>Rows of all registers.</returns>
    internal static async Task<long> Add(CoordinationDatabase database, string campaign, int rows)
    {
        await using var db = database.OpenToRead();
        var copies = rows / (int)await database.Count(db.Model.FindEntityType(typeof(ObligationRow))!.GetTableName()!) + 1;
        foreach (var register in Registers)
        {
            var type = db.Model.FindEntityType(register)!;
            var columns = type.GetProperties().Select(p => p.GetColumnName()).ToList();
            var values = columns.Select(c => c is "campaign" or "grain_key" ? $"replace({c}, @campaign, @campaign || '-' || i)" : c);
            await database.Execute(
                $"""
                INSERT INTO {type.GetTableName()} ({string.Join(", ", columns)})
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @copies)
                SELECT {string.Join(", ", values)} FROM {type.GetTableName()}, n WHERE campaign = @campaign
                """,
                ("campaign", campaign), ("copies", copies));
        }

        await database.Analyze();
        var all = 0L;
        foreach (var register in Registers)
        {
            all += await database.Count(db.Model.FindEntityType(register)!.GetTableName()!);
        }

        return all;
    }
}

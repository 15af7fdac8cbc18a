using System.Data.Common;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Bench.Places;

/// <summary>Plain statements against a database under measurement.</summary>
internal static class Sql
{
    public static async Task<int> Execute(this CoordinationDatabase database, string text, params (string Name, object Value)[] parameters)
    {
        using var turn = await database.Gate.Enter();
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var command = Command(connection, text, parameters);
        command.CommandTimeout = 300;
        return await command.ExecuteNonQueryAsync();
    }

    public static async Task<long> Number(this CoordinationDatabase database, string text, params (string Name, object Value)[] parameters)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var command = Command(connection, text, parameters);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public static Task<long> Count(this CoordinationDatabase database, string table) => database.Number($"SELECT count(*) FROM {table}");

    /// <summary>After a bulk load: what a running PostgreSQL does by itself within a minute.</summary>
    public static Task Analyze(this CoordinationDatabase database) => database.Execute("ANALYZE");

    private static DbCommand Command(DbConnection connection, string text, (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in parameters)
        {
            command.Set(name, value);
        }

        return command;
    }
}

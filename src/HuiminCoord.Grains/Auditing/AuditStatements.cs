using System.Data.Common;
using HuiminCoord.Grains.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HuiminCoord.Grains.Auditing;

/// <summary>Statements of the audit's own tables, in the transaction that a context has open.</summary>
internal static class AuditStatements
{
    /// <summary>A command of one of this folder's constant texts.</summary>
    public static DbCommand Statement(this CoordinationDb db, string onSqlite, string? onPostgreSql = null)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // constants of this folder
        command.CommandText = onPostgreSql is not null && db.Database.IsNpgsql() ? onPostgreSql : onSqlite;
#pragma warning restore CA2100
        return command;
    }
}

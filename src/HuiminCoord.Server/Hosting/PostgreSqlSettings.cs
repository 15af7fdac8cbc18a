using HuiminCoord.Server.Settings;
using Npgsql;

namespace HuiminCoord.Server.Hosting;

/// <summary>Which PostgreSQL database is served, and this silo's place in the cluster of that database.</summary>
/// <remarks>
/// Everything comes from the environment: a password would be seen on a command line. Without
/// <see cref="DatabaseVariable"/> the server is one silo on SQLite and the other variables must not be set.
/// </remarks>
/// <param name="ConnectionString">Npgsql's text, such as <c>Host=127.0.0.1;Database=huimincoord;Username=huimincoord</c>. Never printed.</param>
/// <param name="Cluster">Null when nothing is said of a cluster: a live server takes <see cref="ClusterSettings.Default"/>, a rehearsal needs none.</param>
public sealed record PostgreSqlSettings(string ConnectionString, ClusterSettings? Cluster)
{
    /// <summary>The connection string. Put the password into a password file (<c>PGPASSFILE</c>) or into a file that only the service reads.</summary>
    public const string DatabaseVariable = "HUIMINCOORD_POSTGRESQL";

    /// <summary>Host and database, as they may be printed: no user, no password.</summary>
    public string Place
    {
        get
        {
            var text = new NpgsqlConnectionStringBuilder(ConnectionString);
            return $"PostgreSQL {text.Host}/{text.Database}";
        }
    }

    /// <summary>Reads the environment; null = SQLite.</summary>
    /// <exception cref="CommandRefusedException">A value that cannot be used; nothing has been started.</exception>
    public static PostgreSqlSettings? From(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var cluster = ClusterSettings.From(variable);
        if (variable(DatabaseVariable) is not { Length: > 0 } text)
        {
            return cluster is null ? null : throw new CommandRefusedException($"A cluster needs PostgreSQL: set {DatabaseVariable} too, or unset the {ClusterSettings.Prefix}… variables.");
        }

        return new PostgreSqlSettings(Checked(text), cluster);
    }

    /// <summary>A record would print its members, the password among them.</summary>
    public override string ToString() => Place;

    private static string Checked(string text)
    {
        NpgsqlConnectionStringBuilder read;
        try
        {
            read = new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException or KeyNotFoundException)
        {
            // Its own message may repeat a part of the text, and the text may hold a password.
            throw new CommandRefusedException($"{DatabaseVariable} is not a connection string. Write it like this: Host=127.0.0.1;Database=huimincoord;Username=huimincoord");
        }

        return string.IsNullOrEmpty(read.Host) || string.IsNullOrEmpty(read.Database)
            ? throw new CommandRefusedException($"{DatabaseVariable} names no {(string.IsNullOrEmpty(read.Host) ? "Host" : "Database")}. Write it like this: Host=127.0.0.1;Database=huimincoord;Username=huimincoord")
            : text;
    }
}

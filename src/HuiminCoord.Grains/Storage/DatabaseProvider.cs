namespace HuiminCoord.Grains.Storage;

/// <summary>The database engines the coordination data can live in.</summary>
public enum DatabaseProvider
{
    /// <summary>One file in a data directory; one server.</summary>
    Sqlite,

    /// <summary>PostgreSQL 15 or later, UTF-8; many silos.</summary>
    PostgreSql,
}

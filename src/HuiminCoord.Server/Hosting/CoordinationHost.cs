using System.Net;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Timekeeping;

namespace HuiminCoord.Server.Hosting;

/// <summary>Puts storage, rooms and one silo into a host. Every command that needs actors starts here.</summary>
public static class CoordinationHost
{
    /// <summary>Adds a silo on loopback, with the rooms, on this database: a single one, or a member of a cluster.</summary>
    /// <param name="builder">The host being built.</param>
    /// <param name="database">Created and upgraded already; the caller disposes it after the host.</param>
    /// <param name="clock">Campaign time.</param>
    /// <param name="timekeeping">How often the silo looks for due actors; null is the default.</param>
    /// <param name="joins">The PostgreSQL cluster to join; null = a single silo that nobody else can meet.</param>
    /// <param name="holidays">Holiday papers before any import; null = those that ship with the program.</param>
    public static void AddCoordination(
        this IHostApplicationBuilder builder, CoordinationDatabase database, CampaignClock clock, TimekeepingOptions? timekeeping = null,
        PostgreSqlSettings? joins = null, HolidayTable? holidays = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(TimeProvider.System).AddCoordinationRooms(holidays);
        builder.UseOrleans(silo =>
        {
            (joins is null ? Alone(silo) : silo.JoinCluster(joins.ConnectionString, joins.Cluster ?? ClusterSettings.Default)).AddCoordinationStorage(database, clock, timekeeping);
        });
    }

    /// <summary>Two servers on one machine must not meet.</summary>
    /// <remarks>
    /// Each takes ports that are free now; but silos share a port if they pick the same one (SO_REUSEPORT), and then only a cluster
    /// id of their own keeps them from forming one cluster.
    /// </remarks>
    private static ISiloBuilder Alone(ISiloBuilder silo) => silo.UseLocalhostClustering(
        ClusterMembership.FreePort(IPAddress.Loopback), ClusterMembership.FreePort(IPAddress.Loopback), null, "huimincoord", $"local-{Guid.NewGuid():N}");
}

using System.Net;
using System.Net.Sockets;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Timekeeping;

namespace HuiminCoord.Server.Hosting;

/// <summary>Puts storage, rooms and one silo into a host. Every command that needs actors starts here.</summary>
public static class CoordinationHost
{
    /// <summary>Adds a single silo on loopback, with the rooms, on this database.</summary>
    /// <param name="builder">The host being built.</param>
    /// <param name="database">Created and upgraded already; the caller disposes it after the host.</param>
    /// <param name="clock">Campaign time.</param>
    /// <param name="timekeeping">How often the silo looks for due actors; null is the default.</param>
    /// <param name="holidays">Holiday papers before any import; null = those that ship with the program.</param>
    public static void AddCoordination(this IHostApplicationBuilder builder, CoordinationDatabase database, CampaignClock clock, TimekeepingOptions? timekeeping = null, HolidayTable? holidays = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(TimeProvider.System).AddCoordinationRooms(holidays);
        builder.UseOrleans(silo =>
        {
            // Two servers on one machine must not meet. Each takes ports that are free now; but silos share a port if they pick
            // the same one (SO_REUSEPORT), and then only a cluster id of their own keeps them from forming one cluster.
            var (siloPort, gatewayPort) = (FreePort(), FreePort());
            silo.UseLocalhostClustering(siloPort, gatewayPort, null, "huimincoord", $"local-{Guid.NewGuid():N}").AddCoordinationStorage(database, clock, timekeeping);
        });
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

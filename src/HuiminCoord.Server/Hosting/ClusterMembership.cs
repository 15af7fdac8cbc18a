using System.Net;
using System.Net.Sockets;
using HuiminCoord.Server.Settings;
using Npgsql;
using Orleans.Configuration;

namespace HuiminCoord.Server.Hosting;

/// <summary>Makes a silo a member of its database's cluster.</summary>
internal static class ClusterMembership
{
    /// <summary>How often a silo asks its neighbours whether they live, and how long it waits for the answer.</summary>
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(2);

    /// <summary>Unanswered probes after which a silo counts as dead: its actors then come to life on the others.</summary>
    private const int MissedProbes = 3;

    /// <summary>
    /// How often a silo writes that it lives. Three times this long silent, and a silo that starts does not wait for it any more;
    /// with Orleans' thirty seconds the first server after an outage of all would wait for a minute and a half.
    /// </summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(3);

    /// <summary>How often the list of members is read even if nobody told of a change.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    /// <summary>Joins the cluster. Members find each other through the database.</summary>
    internal static ISiloBuilder JoinCluster(this ISiloBuilder silo, string connectionString, ClusterSettings cluster)
    {
        silo.UseAdoNetClustering(options =>
        {
            // A pool of its own: a heartbeat must not queue behind the actors' writes.
            options.Invariant = "Npgsql";
            options.ConnectionString = new NpgsqlConnectionStringBuilder(connectionString)
            {
                ApplicationName = "huimincoord-cluster", MaxPoolSize = 4, Timeout = 5, CommandTimeout = 5,
            }.ConnectionString;
        });
        silo.ConfigureEndpoints(cluster.Address, cluster.SiloPort == 0 ? FreePort(cluster.Address) : cluster.SiloPort, cluster.GatewayPort);
        silo.Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = ("huimincoord", cluster.Id));
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            (options.ProbeTimeout, options.NumMissedProbesLimit) = (Probe, MissedProbes);
            (options.IAmAliveTablePublishTimeout, options.TableRefreshTimeout) = (Heartbeat, Look);
        });
        silo.Services.AddHostedService<ClusterPrinter>();
        return silo;
    }

    /// <summary>Refuses ports that another program listens on.</summary>
    /// <remarks>Orleans shares them (SO_REUSEPORT): two silos on one port would each take some of the other's messages.</remarks>
    /// <exception cref="CommandRefusedException">One is taken.</exception>
    internal static void RequireFreePorts(ClusterSettings cluster)
    {
        foreach (var (name, port) in new[] { (ClusterSettings.SiloPortVariable, cluster.SiloPort), (ClusterSettings.GatewayPortVariable, cluster.GatewayPort) }.Where(p => p.Item2 != 0))
        {
            try
            {
                using var listener = new TcpListener(cluster.Address, port);
                listener.Start();
            }
            catch (SocketException taken)
            {
                throw new CommandRefusedException($"{name}={port} cannot be used: {taken.Message}. Each server of a machine needs ports of its own.", taken);
            }
        }
    }

    /// <summary>A port that nobody uses at this moment.</summary>
    internal static int FreePort(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

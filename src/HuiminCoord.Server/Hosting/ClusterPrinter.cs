using System.Collections.Immutable;

namespace HuiminCoord.Server.Hosting;

/// <summary>Says on the terminal which silos serve, whenever that changes.</summary>
internal sealed class ClusterPrinter(IClusterMembershipService membership, ILocalSiloDetails self) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var said = "";
        try
        {
            await foreach (var snapshot in membership.MembershipUpdates.WithCancellation(stoppingToken))
            {
                // Before it has joined, a silo sees nobody at all.
                if (Line(snapshot.Members) is { } line && line != said)
                {
                    System.Console.WriteLine(said = line);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private string? Line(ImmutableDictionary<SiloAddress, ClusterMember> members)
    {
        var active = members.Values.Where(m => m.Status == SiloStatus.Active).Select(m => m.SiloAddress).Order().ToList();
        return active.Count == 0 ? null : $"Cluster of {active.Count}: {string.Join(", ", active.Select(a => a.Equals(self.SiloAddress) ? $"{a.Endpoint} (this server)" : $"{a.Endpoint}"))}";
    }
}

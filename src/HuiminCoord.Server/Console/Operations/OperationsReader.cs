using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Timekeeping;
using HuiminCoord.Server.Api.Operators;
using HuiminCoord.Server.Console.Circuits;
using HuiminCoord.Server.Console.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HuiminCoord.Server.Console.Operations;

/// <summary>Reads how the server does. The checks are asked at most once in a while, however many look: each failed one is logged.</summary>
internal sealed class OperationsReader(
    HealthCheckService health, WakeFailures wakes, CoordinationDatabase database, OutboxWatch outbox, CampaignPlans plans, CampaignClock clock,
    IClusterMembershipService members, ILocalSiloDetails self, LiveFeed feed, TimeProvider time)
{
    private const int MostChannels = 50;

    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(5);
    private static readonly DateTimeOffset Since = Process.GetCurrentProcess().StartTime;
    private static readonly string Version = Short(typeof(OperationsReader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "");

    private Task<HealthReport>? _checks;
    private long _checkedAt;

    internal async Task<OperationsView> Read(CancellationToken cancellation)
    {
        var report = await Checks(cancellation);
        var waiting = await outbox.Look(cancellation);
        return new(
            [.. report.Entries.Select(e => new CheckLine(e.Key, e.Value.Status == HealthStatus.Healthy, e.Value.Status == HealthStatus.Healthy ? null : e.Value.Description))],
            (await OperatorEndpoints.WakeFailures(wakes, cancellation)).Items, (await OperatorEndpoints.RelayFailures(database, cancellation)).Items,
            waiting, waiting.AgeAt(clock.RealNow), await Channels(cancellation), await Campaigns(cancellation), Silos(), Facts());
    }

    private async Task<HealthReport> Checks(CancellationToken cancellation)
    {
        if (_checks is not { IsCompletedSuccessfully: true } || time.GetElapsedTime(_checkedAt) >= BetweenChecks)
        {
            (_checks, _checkedAt) = (health.CheckHealthAsync(CancellationToken.None), time.GetTimestamp());
        }

        return await _checks.WaitAsync(cancellation);
    }

    private async Task<IReadOnlyList<ChannelLine>> Channels(CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        var rows = await db.Channels.Where(c => c.LastError != null).OrderBy(c => c.Campaign).ThenBy(c => c.Recipient).ThenBy(c => c.Kind).Take(MostChannels).ToListAsync(cancellation);
        return [.. rows.Select(c => new ChannelLine(c.Campaign, c.Recipient, c.Kind, c.Enabled, c.Attempts, c is { Enabled: true, Attempts: > 0 } ? c.NotBefore : null, c.LastError!))];
    }

    private async Task<IReadOnlyList<CampaignLine>> Campaigns(CancellationToken cancellation)
    {
        var all = await plans.All(cancellation);
        await using var db = database.OpenToRead();
        var issued = await db.Campaigns.ToDictionaryAsync(c => c.Campaign, c => c.PlanVersion, cancellation);
        return [.. all.Select(p => new CampaignLine(p.Campaign.Value, p.Title, issued.TryGetValue(p.Campaign.Value, out var version) ? version : null, p.Units.Count))];
    }

    private IReadOnlyList<SiloLine> Silos() =>
    [
        .. members.CurrentSnapshot.Members.Values.OrderBy(m => m.SiloAddress)
            .Select(m => new SiloLine($"{m.SiloAddress.Endpoint}", $"{m.Status}", m.Status == SiloStatus.Active, m.SiloAddress.Equals(self.SiloAddress))),
    ];

    private ServerFacts Facts() =>
        new(Version, RuntimeInformation.FrameworkDescription, $"{(database.Provider == DatabaseProvider.Sqlite ? "SQLite" : "PostgreSQL")} · {database.Place}", Since, feed.Pages);

    /// <summary>0.1.0+fe32a9b: seven places of a commit tell it from all others.</summary>
    private static string Short(string version) => version.IndexOf('+', StringComparison.Ordinal) is var plus and >= 0 && version.Length > plus + 8 ? version[..(plus + 8)] : version;
}

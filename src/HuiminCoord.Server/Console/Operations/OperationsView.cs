using HuiminCoord.Domain.Channels;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Server.Api.Operators;

namespace HuiminCoord.Server.Console.Operations;

/// <summary>How the server does, at a moment.</summary>
internal sealed record OperationsView(
    IReadOnlyList<CheckLine> Checks, IReadOnlyList<FailureView> Wakes, IReadOnlyList<FailureView> Relays, OutboxSample Outbox, TimeSpan OutboxAge,
    IReadOnlyList<ChannelLine> Channels, IReadOnlyList<CampaignLine> Campaigns, IReadOnlyList<SiloLine> Silos, ServerFacts Facts)
{
    /// <summary>Checks that are not passed.</summary>
    internal int Failing => Checks.Count(c => !c.Passed);

    /// <summary>True when nobody has to do anything.</summary>
    internal bool IsWell => Failing == 0 && Wakes.Count == 0 && Relays.Count == 0 && Channels.Count == 0;
}

/// <summary>A check, as the probes answer it.</summary>
/// <param name="Why">What is wrong; null when it is passed.</param>
internal sealed record CheckLine(string Name, bool Passed, string? Why);

/// <summary>A channel whose last attempt failed. Its address is its seat's own and stands in no list of an operator.</summary>
/// <param name="NextTry">Real time; null = at once.</param>
internal sealed record ChannelLine(string Campaign, string Recipient, ChannelKind Kind, bool Enabled, int Attempts, DateTimeOffset? NextTry, string Failure);

/// <summary>A campaign that is served.</summary>
/// <param name="Version">The version in force; null = none was issued yet.</param>
public sealed record CampaignLine(string Campaign, string Title, int? Version, int Units);

/// <summary>A silo of the cluster.</summary>
/// <param name="Status">As Orleans says it.</param>
/// <param name="IsThis">True for the one that made this page.</param>
public sealed record SiloLine(string Address, string Status, bool IsActive, bool IsThis);

/// <summary>What does not change while the server runs.</summary>
/// <param name="Database">Engine and place, without user or password.</param>
/// <param name="Since">When the process started, real time.</param>
/// <param name="Pages">Live pages that are connected to this silo.</param>
public sealed record ServerFacts(string Version, string Runtime, string Database, DateTimeOffset Since, int Pages);

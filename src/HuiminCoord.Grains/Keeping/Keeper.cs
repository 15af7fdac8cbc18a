using HuiminCoord.Grains.Telemetry;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Grains.Keeping;

/// <summary>What every room needs in order to keep its decisions; registered once per silo.</summary>
public sealed class Keeper
{
    /// <summary>The name of every actor's one state: <c>[PersistentState(Keeper.StateName)]</c>.</summary>
    public const string StateName = "kept";

    /// <summary>Campaign time.</summary>
    public required Func<DateTimeOffset> Now { get; init; }

    /// <summary>Told after each commit with the campaign that has something to tell; it must be cheap and must not throw.</summary>
    public required Action<string> Committed { get; init; }

    /// <summary>The first answers to keyed commands.</summary>
    public required CommandMemory Memory { get; init; }

    /// <summary>Where commands are measured.</summary>
    public required Instruments Instruments { get; init; }

    /// <summary>On which silo actors belong.</summary>
    public required Homes Homes { get; init; }

    public required ILogger<Keeper> Log { get; init; }
}

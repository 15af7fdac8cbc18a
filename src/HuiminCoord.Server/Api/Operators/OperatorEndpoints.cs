using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Timekeeping;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Operators;

/// <summary>Something that fails and is tried again.</summary>
/// <param name="Grain">The actor.</param>
/// <param name="Attempts">How often it has failed in a row.</param>
/// <param name="NotBefore">When it is tried again: with the first pass from then on.</param>
public sealed record FailureView(string Campaign, string Grain, int Attempts, string Error, DateTimeOffset FirstAt, DateTimeOffset LastAt, DateTimeOffset NotBefore);

/// <summary>What the operator looks at; whether the server can work is answered at <c>/health</c>.</summary>
internal static class OperatorEndpoints
{
    internal static void Map(RouteGroupBuilder api)
    {
        var operators = api.MapGroup("/operator").WithTags("Operator");
        operators.MapGet("/wake-failures", WakeFailures).AsQuestion<Page<FailureView>>("listWakeFailures");
        operators.MapGet("/relay-failures", RelayFailures).AsQuestion<Page<FailureView>>("listRelayFailures");
    }

    /// <summary>Actors that failed to wake, the oldest failure first. Times are the campaign's.</summary>
    /// <remarks>Each is tried again after a growing pause; the others go on.</remarks>
    internal static async Task<Page<FailureView>> WakeFailures(WakeFailures failures, CancellationToken cancellation) => new(
        true,
        [.. (await failures.All(cancellation)).Take(PageCursor.Most)
            .Select(f => new FailureView(f.Campaign, $"{f.GrainType}/{f.GrainKey}", f.Attempts, f.Error, f.FirstAt, f.LastAt, f.NotBefore))],
        null);

    /// <summary>Actors whose events a register cannot take in, the oldest failure first. Times are real.</summary>
    /// <remarks>The events of such an actor wait in order; those of others go on.</remarks>
    internal static async Task<Page<FailureView>> RelayFailures(CoordinationDatabase database, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        var rows = await db.RelayFailures.AsNoTracking().OrderBy(f => f.FirstAt).ThenBy(f => f.GrainKey).Take(PageCursor.Most).ToListAsync(cancellation);
        return new(true, [.. rows.Select(f => new FailureView(f.Campaign, $"{f.GrainType}/{f.GrainKey}", f.Attempts, f.Error, f.FirstAt, f.LastAt, Grains.Relaying.RelayFailures.NextTry(f)))], null);
    }
}

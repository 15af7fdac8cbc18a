using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Timekeeping;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Operators;

/// <summary>Something that fails and is tried again.</summary>
/// <param name="Grain">The actor.</param>
/// <param name="Attempts">How often it has failed in a row.</param>
/// <param name="NotBefore">When it is tried again; null = with the next pass after its pause.</param>
internal sealed record FailureView(string Campaign, string Grain, int Attempts, string Error, DateTimeOffset FirstAt, DateTimeOffset LastAt, DateTimeOffset? NotBefore);

/// <summary>Whether the process answers.</summary>
internal sealed record LiveView(bool Live);

/// <summary>Whether the server can work.</summary>
/// <param name="Ready">The database answers and the clocks agree.</param>
/// <param name="ClockSkewMilliseconds">How far the database's clock is ahead of this machine's.</param>
/// <param name="Untold">Events that are kept and not yet told.</param>
internal sealed record HealthView(bool Ready, double ClockSkewMilliseconds, int Untold);

/// <summary>What the operator looks at.</summary>
internal static class OperatorEndpoints
{
    internal static void Map(RouteGroupBuilder api)
    {
        var operators = api.MapGroup("/operator").WithTags("Operator");
        operators.MapGet("/wake-failures", WakeFailures).AsQuestion<Page<FailureView>>("listWakeFailures");
        operators.MapGet("/relay-failures", RelayFailures).AsQuestion<Page<FailureView>>("listRelayFailures");
        operators.MapGet("/health/live", Live).AsQuestion<LiveView>("getLive");
        operators.MapGet("/health/ready", Ready).AsQuestion<HealthView>("getReady").ProducesProblem(503);
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
        return new(true, [.. rows.Select(f => new FailureView(f.Campaign, $"{f.GrainType}/{f.GrainKey}", f.Attempts, f.Error, f.FirstAt, f.LastAt, null))], null);
    }

    /// <summary>The process answers.</summary>
    /// <remarks>It says nothing of the database.</remarks>
    internal static LiveView Live() => new(true);

    /// <summary>The server can work: its database answers and its clock can be trusted.</summary>
    /// <remarks>Not ready answers 503 with a code: the database does not answer, or the clocks are more than two seconds apart.</remarks>
    internal static async Task<IResult> Ready(CoordinationDatabase database, CampaignClock clock, CancellationToken cancellation)
    {
        int untold;
        try
        {
            await using var db = database.OpenToRead();
            untold = await db.Outbox.CountAsync(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new TimeoutException("The database does not answer.", failure);
        }

        var health = new HealthView(clock.IsReady, clock.Skew.TotalMilliseconds, untold);
        return clock.IsReady ? TypedResults.Ok(health) : throw new TimeoutException("The clocks do not agree.");
    }
}

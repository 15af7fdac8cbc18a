using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Hosting;

namespace HuiminCoord.Server.Rehearsals;

/// <summary>What is rehearsed.</summary>
/// <param name="Seed">How units behave; null = all of them stay silent.</param>
/// <param name="Start">The instant of the plan's issue.</param>
/// <param name="Until">The rehearsal ends at 24:00 of this day, or when nothing is left to happen.</param>
/// <param name="RestartAt">Days on which the whole server is stopped and started anew at the first instant.</param>
public sealed record RehearsalRequest(Plan Plan, string PlanJson, int? Seed, DateTimeOffset Start, DateTimeOffset Until, IReadOnlyList<DateTimeOffset> RestartAt)
{
    /// <summary>What the office does beside the people of the script, such as amending the plan.</summary>
    public IReadOnlyList<PlayedAction> Acts { get; init; } = [];

    /// <summary>Holiday papers that the program is to have come with; null = all that it did.</summary>
    public HolidayTable? Holidays { get; init; }
}

/// <summary>A whole campaign through a real silo and a real database in virtual time, as fast as it goes.</summary>
public sealed class Rehearsal(RehearsalRequest request, Func<CoordinationDatabase> open)
{
    private readonly Queue<DateTimeOffset> _restarts = new(request.RestartAt.Order());

    /// <summary>Runs it.</summary>
    /// <param name="progress">Told the campaign time after each instant.</param>
    /// <param name="cancellation">Stops between two instants.</param>
    public async Task Run(Action<DateTimeOffset> progress, CancellationToken cancellation = default)
    {
        while (!await RunUntilRestart(progress, cancellation))
        {
            _restarts.Dequeue();
        }
    }

    /// <summary>True when the rehearsal is over, false when a restart was asked for.</summary>
    private async Task<bool> RunUntilRestart(Action<DateTimeOffset> progress, CancellationToken cancellation)
    {
        await using var database = open();
        await database.CreateOrUpgrade(cancellation);
        var at = await RehearsalDriver.CursorOf(database, request.Plan.Campaign.Value, cancellation) ?? request.Start;
        using var host = Host(database, CampaignClock.Virtual(at), request.Holidays);
        await host.StartAsync(cancellation);
        try
        {
            var driver = host.Services.GetRequiredService<RehearsalDriver>();
            driver.Add(request.Acts);
            await driver.Begin(request.Plan, request.PlanJson, request.Seed, cancellation);
            return await Drive(driver, progress, cancellation);
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    private async Task<bool> Drive(RehearsalDriver driver, Action<DateTimeOffset> progress, CancellationToken cancellation)
    {
        while (await driver.NextInstant(cancellation) is { } next && next < request.Until)
        {
            if (_restarts.TryPeek(out var restart) && next >= restart)
            {
                return false;
            }

            cancellation.ThrowIfCancellationRequested();
            await driver.StepTo(next);
            progress(next);
        }

        return true;
    }

    private static IHost Host(CoordinationDatabase database, CampaignClock clock, HolidayTable? holidays)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Error);
        builder.AddCoordination(database, clock, holidays: holidays);
        builder.Services.AddRehearsing();
        return builder.Build();
    }
}

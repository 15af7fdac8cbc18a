using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Timekeeping;
using HuiminCoord.Server.Api;
using HuiminCoord.Server.Commands;
using HuiminCoord.Server.Push;
using HuiminCoord.Server.Rehearsals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Hosting;

/// <summary>One server with one campaign: storage, actors, push and API in one process.</summary>
public static class ServedCampaign
{
    /// <summary>Serves until it is told to stop.</summary>
    /// <exception cref="CommandRefusedException">The data directory holds the other kind of campaign.</exception>
    public static async Task Run(ServeSettings settings, CancellationToken cancellation)
    {
        await using var database = Open(settings.Directory);
        await database.CreateOrUpgrade(cancellation);
        var cursor = await Require(database, settings, cancellation);
        var clock = settings.Rehearsal is { } rehearsal ? CampaignClock.Virtual(cursor ?? rehearsal.Start) : CampaignClock.Live(TimeProvider.System);
        await using var app = Build(settings, database, clock);
        if (settings.Rehearsal is null)
        {
            // Issuing tells people: live, the office does that itself through the API.
            await app.Services.GetRequiredService<PlanShelf>().Put(settings.Plan, settings.PlanJson, clock.Now);
        }

        await Start(app, settings, cancellation);
        Banner.Print(settings, clock, cursor is not null);
        await app.WaitForShutdownAsync(cancellation);
    }

    /// <summary>The server, not yet started.</summary>
    public static WebApplication Build(ServeSettings settings, CoordinationDatabase database, CampaignClock clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(settings.Urls);
        builder.Logging.ClearProviders().AddSimpleConsole(o => o.SingleLine = true).SetMinimumLevel(LogLevel.Warning).AddFilter("Orleans", LogLevel.Error).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.AddCoordination(database, clock, holidays: settings.Holidays);
        builder.Services.AddSingleton(settings).AddSingleton(settings.Plan).AddCoordinationApi().AddPush();
        if (settings.Rehearsal is not null)
        {
            builder.Services.AddSingleton<RehearsalDriver>().AddHostedService<PacedRehearsal>();
        }

        builder.Services.AddHostedService<ReminderPrinter>();
        var app = builder.Build();
        app.MapCoordinationApi();
        app.MapPush();
        return app;
    }

    private static CoordinationDatabase Open(string directory)
    {
        try
        {
            return CoordinationDatabase.InDirectory(directory);
        }
        catch (Exception unusable) when (unusable is IOException and not DataDirectoryInUseException or UnauthorizedAccessException)
        {
            throw new CommandRefusedException($"--data {directory}: {unusable.Message}", unusable);
        }
    }

    private static async Task Start(WebApplication app, ServeSettings settings, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception busy) when (busy is IOException or ArgumentOutOfRangeException)
        {
            throw new CommandRefusedException($"Cannot listen on {settings.Urls}: {busy.Message} Choose another address with --urls.", busy);
        }
    }

    /// <summary>Virtual and real time never meet in one database.</summary>
    private static async Task<DateTimeOffset?> Require(CoordinationDatabase database, ServeSettings settings, CancellationToken cancellation)
    {
        var cursor = await RehearsalDriver.CursorOf(database, settings.Plan.Campaign.Value, cancellation);
        await using var db = database.OpenToRead();
        if (settings.Rehearsal is null && await db.RehearsalCursors.AnyAsync(cancellation))
        {
            throw new CommandRefusedException($"{settings.Directory} holds a rehearsal. Choose another --data for live work.");
        }

        return settings.Rehearsal is not null && cursor is null && await db.Campaigns.AnyAsync(cancellation)
            ? throw new CommandRefusedException($"{settings.Directory} holds a live campaign. Choose another --data for a rehearsal.")
            : cursor;
    }
}

using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api;
using HuiminCoord.Server.Auditing;
using HuiminCoord.Server.Channels;
using HuiminCoord.Server.Console;
using HuiminCoord.Server.Health;
using HuiminCoord.Server.Hosting;
using HuiminCoord.Server.Push;
using HuiminCoord.Server.Rehearsals;
using HuiminCoord.Server.Settings;
using HuiminCoord.Server.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Serving;

/// <summary>One server with one campaign: storage, actors, push and API in one process.</summary>
public static class ServedCampaign
{
    /// <summary>Serves until it is told to stop.</summary>
    /// <exception cref="CommandRefusedException">The database cannot be opened, or holds the other kind of campaign.</exception>
    /// <exception cref="DatabaseInUseException">Somebody else serves the database who must not serve it beside this one.</exception>
    public static async Task Run(ServeSettings settings, CancellationToken cancellation)
    {
        if (settings.Cluster is { } cluster)
        {
            ClusterMembership.RequireFreePorts(cluster);
        }

        await using var served = await ServedDatabase.Open(settings, cancellation);
        var database = served.Database;
        var cursor = await Require(database, settings, cancellation);
        var clock = settings.Rehearsal is { } rehearsal ? CampaignClock.Virtual(cursor ?? rehearsal.Start) : CampaignClock.Live(TimeProvider.System);
        await using var app = Build(settings, database, clock);
        if (settings.Rehearsal is null)
        {
            // Issuing tells people: live, the office does that itself through the API.
            await app.Services.GetRequiredService<PlanShelf>().Put(settings.Plan, settings.PlanJson, clock.Now, "file");
        }

        // Before the doors open: whoever waits outside signs in at once.
        var wayIn = await WayIn(app.Services, settings, cancellation);
        await Start(app, settings, cancellation);
        Banner.Print(settings, clock, cursor is not null, wayIn);
        await app.WaitForShutdownAsync(cancellation);
    }

    /// <summary>How the first person gets in: a rehearsal's pass phrase, or live a set-up link while there is no administrator.</summary>
    private static async Task<string?> WayIn(IServiceProvider services, ServeSettings settings, CancellationToken cancellation)
    {
        if (settings.Rehearsal is not null)
        {
            return await services.GetRequiredService<DemoAccounts>().Make(settings.Plan, cancellation);
        }

        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SettingUp>().Offer(cancellation);
    }

    /// <summary>The server, not yet started.</summary>
    /// <param name="change">Has the last word on what is put in.</param>
    public static WebApplication Build(ServeSettings settings, CoordinationDatabase database, CampaignClock clock, Action<IServiceCollection>? change = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(settings.Urls).UseConsoleFiles();
        Quiet(builder.Logging);
        builder.AddCoordination(database, clock, joins: settings.Cluster is null ? null : settings.PostgreSql, holidays: settings.Holidays);
        builder.AddTelemetry();
        builder.Services.AddSingleton(settings).AddSingleton(settings.Plan).AddAccounts(settings.Accounts, settings.External).AddCoordinationApi().AddPush().AddChannels(settings.Channels).AddCoordinationHealth().AddAuditSealing(settings.Audit).AddConsole();
        AddWhatIsAsked(builder.Services, settings);
        change?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapCoordinationApi();
        app.MapPush();
        app.MapCoordinationHealth();
        app.MapConsole();
        return app;
    }

    /// <summary>What not every server has.</summary>
    private static void AddWhatIsAsked(IServiceCollection services, ServeSettings settings)
    {
        if (settings.Rehearsal is { } rehearsal)
        {
            services.AddRehearsing().AddSteering(rehearsal.Pace, rehearsal.Paused).AddHostedService<PacedRehearsal>();
        }

        if (settings.KeeperMail is not null)
        {
            services.AddSingleton(settings.KeeperMail).AddHostedService<KeeperMail>();
        }

        if (settings.Public is not null)
        {
            services.AddSingleton(settings.Public);
        }

        if (settings.Cluster is null)
        {
            // With several silos each terminal would show what happens to be told from there.
            services.AddHostedService<ReminderPrinter>();
        }
    }

    /// <summary>The terminal belongs to the banner and to what goes wrong.</summary>
    private static void Quiet(ILoggingBuilder logging) => logging.ClearProviders().AddSimpleConsole(o => o.SingleLine = true)
        .SetMinimumLevel(LogLevel.Warning)
        .AddFilter("Orleans", LogLevel.Error)
        .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
        // It warns that its keys stand unencrypted in the database: whoever reads that has no need of them.
        .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

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
            throw new CommandRefusedException($"{settings.Place} holds a rehearsal. Choose another {Where(settings)} for live work.");
        }

        return settings.Rehearsal is not null && cursor is null && await db.Campaigns.AnyAsync(cancellation)
            ? throw new CommandRefusedException($"{settings.Place} holds a live campaign. Choose another {Where(settings)} for a rehearsal.")
            : cursor;
    }

    private static string Where(ServeSettings settings) => settings.PostgreSql is null ? "--data" : "database";
}

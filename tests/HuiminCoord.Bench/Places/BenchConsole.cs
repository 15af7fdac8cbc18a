using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api;
using HuiminCoord.Server.Channels;
using HuiminCoord.Server.Commands;
using HuiminCoord.Server.Console;
using HuiminCoord.Server.Health;
using HuiminCoord.Server.Hosting;
using HuiminCoord.Server.Push;
using HuiminCoord.Server.Rehearsals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Bench.Places;

/// <summary>A whole server in this process: pages on loopback, a silo, and the shipped plan on the morning of 2020-11-30, played by a seed.</summary>
internal sealed class BenchConsole : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CoordinationDatabase _database;

    private BenchConsole(WebApplication app, CoordinationDatabase database) => (_app, _database) = (app, database);

    public Uri Url => new(_app.Urls.Single());

    /// <summary>Starts it; the database stays the caller's.</summary>
    public static async Task<BenchConsole> Start(CoordinationDatabase database, CancellationToken cancellation)
    {
        var file = PlanFile.Shipped();
        var plan = file.Require();
        await new DemoAccounts(database, TimeProvider.System).Make(plan, cancellation);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").UseConsoleFiles();
        builder.Logging.ClearProviders();
        builder.AddCoordination(database, CampaignClock.Virtual(ChinaTime.StartOf(plan.Document.IssuedOn)));
        builder.Services.AddRehearsing().AddAccounts(AccountSettings.Rehearsal).AddCoordinationApi().AddPush().AddChannels().AddCoordinationHealth().AddConsole();
        var app = builder.Build();
        app.MapCoordinationApi();
        app.MapPush();
        app.MapCoordinationHealth();
        app.MapConsole();
        await app.StartAsync(cancellation);
        await Play(app.Services.GetRequiredService<RehearsalDriver>(), plan, file.Json, cancellation);
        return new(app, database);
    }

    /// <summary>The token of a new session of a seat.</summary>
    public async Task<string> SessionOf(string seat, CancellationToken cancellation)
    {
        await using var db = _database.OpenToRead();
        var held = await db.Appointments.FirstAsync(a => a.Seat == seat && a.EndedAt == null, cancellation);
        return await _app.Services.GetRequiredService<SessionBook>().Open(SessionKind.Console, held.Account, held.Id, "bench");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task Play(RehearsalDriver driver, Plan plan, string json, CancellationToken cancellation)
    {
        await driver.Begin(plan, json, seed: 1, cancellation);
        var until = ChinaTime.At(new DateOnly(2020, 11, 30), new TimeOnly(10, 0));
        while (await driver.NextInstant(cancellation) is { } next && next <= until)
        {
            await driver.StepTo(next);
        }

        await driver.StepTo(until);
    }
}

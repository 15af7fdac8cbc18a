using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Meetings;
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
using Microsoft.Playwright;

namespace HuiminCoord.Bench.Places;

/// <summary>A whole server in this process: pages on loopback, a silo, and the shipped plan on the morning of 2020-11-30, played by a seed.</summary>
internal sealed class BenchConsole : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CoordinationDatabase _database;

    private BenchConsole(WebApplication app, CoordinationDatabase database) => (_app, _database) = (app, database);

    public Uri Url => new(_app.Urls.Single());

    /// <summary>Starts it; the database stays the caller's.</summary>
    /// <param name="played">False leaves the campaign on the day of its notice: nobody has done anything.</param>
    public static async Task<BenchConsole> Start(CoordinationDatabase database, CancellationToken cancellation, bool played = true)
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
        await Play(app.Services.GetRequiredService<RehearsalDriver>(), plan, file.Json, played, cancellation);
        return new(app, database);
    }

    /// <summary>The token of a new session of a seat.</summary>
    public async Task<string> SessionOf(string seat, CancellationToken cancellation, SessionKind kind = SessionKind.Console)
    {
        await using var db = _database.OpenToRead();
        var held = await db.Appointments.FirstAsync(a => a.Seat == seat && a.EndedAt == null, cancellation);
        return await _app.Services.GetRequiredService<SessionBook>().Open(kind, held.Account, held.Id, "bench");
    }

    /// <summary>A program that asks the API for a seat.</summary>
    public async Task<HttpClient> Client(string seat, CancellationToken cancellation)
    {
        var client = new HttpClient { BaseAddress = Url };
        client.DefaultRequestHeaders.Authorization = new("Bearer", await SessionOf(seat, cancellation, SessionKind.Api));
        return client;
    }

    /// <summary>A page of somebody who is signed in, once it is live and has read what it shows.</summary>
    public async Task<IPage> Open(IBrowser browser, string seat, string path, CancellationToken cancellation)
    {
        var context = await browser.NewContextAsync(new() { Locale = "zh-CN" });
        await context.AddCookiesAsync([new() { Name = "huimin-session", Value = await SessionOf(seat, cancellation), Url = Url.AbsoluteUri }]);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(Url, path).AbsoluteUri);
        await page.Locator(".conn").WaitForAsync();
        await Assertions.Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        return page;
    }

    /// <summary>A meeting of all units sits, today; its id.</summary>
    public async Task<string> Sit()
    {
        const string Id = "topic-bench";
        var (plan, today) = (PlanFile.Shipped().Require(), ChinaTime.At(new DateOnly(2020, 11, 30), new TimeOnly(15, 0)));
        MeetingCommand[] commands =
        [
            new MeetingCommand.Propose(MeetingKind.Topic, null, new("专题会议", today, 60, "第一会议室", "联席会议召集人", [.. plan.Units.Select(u => u.Id)], [])),
            new MeetingCommand.Compose(), new MeetingCommand.Submit(), new MeetingCommand.Agree(), new MeetingCommand.Notify(ChinaTime.DateOf(today)), new MeetingCommand.Begin(Recipients.Office),
        ];
        foreach (var command in commands)
        {
            await Ask(Id, command);
        }

        await Tell();
        return Id;
    }

    /// <summary>The recorder enters a decision; it is stored.</summary>
    public Task Decide(string meeting, DecisionWording wording) => Ask(meeting, new MeetingCommand.RecordDecision(Recipients.Office, null, wording));

    /// <summary>What is stored is told at once, as a server in real time does.</summary>
    public Task Tell() => _app.Services.GetRequiredService<RehearsalDriver>().Drain();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task Ask(string meeting, MeetingCommand command)
    {
        Acting.As(Recipients.Office);
        var answer = await _app.Services.GetRequiredService<IGrainFactory>().GetGrain<IMeetingGrain>($"{PlanFile.Shipped().Require().Campaign}/{meeting}").Do(command, null);
        Expect.That(answer.Refusal is null, $"{command.GetType().Name} was refused: {answer.Refusal?.Code}.");
    }

    private static async Task Play(RehearsalDriver driver, Plan plan, string json, bool played, CancellationToken cancellation)
    {
        await driver.Begin(plan, json, seed: played ? 1 : null, cancellation);
        if (!played)
        {
            return;
        }

        var until = ChinaTime.At(new DateOnly(2020, 11, 30), new TimeOnly(10, 0));
        while (await driver.NextInstant(cancellation) is { } next && next <= until)
        {
            await driver.StepTo(next);
        }

        await driver.StepTo(until);
    }
}

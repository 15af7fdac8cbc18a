using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Server.Rehearsals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HuiminCoord.Server.Tests.Rehearsals;

/// <summary>A server whose rehearsal is steered, in a real time that only the test moves. Nothing beats unless the test says so.</summary>
internal sealed class SteeredServer : IAsyncDisposable
{
    public static DateTimeOffset Start { get; } = ChinaTime.At(TestServer.Plan.Document.IssuedOn, new TimeOnly(8, 30));

    public required TestServer Server { get; init; }

    public required FakeTimeProvider Time { get; init; }

    public RehearsalControl Control => Server.Service<RehearsalControl>();

    public EventPreviews Previews => Server.Service<EventPreviews>();

    public DateTimeOffset Now => Control.Standing.Now;

    /// <param name="seed">How units behave; null = nobody acts by itself.</param>
    /// <param name="pace">Real seconds of a campaign day.</param>
    /// <param name="paused">Time stands still at first.</param>
    /// <param name="start">When the plan is issued.</param>
    public static async Task<SteeredServer> Begin(int? seed = null, double pace = 60, bool paused = false, DateTimeOffset? start = null)
    {
        var time = new FakeTimeProvider();
        var server = await TestServer.Start(begin: false, start: start ?? Start, with: services => services
            .AddSingleton<EventPreviews>()
            .AddSingleton(p => new RehearsalControl(
                p.GetRequiredService<RehearsalDriver>(), p.GetRequiredService<EventPreviews>(), p.GetRequiredService<CampaignClock>(), time, new Pace(pace), paused)));
        var steered = new SteeredServer { Server = server, Time = time };
        await steered.Control.Begin(TestServer.Plan, TestServer.PlanJson, seed, TestContext.Current.CancellationToken);
        return steered;
    }

    /// <summary>Lets real time pass, then what is due happens.</summary>
    public Task Pass(TimeSpan real)
    {
        Time.Advance(real);
        return Beat();
    }

    public Task Beat() => Control.Beat(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

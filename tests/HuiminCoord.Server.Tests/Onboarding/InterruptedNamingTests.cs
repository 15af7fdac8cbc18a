using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Timekeeping;
using HuiminCoord.Server.Onboarding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace HuiminCoord.Server.Tests.Onboarding;

/// <summary>A unit's word is kept, and then the process dies before its actor has heard it, or before the answer is remembered.</summary>
public sealed class InterruptedNamingTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("huimin-naming-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData(Fault.BeforeTheActor)]
    [InlineData(Fault.AfterTheActor)]
    public async Task After_a_restart_it_is_told_once(Fault fault)
    {
        await NameAndDie(fault);
        await using var server = await TestServer.Start(_directory);
        using var office = await Visitor.In(server, "office-director");

        var waiting = await office.Waiting("jiaoyu");

        Assert.Equal(["deputy", "liaison"], waiting.Keys.Order());
        Assert.All(waiting.Values, n => Assert.True((bool)n["inForce"]!));
        Assert.Equal(2, await Named(server));
    }

    [Fact]
    public async Task A_server_that_starts_finds_what_was_kept_and_not_told()
    {
        await NameAndDie(Fault.BeforeTheActor);
        await using var server = await TestServer.Start(_directory);
        using var watch = new NamingWatch(server.Service<Telling>(), new TimekeepingOptions(), NullLogger<NamingWatch>.Instance);

        await watch.StartAsync(Cancellation);

        await Push.HubClient.Eventually(() => Named(server), named => named == 2);
        await watch.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Until_the_earlier_word_is_told_a_later_one_waits()
    {
        var failing = new FailingNaming { Fault = Fault.BeforeTheActor };
        await using var server = await TestServer.Start(with: services => services.AddSingleton<IIncomingGrainCallFilter>(failing));
        using var office = await Visitor.In(server, "office-director");
        using var unit = new Visitor(server);
        var first = await unit.Do("/join/name", Units.Naming(await office.Link("jiaoyu"), "联络人甲"));
        Assert.False((bool)first["seats"]![0]!["inForce"]!);
        var later = await office.Link("jiaoyu");

        Assert.Equal((503, "server.not-ready"), await unit.Refused("/join/name", Units.Naming(later, "联络人乙")));
        Assert.Equal((false, false), (InForce(await office.Waiting("jiaoyu")), Outdated(await office.Waiting("jiaoyu"))));
        failing.Fault = Fault.None;
        await unit.Do("/join/name", Units.Naming(later, "联络人乙"));

        Assert.Equal("联络人乙", (await office.Roster("jiaoyu"))["liaison"]);
        Assert.Equal(2, await Named(server));

        static bool InForce(IReadOnlyDictionary<string, System.Text.Json.Nodes.JsonNode> waiting) => (bool)waiting["liaison"]["inForce"]!;
        static bool Outdated(IReadOnlyDictionary<string, System.Text.Json.Nodes.JsonNode> waiting) => (bool)waiting["liaison"]["outdated"]!;
    }

    private async Task NameAndDie(Fault fault)
    {
        var failing = new FailingNaming { Fault = fault };
        await using var server = await TestServer.Start(_directory, with: services => services.AddSingleton<IIncomingGrainCallFilter>(failing));
        using var office = await Visitor.In(server, "office-director");
        using var unit = new Visitor(server);

        var answer = await unit.Do("/join/name", Units.Naming(await office.Link("jiaoyu"), "联络人甲", "联络人乙"));

        Assert.All(answer["seats"]!.AsArray(), s => Assert.False((bool)s!["inForce"]!));
        Assert.Equal(fault == Fault.AfterTheActor ? 1 : 0, await Named(server));
    }

    /// <summary>How often any actor named somebody.</summary>
    private static async Task<int> Named(TestServer server)
    {
        await using var db = server.Database.OpenToRead();
        return await db.Audit.CountAsync(a => a.EventType == "unit.seat-named", Cancellation) + await db.Outbox.CountAsync(o => o.EventType == "unit.seat-named", Cancellation);
    }

    public enum Fault
    {
        None,
        BeforeTheActor,
        AfterTheActor,
    }

    private sealed class FailingNaming : IIncomingGrainCallFilter
    {
        public Fault Fault { get; set; }

        public async Task Invoke(IIncomingGrainCallContext context)
        {
            var naming = context.Request.GetArgumentCount() > 0 && context.Request.GetArgument(0) is UnitCommand.NameSeat;
            if (naming && Fault == Fault.BeforeTheActor)
            {
                throw new InvalidOperationException("The process dies here.");
            }

            await context.Invoke();
            if (naming && Fault == Fault.AfterTheActor)
            {
                throw new InvalidOperationException("The process dies here.");
            }
        }
    }
}

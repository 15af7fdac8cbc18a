using System.Net;
using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Tests.Onboarding;
using Microsoft.Extensions.DependencyInjection;

namespace HuiminCoord.Server.Tests.Supervision;

/// <summary>A problem was committed, and then the unit's actor could not be reached: no problem is lost, and none is owed twice.</summary>
public sealed class InterruptedTellingTests
{
    private const string Group = $"/campaigns/{TestServer.Campaign}/supervision/du-1";

    [Fact]
    public async Task What_was_interrupted_goes_on_at_the_group_s_next_wake()
    {
        var away = new Away();
        await using var server = await TestServer.Start(with: services => services.AddSingleton<IIncomingGrainCallFilter>(away));
        await server.Do($"{TestServer.Path}/supervision/du-1/mandate", new { matter = "校园食品安全", units = new[] { "jiaoyu" }, from = "2020-09-17", until = "2020-12-31", leader = "组长" });
        using var group = await Visitor.In(server, "group");

        away.Times = 1;
        Assert.Equal((int)HttpStatusCode.InternalServerError, (await group.Post($"{Group}/problems", new { unit = "jiaoyu", text = "食堂留样不全", due = "2020-09-30" })).Status);
        Assert.Empty(await Owed(server));
        Assert.Equal(1, (int)(await group.Get(Group))["item"]!["open"]!);
        await server.RunUntil(new(2020, 9, 17), 9);
        Assert.Equal(["du-1-01"], await Owed(server));

        await server.Do($"{TestServer.Path}/units/jiaoyu/obligations/du-1-01/submit", new { parts = Array.Empty<string>(), note = "已补齐。" });
        away.Times = 1;
        Assert.Equal((int)HttpStatusCode.InternalServerError, (await group.Post($"{Group}/problems/1/strike-off", new { word = "已补齐。" })).Status);
        Assert.Equal("toCheck", await Light(group));
        await server.RunUntil(new(2020, 9, 17), 10);
        Assert.Equal("struckOff", await Light(group));
        Assert.Equal("accepted", (string)(await server.Get($"{TestServer.Path}/units/jiaoyu/obligations/du-1-01"))["item"]!["obligation"]!["stage"]!);
    }

    private static async Task<IEnumerable<string>> Owed(TestServer server) =>
        (await server.Get($"{TestServer.Path}/obligations?unit=jiaoyu"))["items"]!.AsArray().Select(o => (string)o!["duty"]!).Where(d => d.StartsWith("du-", StringComparison.Ordinal));

    private static async Task<string> Light(Visitor who) => (string)(await who.Get(Group))["item"]!["found"]![0]!["light"]!;

    /// <summary>Keeps a unit's actor from hearing what a group tells it, so many times.</summary>
    private sealed class Away : IIncomingGrainCallFilter
    {
        public int Times { get; set; }

        public Task Invoke(IIncomingGrainCallContext context)
        {
            var told = context.Request.GetArgumentCount() > 0 && context.Request.GetArgument(0) is UnitCommand.Assign or UnitCommand.Accept;
            return told && Times-- > 0 ? throw new InvalidOperationException("The unit's actor is away.") : context.Invoke();
        }
    }
}

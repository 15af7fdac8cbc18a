using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Tests.Commands;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>A server that is killed under open pages, and comes back: the pages do too, with what was typed and what was told meanwhile.</summary>
public sealed class ReconnectTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("huimin-reconnect-").FullName;

    private readonly string _url = $"http://127.0.0.1:{PostgreSqlServer.FreePort()}";

    private string[] Serve => ["serve", "--paused", "--no-players", "--urls", _url];

    [Fact]
    public async Task Open_pages_wait_for_a_killed_server_and_lose_nothing_that_was_saved()
    {
        var phrase = await TestSeats.PhraseIn(Path.Combine(_directory, "data", "rehearsal"));
        var server = await Start();
        try
        {
            await using var screen = await Screen.Open("reconnect");
            var leader = await SignIn(screen, "jiaoyu-leader", phrase, "/fill/implementation-plan");
            var office = await SignIn(screen, "office-director", phrase, "/board?duty=monthly-2020-09&unit=jiaoyu");
            await leader.TypeInto("#fill-text", "9月共检查12户，");
            await leader.Sees(".saved", "已自动保存");
            await leader.Type("End");
            await leader.Write("整改3户。");
            await leader.Sees(".saved", "正在保存");
            await leader.Sees(".saved", "已自动保存");

            server.Kill();
            await leader.SeesSomething("#components-reconnect-modal");
            await office.SeesSomething("#components-reconnect-modal");
            Assert.Contains("正在重连", await leader.TextOf("#components-reconnect-modal"), StringComparison.Ordinal);
            await leader.Look("01-cut-off");
            server.Dispose();
            server = await Start();

            await leader.Holds("#fill-text", "9月共检查12户，整改3户。");
            await leader.SeesNothing("#components-reconnect-modal");
            await office.SeesNothing("#components-reconnect-modal");
            await office.Connected();
            await office.Press("催报该单位");
            await office.Click(".mud-dialog button.pri");
            await office.Sees(".toasts", "已催报");
            await leader.Visit("/home");
            await leader.Sees(".msgs", "请报送：2020年9月小结和统计表");
            await leader.HasCount(".msgs li:has-text('请报送：2020年9月')", 1);
        }
        finally
        {
            server.Kill();
            server.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private async Task<ServerProcess> Start()
    {
        var server = ServerProcess.Start(_directory, Serve);
        await server.Printed(lines => lines.Any(l => l.Contains(_url, StringComparison.Ordinal)), "where it listens");
        return server;
    }

    private async Task<PersonAtScreen> SignIn(Screen screen, string login, string phrase, string path)
    {
        var person = await screen.Person(scripts: true);
        await person.Visit($"{_url}/sign-in");
        await person.Fill("Form.Login", login, "Form.Password", phrase);
        await person.Submit("sign-in");
        await person.Sees(".conn", "已连接");
        await person.Visit(path);
        await person.Connected();
        return person;
    }
}

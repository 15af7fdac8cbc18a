using System.Text;
using System.Text.Json.Nodes;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Commands;
using HuiminCoord.Server.Settings;
using HuiminCoord.Server.Tests.Push;

namespace HuiminCoord.Server.Tests.Commands;

public sealed class WatchTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Fact]
    public async Task It_prints_each_message_once_across_a_restart_of_the_server()
    {
        var directory = Directory.CreateTempSubdirectory("huimin-watch-").FullName;
        var first = await TestServer.Start(directory);
        var port = first.Url.Port;
        await using var watch = Watching.Start(new WatchRequest(first.Url, new("jiaoyu-leader", await first.Seats.Phrase, null), "jiaoyu/leader", null, 0, Json: true));
        await first.RunUntil(new DateOnly(2020, 9, 18), 16);
        var before = await watch.Lines(3);
        await first.DisposeAsync();
        await watch.Noted("waiting for");
        var second = await TestServer.Start(directory, port);
        await second.RunUntil(new DateOnly(2020, 9, 30), 18);
        var head = (int)(await second.Get($"{TestServer.Path}/inbox/head?recipient=jiaoyu/leader"))["item"]!["head"]!;
        Assert.True(head > before.Count);
        var all = await watch.Lines(head);
        Assert.Equal(Enumerable.Range(1, head), all.Select(l => (int)JsonNode.Parse(l)!["seq"]!));
        await watch.Noted("connected again");
        Assert.Equal(0, await watch.Stop());
        await second.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task It_waits_for_a_server_that_is_not_there_yet_and_for_its_campaign()
    {
        var (port, directory) = (PostgreSqlServer.FreePort(), Directory.CreateTempSubdirectory("huimin-watch-").FullName);
        await using var watch = Watching.Start(new WatchRequest(
            new Uri($"http://127.0.0.1:{port}"), new("office-director", await TestSeats.PhraseIn(directory), null), null, null, 0, Json: false));
        await watch.Noted("waiting for");
        await using var server = await TestServer.Start(directory, port);
        await watch.Noted("connected again");
        await server.RunUntil(new DateOnly(2020, 9, 18), 17);
        var lines = await watch.Lines(1);
        Assert.Matches("^2020-09-18 09:01  联络人报备", lines[0]);
        Assert.Equal(0, await watch.Stop());
    }

    [Fact]
    public async Task It_starts_after_the_sequence_it_is_told()
    {
        await Server.Do($"{TestServer.Path}/units/weijian/obligations", new { duty = "watched-1", title = "核对名单", due = "2020-10-30" });
        await Server.Do($"{TestServer.Path}/units/weijian/obligations/watched-1/urge", new { });
        await Server.Do($"{TestServer.Path}/units/weijian/obligations/watched-1/urge", new { reason = "今日汇总" });
        await HubClient.Eventually(() => Server.Get($"{TestServer.Path}/inbox/head?recipient=weijian/leader").GetAwaiter().GetResult(), h => (long)h["item"]!["head"]! >= 2);
        await using var watch = Watching.Start(new WatchRequest(Server.Url, new("weijian-leader", await Server.Seats.Phrase, null), "weijian/leader", TestServer.Campaign, 1, Json: true));
        Assert.Equal(2, (int)JsonNode.Parse((await watch.Lines(1))[0])!["seq"]!);
    }

    [Theory]
    [InlineData("jiaoyu-liaison", "tiyu/liaison", null, 0, "(access.no-seat)")]
    [InlineData("jiaoyu-liaison", "minzheng/liaison", null, 0, "(access.no-seat)")]
    [InlineData("jiaoyu-liaison", "jiaoyu/liaison", "huimin-2021", 0, "(access.no-seat)")]
    [InlineData("nobody", "jiaoyu/liaison", null, 0, "(access.sign-in-refused)")]
    [InlineData("system-admin", null, null, 0, "has no inbox")]
    [InlineData("jiaoyu-deputy", "jiaoyu/deputy", null, 99, "inbox.sequence-from-the-future: Sequence 99 lies beyond the newest message")]
    public async Task It_says_why_it_cannot_watch(string login, string? seat, string? campaign, long since, string words)
    {
        await using var watch = Watching.Start(new WatchRequest(Server.Url, new(login, await Server.Seats.Phrase, null), seat, campaign, since, Json: false));
        var refused = await Assert.ThrowsAsync<CommandRefusedException>(watch.Ended);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--seat liaison", false)]
    [InlineData("--unit jiaoyu --seat boss", false)]
    [InlineData("--unit jiaoyu --since -1", false)]
    [InlineData("--unit jiaoyu --since x", false)]
    [InlineData("--unit jiaoyu --url ftp://x", false)]
    [InlineData("", false)]
    [InlineData("--unit jiaoyu", true)]
    [InlineData("--seat office-director --json", true)]
    [InlineData("--account jiaoyu-liaison", true)]
    public void Its_options_are_checked_before_anything_is_asked(string options, bool right) =>
        Assert.Equal(right, WatchCommand.Create().Parse(options).Errors.Count == 0);

    /// <summary>A running watch whose output and notes can be waited for.</summary>
    private sealed class Watching : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Heard _output = new();
        private readonly Heard _notes = new();
        private readonly Task<int> _run;

        private Watching(WatchRequest request) =>
            _run = Task.Run(() => new InboxWatcher(request, new WatchPrinter(_output, request.Json), _notes, TimeProvider.System).Run(_stop.Token));

        public string Notes => _notes.Text;

        public static Watching Start(WatchRequest request) => new(request);

        public Task<List<string>> Lines(int count) => HubClient.Eventually(() => _output.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList(), l => l.Count >= count);

        public Task<string> Noted(string words) => HubClient.Eventually(() => Notes, n => n.Contains(words, StringComparison.Ordinal));

        public Task<int> Ended() => _run.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        public async Task<int> Stop()
        {
            await _stop.CancelAsync();
            return await Ended();
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await ((Task)_run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _stop.Dispose();
        }
    }

    /// <summary>A writer that one thread fills while another reads.</summary>
    private sealed class Heard : StringWriter
    {
        private readonly Lock _lock = new();

        public string Text
        {
            get
            {
                lock (_lock)
                {
                    return GetStringBuilder().ToString();
                }
            }
        }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(string? value)
        {
            lock (_lock)
            {
                base.Write(value);
            }
        }

        public override Task WriteLineAsync(string? value)
        {
            Write(value + "\n");
            return Task.CompletedTask;
        }
    }
}

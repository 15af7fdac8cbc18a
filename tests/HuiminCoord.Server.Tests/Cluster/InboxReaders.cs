using HuiminCoord.Server.Push;
using HuiminCoord.Server.Tests.Push;

namespace HuiminCoord.Server.Tests.Cluster;

/// <summary>A liaison's screen at each server for every followed inbox; the killed server's screens go on at the other.</summary>
internal sealed class InboxReaders : IAsyncDisposable
{
    private readonly List<Screen> _screens = [];
    private readonly Uri[] _urls;
    private readonly TestSeats _seats;

    private InboxReaders(Uri[] urls, TestSeats seats) => (_urls, _seats) = (urls, seats);

    public static async Task<InboxReaders> Connect(Uri[] urls, TestSeats seats, IEnumerable<string> campaigns)
    {
        var readers = new InboxReaders(urls, seats);
        foreach (var campaign in campaigns)
        {
            for (var server = 0; server < urls.Length; server++)
            {
                var client = await HubClient.Connect(urls[server], seats);
                foreach (var unit in MixedWishes.Units)
                {
                    await client.Resume($"{unit}/liaison", 0, campaign);
                }

                readers._screens.Add(new Screen(campaign, server, [client]));
            }
        }

        return readers;
    }

    /// <summary>Each screen of a dead server connects to the other one and says what it has seen last.</summary>
    public async Task MoveFrom(int server)
    {
        foreach (var screen in _screens.Where(s => s.Server == server))
        {
            var again = await HubClient.Connect(_urls[1 - server], _seats);
            foreach (var unit in MixedWishes.Units)
            {
                var recipient = $"{unit}/liaison";
                await again.Resume(recipient, screen.Shown(recipient).Select(i => i.Seq).LastOrDefault(), screen.Campaign);
            }

            screen.Clients.Add(again);
        }
    }

    /// <summary>Every screen has shown 1, 2, 3 … up to the inbox's newest message.</summary>
    public async Task AssertEverythingOnceInOrder(IReadOnlyDictionary<(string Campaign, string Recipient), long> heads)
    {
        foreach (var screen in _screens)
        {
            foreach (var recipient in MixedWishes.Units.Select(unit => $"{unit}/liaison"))
            {
                var head = heads[(screen.Campaign, recipient)];
                var shown = await HubClient.Eventually(() => screen.Shown(recipient), items => items.Count > 0 && items[^1].Seq >= head);
                Assert.Equal(Enumerable.Range(1, (int)head).Select(i => (long)i), shown.Select(i => i.Seq));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _screens.SelectMany(s => s.Clients))
        {
            await client.DisposeAsync();
        }
    }

    private sealed record Screen(string Campaign, int Server, List<HubClient> Clients)
    {
        public IReadOnlyList<InboxItem> Shown(string recipient) => [.. Clients.SelectMany(c => c.Received(recipient))];
    }
}

using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Inboxes;
using HuiminCoord.Server.Push;
using HuiminCoord.Server.Tests.Channels;

namespace HuiminCoord.Server.Tests.Inboxes;

/// <summary>Marks, counts and pages of inboxes on both databases.</summary>
public sealed class InboxBookTests(PostgreSqlServer server) : ChannelTest(server)
{
    private const string Campaign = ChannelWorld.Campaign, Deputy = "jiaoyu/deputy", Liaison = "jiaoyu/liaison";

    private static readonly InboxAddress Inbox = new(Campaign, Liaison);

    [Theory, EachDatabase]
    public async Task The_first_mark_counts_and_each_may_be_taken_back(DatabaseProvider provider)
    {
        await using var world = new ChannelWorld(await NewDatabase(provider), ChannelWorld.Settings());
        var book = Book(world);
        await world.Tell(2);
        var first = world.Time.GetUtcNow();

        var read = await book.Mark(Inbox, 1, InboxMark.Read, "jiaoyu/liaison@anna", Cancellation);
        world.Time.Advance(TimeSpan.FromHours(1));
        var again = await book.Mark(Inbox, 1, InboxMark.Read, "jiaoyu/deputy@berta", Cancellation);
        var done = await book.Mark(Inbox, 1, InboxMark.Done, "jiaoyu/deputy@berta", Cancellation);
        var notDone = await book.Unmark(Inbox, 1, InboxMark.Done, Cancellation);
        var unread = await book.Unmark(Inbox, 1, InboxMark.Read, Cancellation);
        var stillUnread = await book.Unmark(Inbox, 1, InboxMark.Read, Cancellation);

        var marked = new MessageMarks(first, "jiaoyu/liaison@anna", null, null);
        Assert.Equal((marked, true), read);
        Assert.Equal((marked, false), again);
        Assert.Equal((marked with { DoneAt = first.AddHours(1), DoneBy = "jiaoyu/deputy@berta" }, true), done);
        Assert.Equal((marked, true), notDone);
        Assert.Equal((new MessageMarks(null, null, null, null), true), unread);
        Assert.Equal((unread.Marks, false), stillUnread);
    }

    [Theory, EachDatabase]
    public async Task Whoever_is_done_with_a_message_has_read_it(DatabaseProvider provider)
    {
        await using var world = new ChannelWorld(await NewDatabase(provider), ChannelWorld.Settings());
        var book = Book(world);
        await world.Tell(3);

        var done = await book.Mark(Inbox, 2, InboxMark.Done, "anna", Cancellation);
        var again = await book.Mark(Inbox, 2, InboxMark.Done, "anna", Cancellation);

        Assert.Equal((done.Marks.ReadAt, true, false), (done.Marks.DoneAt, done.Changed, again.Changed));
        Assert.Equal(new InboxCounts(3, 2, 2), (await book.Counts(Campaign, [Liaison], Cancellation))[Liaison]);
    }

    [Theory, EachDatabase]
    public async Task Inboxes_are_counted_apart(DatabaseProvider provider)
    {
        await using var world = new ChannelWorld(await NewDatabase(provider), ChannelWorld.Settings());
        var book = Book(world);
        await world.Tell(5);
        await world.Tell(2, Deputy);
        foreach (var seq in new[] { 1, 3, 5 })
        {
            await book.Mark(Inbox, seq, InboxMark.Read, "anna", Cancellation);
        }

        await book.Mark(Inbox, 1, InboxMark.Done, "anna", Cancellation);
        await book.Mark(new(Campaign, Deputy), 2, InboxMark.Done, "anna", Cancellation);

        var counts = await book.Counts(Campaign, [Liaison, Deputy, "office", Liaison], Cancellation);

        Assert.Equal((new InboxCounts(5, 2, 4), new InboxCounts(2, 1, 1), InboxCounts.Empty), (counts[Liaison], counts[Deputy], counts["office"]));
        Assert.Equal(InboxCounts.Empty, (await book.Counts("other-2020", [Liaison], Cancellation))[Liaison]);
    }

    [Theory, EachDatabase]
    public async Task Messages_come_the_latest_first_page_by_page_whatever_comes_in_meanwhile(DatabaseProvider provider)
    {
        await using var world = new ChannelWorld(await NewDatabase(provider), ChannelWorld.Settings());
        var book = Book(world);
        await world.Tell(3);
        await world.Tell(1, Deputy);
        await world.Tell(4, "office");
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Tell(2, Deputy);
        await book.Mark(Inbox, 2, InboxMark.Read, "anna", Cancellation);
        await book.Mark(new(Campaign, Deputy), 3, InboxMark.Done, "anna", Cancellation);

        string[] all = [$"{Deputy} 3", $"{Deputy} 2", $"{Deputy} 1", $"{Liaison} 3", $"{Liaison} 2", $"{Liaison} 1"];
        Assert.Equal(all, await Pages(world, InboxFilter.All));
        Assert.Equal(all.Except([$"{Deputy} 3", $"{Liaison} 2"]), await Pages(world, InboxFilter.Unread));
        Assert.Equal(all.Except([$"{Deputy} 3"]), await Pages(world, InboxFilter.Open));
    }

    [Theory, EachDatabase]
    public async Task A_page_shows_how_each_message_is_marked(DatabaseProvider provider)
    {
        await using var world = new ChannelWorld(await NewDatabase(provider), ChannelWorld.Settings());
        var book = Book(world);
        await world.Tell(2);
        var marks = (await book.Mark(Inbox, 1, InboxMark.Done, "jiaoyu/liaison@anna", Cancellation)).Marks;

        var page = await book.Page(Campaign, [Liaison], InboxFilter.All, null, 10, Cancellation);

        Assert.Equal([(2L, new MessageMarks(null, null, null, null)), (1L, marks)], page.Select(m => (m.Row.Seq, m.Marks)));
        Assert.Empty(await book.Page(Campaign, [], InboxFilter.All, null, 10, Cancellation));
    }

    [Theory, EachDatabase]
    public async Task A_message_that_nobody_sent_cannot_be_marked(DatabaseProvider provider)
    {
        await using var world = new ChannelWorld(await NewDatabase(provider), ChannelWorld.Settings());
        var book = Book(world);
        await world.Tell(1);

        var refusals = new[]
        {
            await Assert.ThrowsAsync<RefusedException>(() => book.Mark(Inbox, 2, InboxMark.Done, "anna", Cancellation)),
            await Assert.ThrowsAsync<RefusedException>(() => book.Unmark(Inbox, 0, InboxMark.Read, Cancellation)),
            await Assert.ThrowsAsync<RefusedException>(() => book.Mark(new("other-2020", Liaison), 1, InboxMark.Read, "anna", Cancellation)),
        };

        Assert.All(refusals, r => Assert.Equal("message.unknown", r.Refusal.Code));
        Assert.Equal(new InboxCounts(1, 1, 1), (await book.Counts(Campaign, [Liaison], Cancellation))[Liaison]);
    }

    /// <summary>Two by two; after the first page something new comes in and stays out.</summary>
    private static async Task<IReadOnlyList<string>> Pages(ChannelWorld world, InboxFilter filter)
    {
        var (book, found) = (Book(world), new List<MarkedMessage>());
        List<MarkedMessage> page;
        do
        {
            page = await book.Page(Campaign, [Liaison, Deputy], filter, found.LastOrDefault()?.Key, 2, Cancellation);
            found.AddRange(page);
            world.Time.Advance(TimeSpan.FromMinutes(1));
            await world.Tell(1, "group");
        }
        while (page.Count == 2);

        return [.. found.Select(m => $"{m.Row.Recipient} {m.Row.Seq}")];
    }

    private static InboxBook Book(ChannelWorld world) => new(world.Database, CampaignClock.Live(world.Time));
}

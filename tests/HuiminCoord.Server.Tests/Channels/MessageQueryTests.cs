using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Api.Messages;

namespace HuiminCoord.Server.Tests.Channels;

/// <summary>The office's list of messages on both databases: order, filters, pages.</summary>
public sealed class MessageQueryTests(PostgreSqlServer server) : ChannelTest(server)
{
    private static readonly string[] Recipients = ["jiaoyu/deputy", "jiaoyu/liaison", "jiaoyu-2/liaison", "office"];

    [Theory, EachDatabase]
    public async Task Messages_are_found_by_recipient_unit_kind_and_mark_page_by_page(DatabaseProvider provider)
    {
        await using var world = new ChannelWorld(await NewDatabase(provider), ChannelWorld.Settings());
        foreach (var recipient in Recipients)
        {
            await world.Tell(3, recipient);
        }

        world.Time.Advance(TimeSpan.FromHours(1));
        await world.Tell(2, "jiaoyu/liaison", kind: "urge");
        await Mark(world, "jiaoyu/liaison", 4);
        await Mark(world, "office", 1);

        string[] all = ["jiaoyu/liaison 5", "jiaoyu/liaison 4", .. Recipients.Order(StringComparer.Ordinal).SelectMany(r => new[] { $"{r} 3", $"{r} 2", $"{r} 1" })];
        Assert.Equal(all, await Found(world, new(ChannelWorld.Campaign, null, null, null, null)));
        Assert.Equal(all.Where(m => m.StartsWith("jiaoyu/", StringComparison.Ordinal)), await Found(world, new(ChannelWorld.Campaign, null, "jiaoyu", null, null)));
        Assert.Equal(["office 3", "office 2", "office 1"], await Found(world, new(ChannelWorld.Campaign, "office", null, null, null)));
        Assert.Equal(["jiaoyu/liaison 5", "jiaoyu/liaison 4"], await Found(world, new(ChannelWorld.Campaign, null, null, "urge", null)));
        Assert.Equal(["jiaoyu/liaison 4", "office 1"], await Found(world, new(ChannelWorld.Campaign, null, null, null, false)));
        Assert.Equal(all.Except(["jiaoyu/liaison 4", "office 1"]), await Found(world, new(ChannelWorld.Campaign, null, null, null, true)));
        Assert.Empty(await Found(world, new("other-1", null, null, null, null)));
    }

    /// <summary>In pages of three.</summary>
    private static async Task<IReadOnlyList<string>> Found(ChannelWorld world, MessageQuery query)
    {
        await using var db = world.Database.OpenToRead();
        var (found, page) = (new List<ReadMessage>(), new List<ReadMessage>());
        do
        {
            page = await query.Read(db, found.LastOrDefault()?.Key, 3, Cancellation);
            found.AddRange(page);
        }
        while (page.Count == 3);

        return [.. found.Select(m => $"{m.Row.Recipient} {m.Row.Seq}")];
    }

    private static Task Mark(ChannelWorld world, string recipient, long seq) => world.Database.Write((db, _) =>
    {
        db.InboxReads.Add(new InboxReadRow { Campaign = ChannelWorld.Campaign, Recipient = recipient, Seq = seq, ReadAt = world.Time.GetUtcNow(), ReadBy = recipient });
        return Task.CompletedTask;
    });
}

using System.Diagnostics;
using HuiminCoord.Domain.Channels;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Telemetry;
using HuiminCoord.Server.Channels;
using HuiminCoord.Server.Channels.Reaching;
using HuiminCoord.Server.Tests.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Bench.Places;

/// <summary>The server's own dispatcher on a database with waiting messages, without a silo.</summary>
internal sealed class BenchChannels(CoordinationDatabase database, HttpReceiver web, SmtpReceiver mail)
{
    /// <summary>Whose receiver is slow.</summary>
    public const string SlowSeat = "slow/liaison";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>What the dispatcher needs.</summary>
    public static ServiceProvider Services(CoordinationDatabase database, SmtpReceiver? mail) => new ServiceCollection()
        .AddMetrics().AddLogging(l => l.SetMinimumLevel(LogLevel.None)).AddSingleton<Instruments>().AddSingleton(database).AddSingleton(TimeProvider.System)
        .AddSingleton(CampaignClock.Live(TimeProvider.System)).AddSingleton<InboxHints>()
        .AddChannels(new()
        {
            Allowed = NetworkList.Parse("127.0.0.0/8"),
            Smtp = mail is null ? null : new("127.0.0.1", mail.Port, SmtpSecurity.None, null, null, "huimin@example.org"),
        })
        .BuildServiceProvider();

    /// <summary>Messages handed over and committed, a second; each seat's in order.</summary>
    /// <param name="slowToo">One more seat has messages, and its receiver is slow; they do not count.</param>
    public async Task<double> Rate(string campaign, ChannelKind kind, int seats, int messages, CancellationToken cancellation, bool slowToo = false)
    {
        List<string> recipients = [.. Enumerable.Range(1, seats).Select(n => $"unit-{n}/liaison")];
        await Store(campaign, slowToo ? [.. recipients, SlowSeat] : recipients, kind, messages, cancellation);
        await using var services = Services(database, mail);
        var dispatcher = services.GetServices<IHostedService>().Single();
        var watch = Stopwatch.StartNew();
        await dispatcher.StartAsync(cancellation);
        while (await Sent(campaign, cancellation) < seats * messages)
        {
            Expect.That(watch.Elapsed < Patience, "Not everything was handed over.");
            await Task.Delay(20, cancellation);
        }

        var rate = seats * messages / watch.Elapsed.TotalSeconds;
        await dispatcher.StopAsync(cancellation);
        await database.Execute("DELETE FROM channel");
        return rate;
    }

    /// <summary>Channels whose messages have all been sent.</summary>
    public static async Task StoreIdle(CoordinationDatabase database, int count)
    {
        const string numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @count)";
        await database.Execute($"INSERT INTO inbox_head (campaign, recipient, head) {numbers} SELECT 'idle-1', 'u' || i || '/liaison', 9 FROM n", ("count", count));
        var stored = await database.Execute(
            $"""
            INSERT INTO channel (campaign, recipient, kind, target, template, cursor, attempts, not_before, leased_until, enabled, created_at, set_by)
            {numbers} SELECT 'idle-1', 'u' || i || '/liaison', 'webhook', 'https://hooks.example.org/', 'plain', 9, 0, 0, 0, @on, 0, 'bench' FROM n
            """,
            ("count", count), ("on", true));
        Expect.That(stored == count, $"{stored} channels were stored instead of {count}.");
    }

    private async Task<int> Sent(string campaign, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        return await db.Deliveries.CountAsync(d => d.Campaign == campaign && d.Recipient != SlowSeat && d.Outcome == DeliveryOutcomes.Sent, cancellation);
    }

    private Task Store(string campaign, IReadOnlyList<string> recipients, ChannelKind kind, int messages, CancellationToken cancellation) => database.Write(
        (db, _) =>
        {
            var now = TimeProvider.System.GetUtcNow();
            db.InboxHeads.AddRange(recipients.Select(r => new InboxHeadRow { Campaign = campaign, Recipient = r, Head = messages }));
            db.Channels.AddRange(recipients.Select(r => new ChannelRow
            {
                Campaign = campaign, Recipient = r, Kind = kind, Target = kind == ChannelKind.Mail ? "jia@example.org" : web.Url.ToString(),
                Template = kind == ChannelKind.Mail ? null : WebhookTemplate.Plain, Secret = "0123456789abcdef", Cursor = 0, Attempts = 0,
                NotBefore = DateTimeOffset.UnixEpoch, LeasedUntil = DateTimeOffset.UnixEpoch, Enabled = true, CreatedAt = now, SetBy = "bench",
            }));
            db.Inbox.AddRange(recipients.SelectMany(r => Enumerable.Range(1, messages).Select(n => new InboxRow
            {
                Campaign = campaign, Recipient = r, Seq = n, Slot = $"s{n}", At = now, Kind = "digest", Title = "今日请报送：2020年9月小结和统计表", Body = "x",
                GrainType = "unit", GrainKey = $"{campaign}/x", GrainSeq = n, ToldAt = now,
            })));
            return Task.CompletedTask;
        },
        cancellation);
}

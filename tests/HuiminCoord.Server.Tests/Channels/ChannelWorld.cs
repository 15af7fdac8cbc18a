using System.Collections.Concurrent;
using HuiminCoord.Domain.Channels;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Telemetry;
using HuiminCoord.Server.Channels;
using HuiminCoord.Server.Channels.Reaching;
using HuiminCoord.Server.Tests.Push;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace HuiminCoord.Server.Tests.Channels;

/// <summary>The channels of one process on a database with inboxes, and nothing else: no silo, no doors. Time stands still unless a test moves it.</summary>
internal sealed class ChannelWorld : IAsyncDisposable
{
    internal const string Campaign = "huimin-2020";
    internal const string Liaison = "jiaoyu/liaison";
    internal const string Secret = "canary-secret-0123456789";

    private readonly ServiceProvider _services;

    internal ChannelWorld(CoordinationDatabase database, ChannelSettings settings, FakeTimeProvider? time = null, NameLookup? lookup = null, CampaignClock? clock = null)
    {
        (Database, Time) = (database, time ?? new FakeTimeProvider(new DateTimeOffset(2020, 9, 22, 1, 0, 0, TimeSpan.Zero)));
        var services = new ServiceCollection().AddMetrics().AddSingleton<Instruments>().AddSingleton(database).AddSingleton(clock ?? CampaignClock.Live(Time))
            .AddSingleton<TimeProvider>(Time).AddSingleton<InboxHints>().AddChannels(settings)
            .AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        if (lookup is not null)
        {
            services.AddSingleton(lookup);
        }

        _services = services.BuildServiceProvider();
    }

    internal CoordinationDatabase Database { get; }

    internal FakeTimeProvider Time { get; }

    internal KeptLog Log { get; } = new();

    internal static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Mail to this receiver, and webhooks to any address of this machine.</summary>
    internal static ChannelSettings Settings(SmtpReceiver? mail = null) => new()
    {
        Allowed = NetworkList.Parse("127.0.0.0/8, ::1/128"),
        PublicUrl = "https://huimin.example.org",
        Smtp = mail is null ? null : new("127.0.0.1", mail.Port, SmtpSecurity.None, null, null, "huimin@example.org"),
    };

    internal T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    internal Task SetMail(string recipient = Liaison, string address = "jia@example.org") =>
        Get<ChannelBook>().Set(new(Campaign, recipient, ChannelKind.Mail, address, null, null), recipient, Cancellation);

    internal Task SetWebhook(Uri url, string recipient = Liaison, WebhookTemplate template = WebhookTemplate.Plain) =>
        Get<ChannelBook>().Set(new(Campaign, recipient, ChannelKind.Webhook, url.ToString(), template, template == WebhookTemplate.WeCom ? null : Secret), recipient, Cancellation);

    /// <summary>Puts messages into an inbox, as a relay would.</summary>
    internal Task Tell(int count = 1, string recipient = Liaison, string title = "今日请报送：2020年9月小结和统计表", string kind = "digest", string? data = null) => Database.Write(async (db, token) =>
    {
        var head = await db.InboxHeads.SingleOrDefaultAsync(h => h.Campaign == Campaign && h.Recipient == recipient, token);
        var first = (head?.Head ?? 0) + 1;
        if (head is null)
        {
            db.InboxHeads.Add(head = new InboxHeadRow { Campaign = Campaign, Recipient = recipient, Head = 0 });
        }

        head.Head += count;
        db.Inbox.AddRange(Enumerable.Range(0, count).Select(i => new InboxRow
        {
            Campaign = Campaign, Recipient = recipient, Seq = first + i, Slot = $"s{first + i}", At = Time.GetUtcNow(), Kind = kind, Title = title, Body = "canary-body",
            Data = data, GrainType = "unit", GrainKey = $"{Campaign}/jiaoyu", GrainSeq = first + i, ToldAt = Time.GetUtcNow(),
        }));
    });

    /// <summary>Puts a meeting into the register, as a relay would.</summary>
    internal Task Keep(string id, MeetingState meeting) => Database.Write(async (db, token) =>
    {
        if (await db.Campaigns.FindAsync([Campaign], token) is null)
        {
            db.Campaigns.Add(new CampaignRow { Campaign = Campaign, Title = "回民区“衣食住行”领域市场整治", PlanVersion = 1, Stage = "running", Payload = "{}" });
        }

        db.Meetings.Add(new MeetingRow
        {
            Campaign = Campaign, Meeting = id, Kind = "plenary", Stage = "cancelled", StartsAt = meeting.Arrangement!.StartsAt, EndsAt = meeting.Arrangement.EndsAt, Payload = StoredJson.Write(meeting),
        });
    });

    /// <summary>Takes every channel that has something to send and works on each in turn, as a lane would.</summary>
    /// <returns>How many there were.</returns>
    internal async Task<int> Pass(params ChannelKind[] kinds)
    {
        var count = 0;
        foreach (var kind in kinds.Length == 0 ? [ChannelKind.Mail, ChannelKind.Webhook] : kinds)
        {
            foreach (var channel in await Get<ChannelQueue>().Claim(kind, 100, Cancellation))
            {
                count++;
                await Get<Handover>().Deliver(channel, Cancellation);
            }
        }

        return count;
    }

    internal async Task<ChannelRow> Channel(ChannelKind kind, string recipient = Liaison)
    {
        await using var db = Database.OpenToRead();
        return await db.Channels.SingleAsync(c => c.Campaign == Campaign && c.Recipient == recipient && c.Kind == kind, Cancellation);
    }

    internal async Task<IReadOnlyList<DeliveryRow>> Deliveries()
    {
        await using var db = Database.OpenToRead();
        return await db.Deliveries.OrderBy(d => d.Recipient).ThenBy(d => d.Kind).ThenBy(d => d.Seq).ToListAsync(Cancellation);
    }

    /// <summary>Starts the dispatcher.</summary>
    internal async Task<ChannelDispatcher> Dispatch()
    {
        var dispatcher = _services.GetServices<IHostedService>().OfType<ChannelDispatcher>().Single();
        await dispatcher.StartAsync(Cancellation);
        return dispatcher;
    }

    /// <summary>Lets some time pass now and then, far slower than any patience, until something holds.</summary>
    internal Task Until(Func<bool> holds)
    {
        var looks = 0;
        return HubClient.Eventually(
            () =>
            {
                if (looks++ % 10 == 0)
                {
                    Time.Advance(TimeSpan.FromMilliseconds(500));
                }

                return holds();
            },
            held => held);
    }

    public async ValueTask DisposeAsync()
    {
        var stop = Task.WhenAll(_services.GetServices<IHostedService>().Select(hosted => hosted.StopAsync(CancellationToken.None)));
        // What is under way has its grace, by a clock that only we move.
        await HubClient.Eventually(
            () =>
            {
                Time.Advance(TimeSpan.FromMilliseconds(500));
                return stop.IsCompleted;
            },
            ended => ended);

        await _services.DisposeAsync();
    }
}

/// <summary>Everything that was logged, on all levels.</summary>
internal sealed class KeptLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
        // Nothing is held.
    }
}

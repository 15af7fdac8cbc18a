using System.Diagnostics;
using HuiminCoord.Bench.Places;
using HuiminCoord.Bench.Results;
using HuiminCoord.Domain.Channels;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Channels;
using HuiminCoord.Server.Tests.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace HuiminCoord.Bench.Measurements;

/// <summary>Messages handed to a mail server and to webhooks on loopback, each committed before the next; and what a look for nothing costs.</summary>
internal sealed class ChannelMeasurement : IMeasurement
{
    private const int Seats = 32;
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);

    public string Name => "channels";

    public string About => "mail and webhooks to receivers on this machine, one of them slow";

    public async Task<IReadOnlyList<Measured>> Run(Databases places, BenchSettings settings, Action<string> say, CancellationToken cancellation)
    {
        await using var web = await HttpReceiver.Start();
        await using var mail = new SmtpReceiver();
        await using var place = await places.New();
        await using var database = await place.OpenReady(cancellation);
        var (sender, upserts) = (new BenchChannels(database, web, mail), new RawUpserts(database));
        await upserts.Prepare();
        var (raw, webhooks, mails, beside) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= settings.Rounds; round++)
        {
            raw.Add(await upserts.Round(ChannelDispatcher.WebhookSlots, settings.Load / 2));
            webhooks.Add(await sender.Rate($"web-{round}", ChannelKind.Webhook, Seats, settings.Messages, cancellation));
            mails.Add(await sender.Rate($"mail-{round}", ChannelKind.Mail, Seats, settings.Messages, cancellation));
            web.Answer = (taken, http) => (string?)taken.Json["recipient"] == BenchChannels.SlowSeat ? Task.Delay(Slow, http.RequestAborted) : Task.CompletedTask;
            beside.Add(await sender.Rate($"slow-{round}", ChannelKind.Webhook, Seats, settings.Messages, cancellation, slowToo: true));
            web.Answer = (_, _) => Task.CompletedTask;
            say($"round {round}: {webhooks[^1]:N0} webhooks/s, {mails[^1]:N0} mails/s, {beside[^1]:N0} webhooks/s beside a slow one");
        }

        var (looks, claims) = await Looks(database, settings, cancellation);
        // The first round compiled.
        return [.. Results(places.Provider, settings.Idle, raw[1..], webhooks[1..], mails[1..], beside[1..], looks, claims)];
    }

    private static IEnumerable<Measured> Results(DatabaseProvider provider, int idle, List<double> raw, List<double> webhooks, List<double> mails, List<double> beside, List<double> looks, List<double> claims)
    {
        var peer = Measured.Of(provider, "raw upserts of 1.5 KB, 16 callers", "1/s", raw);
        yield return peer;
        var web = Measured.Of(provider, "webhooks handed over and committed", "1/s", webhooks, peer);
        yield return web;
        yield return Measured.Of(provider, "the same beside one receiver that takes 10 s", "1/s", beside, web);
        yield return Measured.Of(provider, "mails handed over and committed", "1/s", mails, peer);
        yield return Measured.Of(provider, $"a look that finds nothing among {idle:N0} channels", "ms", looks);
        yield return Measured.Of(provider, $"claiming 16 channels of {idle * 3 / 10:N0} due among {idle:N0}", "ms", claims);
    }

    private static async Task<(List<double> Looks, List<double> Claims)> Looks(CoordinationDatabase database, BenchSettings settings, CancellationToken cancellation)
    {
        await BenchChannels.StoreIdle(database, settings.Idle);
        await database.Analyze();
        await using var services = BenchChannels.Services(database, null);
        var queue = services.GetRequiredService<ChannelQueue>();
        var looks = await Timed(queue, 0, settings.Rounds, cancellation);
        await database.Execute("UPDATE inbox_head SET head = 10 WHERE recipient LIKE '%0/liaison' OR recipient LIKE '%4/liaison' OR recipient LIKE '%7/liaison'");
        return (looks, await Timed(queue, ChannelDispatcher.WebhookSlots, settings.Rounds, cancellation));
    }

    private static async Task<List<double>> Timed(ChannelQueue queue, int expected, int rounds, CancellationToken cancellation)
    {
        var times = new List<double>();
        for (var round = 0; round <= rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var claimed = await queue.Claim(ChannelKind.Webhook, ChannelDispatcher.WebhookSlots, cancellation);
            Expect.That(claimed.Count == expected, $"{claimed.Count} channels were claimed instead of {expected}.");
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times[1..];
    }
}

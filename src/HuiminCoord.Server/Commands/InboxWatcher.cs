using HuiminCoord.Grains.Telemetry;
using System.Diagnostics;
using HuiminCoord.Server.Push;
using HuiminCoord.Server.Settings;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace HuiminCoord.Server.Commands;

/// <summary>Follows one inbox for ever: connects, resumes after the last printed message, and starts again when the line breaks.</summary>
/// <remarks>What counts is what was printed, not what was received: sequences without a gap make the rest simple.</remarks>
internal sealed class InboxWatcher(WatchRequest request, WatchPrinter printer, TextWriter notes, TimeProvider time)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly Lock _printing = new();
    private long _printed = request.Since;
    private int _failures;
    private bool _waiting;

    /// <summary>Runs until it is stopped.</summary>
    /// <exception cref="CommandRefusedException">What was asked for does not exist: trying again cannot help.</exception>
    internal async Task<int> Run(CancellationToken stop)
    {
        using var server = new WatchedServer(request);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var (campaign, recipient) = await server.Inbox(stop);
                await Follow(server, campaign, recipient, stop);
                await Wait("the connection was closed", stop);
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure) when (failure is not CommandRefusedException)
            {
                await Wait(failure is TaskCanceledException ? "the server does not answer" : failure.Message.TrimEnd('.'), stop);
            }
        }

        return ExitCode.Done;
    }

    private async Task Follow(WatchedServer server, string campaign, string recipient, CancellationToken stop)
    {
        await using var connection = new HubConnectionBuilder()
            .WithUrl(new Uri(request.Url, PushServices.Path), options =>
            {
                options.Headers["Accept-Language"] = "en";
                options.AccessTokenProvider = () => Task.FromResult(server.Token);
            })
            .Build();
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        connection.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        connection.On<InboxDelivery>(nameof(ICoordinationClient.Deliver), delivery =>
        {
            if (!Print(delivery))
            {
                // Better to start again from what was printed than to print around a hole.
                closed.TrySetResult();
            }
        });
        await connection.StartAsync(stop);
        await Resume(connection, campaign, recipient, stop);
        await Connected($"{campaign} {recipient}");
        await closed.Task.WaitAsync(stop);
    }

    private async Task Resume(HubConnection connection, string campaign, string recipient, CancellationToken stop)
    {
        try
        {
            await connection.InvokeAsync<InboxPosition>(nameof(CoordinationHub.Resume), campaign, recipient, Interlocked.Read(ref _printed), stop);
        }
        catch (HubException failure) when (RefusalIn(failure.Message) is { } refusal)
        {
            throw new CommandRefusedException(refusal);
        }
    }

    /// <summary>The server's own words; null when it failed rather than refused, or when the campaign is still being started.</summary>
    private static string? RefusalIn(string message)
    {
        const string mark = "HubException: ";
        var at = message.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 || message.Contains("campaign.unknown", StringComparison.Ordinal) ? null : message[(at + mark.Length)..];
    }

    /// <summary>Prints what is new; false when something is missing in between.</summary>
    private bool Print(InboxDelivery delivery)
    {
        lock (_printing)
        {
            foreach (var item in delivery.Items.Where(i => i.Seq > _printed))
            {
                if (item.Seq != _printed + 1)
                {
                    return false;
                }

                using var receipt = Traces.Continue("receive message", delivery.Traceparents?.GetValueOrDefault(item.Seq), ActivityKind.Consumer);
                printer.Print(delivery, item);
                Interlocked.Exchange(ref _printed, item.Seq);
            }

            return true;
        }
    }

    private async Task Connected(string inbox)
    {
        await notes.WriteLineAsync($"watch: {(_waiting ? "connected again" : "connected")} to {request.Url}, inbox {inbox}, {After}.");
        (_failures, _waiting) = (0, false);
    }

    /// <summary>Says once per outage what it waits for, and waits: 0.2, 0.4, 0.8 … 5 seconds.</summary>
    private async Task Wait(string why, CancellationToken stop)
    {
        if (!_waiting)
        {
            await notes.WriteLineAsync($"watch: waiting for {request.Url} ({why}); it will go on {After}.");
        }

        _waiting = true;
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, 0.2 * Math.Pow(2, Math.Min(_failures++, 10))));
        await Task.Delay(pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private string After => $"after message {Interlocked.Read(ref _printed)}";
}

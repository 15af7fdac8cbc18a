using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using HuiminCoord.Domain.Channels;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Server.Channels.Reaching;

/// <summary>Hands messages to webhooks. It follows no redirect, uses no proxy, and reads only so much of an answer as it needs.</summary>
internal sealed class WebhookCarrier : IDisposable
{
    /// <summary>What a robot answers is far shorter.</summary>
    private const int LongestAnswer = 16 * 1024;

    /// <summary>These speak of the address for good, or of this very message: asking again says the same.</summary>
    private static readonly HttpStatusCode[] LastWords =
        [HttpStatusCode.BadRequest, HttpStatusCode.Gone, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnprocessableEntity];

    private readonly OutsideNetwork _network;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    public WebhookCarrier(OutsideNetwork network, TimeProvider time)
    {
        (_network, _time) = (network, time);
        _http = new HttpClient(Handler()) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("HuiminCoord");
    }

    /// <summary>One attempt. Cancelling leaves open whether the receiver has taken it.</summary>
    internal async Task<Attempt> Send(ChannelRow channel, OutsideMessage message, CancellationToken cancellation)
    {
        try
        {
            var template = channel.Template ?? WebhookTemplate.Plain;
            using var request = WebhookRequests.Of(channel.Target, template, channel.Secret, message, _time.GetUtcNow());
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return answer.IsSuccessStatusCode
                ? template == WebhookTemplate.Plain ? Attempt.Taken : await Robot(answer, cancellation)
                : Refused(answer);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or AttemptFailedException)
        {
            return Failed(failure);
        }
    }

    public void Dispose() => _http.Dispose();

    private Attempt Refused(HttpResponseMessage answer)
    {
        if ((int)answer.StatusCode is >= 300 and < 400)
        {
            return new(Failures.Redirected);
        }

        var pause = answer.Headers.RetryAfter is not { } after ? null : after.Delta ?? (after.Date - _time.GetUtcNow());
        return new(string.Create(CultureInfo.InvariantCulture, $"{Failures.Http}{(int)answer.StatusCode}"), LastWords.Contains(answer.StatusCode), pause);
    }

    /// <summary>Robots answer 200 to everything; whether they took it stands in the body.</summary>
    private static async Task<Attempt> Robot(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var read = new byte[LongestAnswer];
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        var length = await body.ReadAtLeastAsync(read, read.Length, throwOnEndOfStream: false, cancellation);
        return WebhookRequests.RobotNumber(read.AsSpan(0, length)) switch
        {
            0 => Attempt.Taken,
            null => new(Failures.AnswerUnreadable),
            { } number => new(string.Create(CultureInfo.InvariantCulture, $"{Failures.Robot}{number}")),
        };
    }

    private static Attempt Failed(Exception failure)
    {
        for (var inner = failure; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case AttemptFailedException known: return known.Attempt;
                case AuthenticationException: return new(Failures.EncryptionFailed);
                case SocketException: return new(Failures.Broken);
            }
        }

        return new(failure is HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded } ? Failures.AnswerUnreadable : Failures.Broken);
    }

    private SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // A proxy would resolve the name itself, and nobody would have looked at the address.
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        MaxResponseHeadersLength = LongestAnswer / 1024,
        // Nothing is read of what does not matter; such a connection is closed instead.
        MaxResponseDrainSize = LongestAnswer,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        // A name is looked up again after this long.
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
        ConnectCallback = async (context, cancellation) => new NetworkStream(
            await _network.Connect(context.DnsEndPoint.Host, context.DnsEndPoint.Port, context.InitialRequestMessage.RequestUri!.Scheme == Uri.UriSchemeHttps, cancellation),
            ownsSocket: true),
    };
}

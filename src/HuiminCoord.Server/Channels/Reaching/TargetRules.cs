using HuiminCoord.Domain.Channels;
using HuiminCoord.Domain.Deciding;

namespace HuiminCoord.Server.Channels.Reaching;

/// <summary>What may be set as a channel's target. The address behind a name is looked at again whenever something is sent.</summary>
public sealed class TargetRules(ChannelSettings settings, OutsideNetwork network)
{
    /// <summary>Longest webhook address.</summary>
    internal const int LongestUrl = 500;

    /// <summary>A shorter secret could be guessed.</summary>
    internal const int ShortestSecret = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Why mail to this address cannot be set; null = it can.</summary>
    internal Refusal? OfMail(string address) =>
        !network.IsOpen ? new Refusal("channel.rehearsal-only-local", ChannelSettings.AllowVariable)
        : settings.Smtp is null ? new Refusal("channel.mail-not-configured", SmtpSettings.ServerVariable)
        : !MailAddresses.IsAddress(address) ? new Refusal("channel.address-malformed")
        : network.IsRehearsal && !MailAddresses.IsNobodys(address) ? new Refusal("channel.rehearsal-only-local", "example.org")
        : null;

    /// <summary>Why this webhook cannot be set; null = it can.</summary>
    internal async Task<Refusal?> OfWebhook(string address, WebhookTemplate template, string? secret, CancellationToken cancellation)
    {
        if (!network.IsOpen)
        {
            return new Refusal("channel.rehearsal-only-local", ChannelSettings.AllowVariable);
        }

        if (address.Length > LongestUrl || !address.All(c => c is > ' ' and < (char)127) || !Uri.TryCreate(address, UriKind.Absolute, out var url)
            || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0 || url.Fragment.Length > 0)
        {
            return new Refusal("channel.address-malformed");
        }

        var wrong = template == WebhookTemplate.WeCom ? secret is not null : secret is null || secret.Length < ShortestSecret;
        return wrong ? new Refusal("channel.secret-needed", $"{ShortestSecret}") : await Reachable(url, cancellation);
    }

    private async Task<Refusal?> Reachable(Uri url, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await network.Resolve(url.IdnHost, url.Port, url.Scheme == Uri.UriSchemeHttps, patience.Token);
            return null;
        }
        catch (AttemptFailedException refused) when (refused.Attempt.Error == Failures.AddressNotAllowed)
        {
            return network.IsRehearsal ? new Refusal("channel.rehearsal-only-local", ChannelSettings.AllowVariable)
                : url.Scheme == Uri.UriSchemeHttp ? new Refusal("channel.https-needed")
                : new Refusal("channel.address-not-allowed");
        }
        catch (Exception unknown) when (unknown is AttemptFailedException || (unknown is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new Refusal("channel.name-not-found");
        }
    }
}

using HuiminCoord.Domain.Channels;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Channels;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Channels.Reaching;

namespace HuiminCoord.Server.Console.Channels;

/// <summary>What is typed about a channel. It is forgotten once it was sent: addresses of robots and secrets are never shown again.</summary>
internal sealed class ChannelDraft
{
    private const int LongestSecret = 200;

    public string? Address { get; set; }

    public string? Template { get; set; } = nameof(WebhookTemplate.WeCom);

    public string? Url { get; set; }

    public string? Secret { get; set; }

    /// <summary>The mail address.</summary>
    /// <exception cref="RefusedException"><c>channel.address-malformed</c>.</exception>
    internal string Mail() => Bounded(Address, MailAddresses.Longest);

    /// <summary>The webhook.</summary>
    /// <exception cref="RefusedException"><c>channel.address-malformed</c>, <c>channel.secret-needed</c>.</exception>
    internal WebhookChannelBody Webhook() => new(
        Bounded(Url, TargetRules.LongestUrl),
        Enum.TryParse<WebhookTemplate>(Template, out var template) && Enum.IsDefined(template) ? template : WebhookTemplate.Plain,
        Secret?.Trim() switch
        {
            null or "" => null,
            { Length: <= LongestSecret } secret when !secret.Any(char.IsControl) => secret,
            _ => throw new RefusedException(new Refusal("channel.secret-needed", $"{TargetRules.ShortestSecret}")),
        });

    private static string Bounded(string? text, int longest) =>
        (text ?? "").Trim() is { Length: > 0 } typed && typed.Length <= longest && !typed.Any(char.IsControl) ? typed : throw new RefusedException(new Refusal("channel.address-malformed"));
}

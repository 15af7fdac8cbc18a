using HuiminCoord.Domain.Channels;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Channels.Reaching;

namespace HuiminCoord.Server.Api.Channels;

/// <summary>Mail for a seat.</summary>
/// <param name="Address">One plain mail address.</param>
public sealed record MailChannelBody([property: Words(MailAddresses.Longest, 3)] string Address);

/// <summary>A webhook for a seat.</summary>
/// <param name="Url">https, or what the operator allows. A robot's address holds its key: it is never shown again.</param>
/// <param name="Template">plain: JSON of ours, signed; weCom, dingTalk: the robots of these.</param>
/// <param name="Secret">Signs requests: of your own choice for plain, the robot's 加签 secret for dingTalk, none for weCom. Never shown again.</param>
public sealed record WebhookChannelBody(
    [property: Words(TargetRules.LongestUrl, 8)] string Url, WebhookTemplate Template = WebhookTemplate.Plain, [property: Words(200)] string? Secret = null)
{
    /// <summary>A record would print its members, address and secret among them.</summary>
    public override string ToString() => $"{Template} webhook";
}

using System.Net;
using HuiminCoord.Server.Channels.Reaching;

namespace HuiminCoord.Server.Channels;

/// <summary>Puts channels into a server.</summary>
public static class ChannelServices
{
    /// <summary>Registers channels and their dispatcher. Needs the rooms beside it.</summary>
    /// <param name="settings">What the operator allows; null = webhooks to public addresses, no mail. A rehearsal reaches listed addresses of this machine only.</param>
    public static IServiceCollection AddChannels(this IServiceCollection services, ChannelSettings? settings = null) => services
        .AddSingleton(settings ?? ChannelSettings.None)
        .AddSingleton<NameLookup>(Dns.GetHostAddressesAsync)
        .AddSingleton<OutsideNetwork>()
        .AddSingleton<TargetRules>()
        .AddSingleton<MailCarrier>()
        .AddSingleton<WebhookCarrier>()
        .AddSingleton<WaitingMessages>()
        .AddSingleton<ChannelQueue>()
        .AddSingleton<ChannelBook>()
        .AddSingleton<Handover>()
        .AddHostedService<ChannelDispatcher>();
}

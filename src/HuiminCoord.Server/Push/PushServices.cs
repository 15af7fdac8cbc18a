using HuiminCoord.Server.Access;
using HuiminCoord.Server.Api.Bodies;
using Microsoft.AspNetCore.SignalR;

namespace HuiminCoord.Server.Push;

/// <summary>Puts the push channel into a server.</summary>
public static class PushServices
{
    /// <summary>Where clients connect.</summary>
    public const string Path = SessionTicket.HubPath;

    /// <summary>A call of a client has three short arguments; more than this is not one of ours.</summary>
    private const int LongestCall = 4 * 1024;

    /// <summary>Registers hub and gateway. Needs the rooms and <c>AddCoordinationApi</c> beside it.</summary>
    public static IServiceCollection AddPush(this IServiceCollection services)
    {
        services.AddSignalR(options =>
        {
            options.MaximumReceiveMessageSize = LongestCall;
            options.AddFilter<RefusalFilter>();
        }).AddJsonProtocol(options => ApiJson.Configure(options.PayloadSerializerOptions));
        services.Configure<LoggerFilterOptions>(filter => filter.AddFilter(RefusalFilter.Framework, LogLevel.Critical));
        return services
            .AddSingleton<InboxReader>()
            .AddSingleton<InboxGateway>()
            .AddHostedService(provider => provider.GetRequiredService<InboxGateway>());
    }

    /// <summary>Opens the hub's door.</summary>
    public static void MapPush(this IEndpointRouteBuilder app) => app.MapHub<CoordinationHub>(Path).Under("connectHub");
}

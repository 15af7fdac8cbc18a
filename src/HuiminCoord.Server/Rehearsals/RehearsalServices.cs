using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Grains.Clocks;

namespace HuiminCoord.Server.Rehearsals;

/// <summary>Puts what drives virtual time into a host.</summary>
public static class RehearsalServices
{
    /// <summary>Registers the driver and the players. Needs the rooms beside it.</summary>
    public static IServiceCollection AddRehearsing(this IServiceCollection services) =>
        services.AddSingleton<RehearsalPlayers>().AddSingleton<RehearsalDriver>();

    /// <summary>Lets people steer the driver. Needs <see cref="AddRehearsing"/> beside it.</summary>
    /// <param name="pace">How fast time flows at first.</param>
    /// <param name="paused">Time stands still at first.</param>
    public static IServiceCollection AddSteering(this IServiceCollection services, Pace pace, bool paused) => services
        .AddSingleton<EventPreviews>()
        .AddSingleton(provider => new RehearsalControl(
            provider.GetRequiredService<RehearsalDriver>(), provider.GetRequiredService<EventPreviews>(), provider.GetRequiredService<CampaignClock>(),
            provider.GetRequiredService<TimeProvider>(), pace, paused));
}

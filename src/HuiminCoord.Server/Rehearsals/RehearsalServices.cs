namespace HuiminCoord.Server.Rehearsals;

/// <summary>Puts what drives virtual time into a host.</summary>
public static class RehearsalServices
{
    /// <summary>Registers the driver and the players. Needs the rooms beside it.</summary>
    public static IServiceCollection AddRehearsing(this IServiceCollection services) =>
        services.AddSingleton<RehearsalPlayers>().AddSingleton<RehearsalDriver>();
}

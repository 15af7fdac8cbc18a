namespace HuiminCoord.Server.Onboarding;

/// <summary>Puts the ways in for units and their people into a server.</summary>
public static class OnboardingServices
{
    /// <summary>Registers them. Needs accounts, rooms and the API's directory beside it.</summary>
    public static IServiceCollection AddOnboarding(this IServiceCollection services) => services
        .AddSingleton<LinkAddress>().AddSingleton<UnitLinks>().AddSingleton<NominationBook>().AddSingleton<Telling>().AddSingleton<UnitNaming>()
        .AddSingleton<ContactLists>().AddSingleton<SeatGiving>().AddSingleton<Slips>()
        .AddScoped<PersonAccounts>().AddScoped<Nominations>().AddScoped<Confirming>()
        .AddHostedService<NamingWatch>();
}

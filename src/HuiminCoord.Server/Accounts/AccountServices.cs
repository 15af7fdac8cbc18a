using HuiminCoord.Grains.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace HuiminCoord.Server.Accounts;

/// <summary>Puts accounts, seats and sessions into a server.</summary>
public static class AccountServices
{
    internal const int ShortestPassword = 10;

    /// <summary>Registers them. Needs the rooms beside it.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, AccountSettings settings, ExternalSettings? external = null)
    {
        services.AddScoped(provider => new AccountsDb(AccountsDb.Options(provider.GetRequiredService<CoordinationDatabase>()), provider.GetRequiredService<CoordinationDatabase>()));
        services.AddIdentityCore<Account>(Configure)
            .AddEntityFrameworkStores<AccountsDb>()
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider)
            .AddPasswordValidator<CommonPasswords>();
        services.AddDataProtection().SetApplicationName("huimincoord").PersistKeysToDbContext<AccountsDb>();
        if (external is not null)
        {
            ExternalSignIn.Register(services, external);
        }

        return services
            .AddSingleton(settings)
            .AddSingleton<SessionBook>().AddSingleton<SeatBook>().AddSingleton<SignInAttempts>().AddSingleton<AccountTrail>().AddSingleton<Links>()
            .AddSingleton<Appointing>().AddSingleton<DemoAccounts>()
            .AddScoped<SecondFactors>().AddScoped<SigningIn>().AddScoped<SeatSwitch>().AddScoped<Issuing>().AddScoped<Activation>().AddScoped<SettingUp>()
            .AddSingleton<AppointmentList>().AddSingleton<SessionList>().AddScoped<AccountBook>();
    }

    private static void Configure(IdentityOptions options)
    {
        // Length and a list of what guessers try first: rules about digits and signs only make people write passwords down.
        options.Password = new PasswordOptions
        {
            RequiredLength = ShortestPassword, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 1,
        };
        options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789.-";
    }
}

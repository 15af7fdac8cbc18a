using System.Security.Claims;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.AspNetCore.Identity;

namespace HuiminCoord.Server.Accounts;

/// <summary>Signs in whom the district's identity provider vouches for. It never makes an account.</summary>
internal sealed class ExternalSignIn(UserManager<Account> users, SigningIn signingIn, AccountTrail trail, CoordinationDatabase database, ExternalSettings settings)
{
    /// <summary>Name of the scheme that asks the provider.</summary>
    internal const string Scheme = "oidc";

    /// <summary>Name of the short-lived cookie between the provider's answer and our session.</summary>
    internal const string Between = "external";

    /// <summary>Words of RFC 8176 by which a provider says that it asked for more than a password.</summary>
    private static readonly string[] SecondFactors = ["mfa", "otp", "hwk", "sc", "fpt", "face"];

    /// <summary>Opens a console session for whoever the provider names.</summary>
    /// <param name="code">Of our own second factor, where one is set up and the provider asked for a password only.</param>
    /// <exception cref="RefusedException"><c>access.sign-in-refused</c> for anybody without an open account here; what <see cref="SigningIn.Open(Account, SignInWish, SessionKind, string, CancellationToken)"/> refuses.</exception>
    internal async Task<SignedIn> Open(ClaimsPrincipal person, string? code, string client, CancellationToken cancellation)
    {
        var account = await Require(person, cancellation);
        var twice = ProvedTwice(person);
        if (!twice && account.TwoFactorEnabled)
        {
            twice = await signingIn.ProveAgain(account, code, cancellation) ? true : throw new RefusedException(new Refusal("access.sign-in-refused"));
        }

        return await signingIn.Open(account, new SignInWish(account.UserName!, "", null) { ProvedTwice = twice }, SessionKind.Console, client, cancellation);
    }

    /// <summary>True when our own second factor has to be shown, too.</summary>
    /// <exception cref="RefusedException">As <see cref="Open"/>.</exception>
    internal async Task<bool> AsksCode(ClaimsPrincipal person, CancellationToken cancellation) => !ProvedTwice(person) && (await Require(person, cancellation)).TwoFactorEnabled;

    private static bool ProvedTwice(ClaimsPrincipal person) => person.FindAll("amr").Any(c => SecondFactors.Contains(c.Value));

    private async Task<Account> Require(ClaimsPrincipal person, CancellationToken cancellation)
    {
        var subject = person.FindFirstValue(ClaimTypes.NameIdentifier) ?? person.FindFirstValue("sub");
        var account = subject is null ? null : await users.FindByLoginAsync(Scheme, subject) ?? await Bind(person, subject, cancellation);
        return account is { DisabledAt: null } ? account : throw new RefusedException(new Refusal("access.sign-in-refused"));
    }

    /// <summary>The first time, the login name says whose account it is; from then on the provider's own id does, whatever the name becomes.</summary>
    private async Task<Account?> Bind(ClaimsPrincipal person, string subject, CancellationToken cancellation)
    {
        var account = person.FindFirstValue(settings.LoginClaim) is { Length: > 0 } login ? await users.FindByNameAsync(login) : null;
        if (account is null || (await users.GetLoginsAsync(account)).Any(l => l.LoginProvider == Scheme))
        {
            return null;
        }

        await database.Write((db, token) => trail.Append(db, account, "account.bound", new { provider = settings.Authority.Host }, token), cancellation);
        return (await users.AddLoginAsync(account, new UserLoginInfo(Scheme, subject, settings.Name))).Succeeded ? account : null;
    }

    /// <summary>Registers the provider. Needs <c>AddAccounts</c> beside it.</summary>
    internal static void Register(IServiceCollection services, ExternalSettings settings)
    {
        services.AddSingleton(settings).AddScoped<ExternalSignIn>();
        services.AddAuthentication()
            .AddCookie(Between, cookie =>
            {
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
                cookie.Cookie.SameSite = SameSiteMode.Lax;
            })
            .AddOpenIdConnect(Scheme, settings.Name, oidc =>
            {
                oidc.Authority = settings.Authority.ToString();
                oidc.RequireHttpsMetadata = settings.Authority.Scheme == Uri.UriSchemeHttps;
                (oidc.ClientId, oidc.ClientSecret) = (settings.ClientId, File.ReadAllText(settings.SecretFile).Trim());

                // By query: the answer comes as a plain visit, and no other origin ever posts to us.
                (oidc.ResponseType, oidc.ResponseMode, oidc.UsePkce) = ("code", "query", true);
                (oidc.SignInScheme, oidc.MapInboundClaims, oidc.SaveTokens) = (Between, false, false);
                (oidc.CorrelationCookie.SameSite, oidc.NonceCookie.SameSite) = (SameSiteMode.Lax, SameSiteMode.Lax);
                (oidc.CorrelationCookie.SecurePolicy, oidc.NonceCookie.SecurePolicy) = (CookieSecurePolicy.SameAsRequest, CookieSecurePolicy.SameAsRequest);
                oidc.BackchannelTimeout = TimeSpan.FromSeconds(10);
                oidc.Events.OnRemoteFailure = failed =>
                {
                    // Whatever the provider or somebody in its name sends: no more is said than that it did not work.
                    failed.Response.Redirect("/sign-in?external=refused");
                    failed.HandleResponse();
                    return Task.CompletedTask;
                };
            });
    }
}

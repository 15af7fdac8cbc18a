using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.AspNetCore.Authentication;

namespace HuiminCoord.Server.Console.Entry;

/// <summary>Leads to the district's identity provider. There is no such door on a server without one.</summary>
internal static class ExternalDoor
{
    internal const string Path = "/external";

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet(Path, Ask).ExcludeFromDescription().Under("page.external");

    private static async Task Ask(HttpContext http, IServiceProvider services, ILogger<ExternalSettings> log, string? back = null)
    {
        if (services.GetService<ExternalSettings>() is null)
        {
            throw new RefusedException(new Refusal("route.unknown", Path));
        }

        try
        {
            await http.ChallengeAsync(ExternalSignIn.Scheme, new AuthenticationProperties { RedirectUri = ExternalBackPage.Address(LocalPath.Of(back)) });
        }
        catch (Exception unreachable) when (unreachable is InvalidOperationException or HttpRequestException or IOException)
        {
            // Its description cannot be read: passwords still open the door.
            log.LogWarning("The identity provider cannot be reached: {Reason}", unreachable.GetType().Name);
            http.Response.Redirect("/sign-in?external=unreachable");
        }
    }
}

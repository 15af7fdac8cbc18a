using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Access;

/// <summary>Lets a request through to its door, or not: denied unless the matrix says yes.</summary>
/// <remarks>
/// What an id in the address names is judged here, before anything is looked up: an id that is not reached answers with the same
/// words as one that nobody has. Whoever is let in finds a <see cref="Passage"/> among the request's features.
/// </remarks>
internal sealed class AccessGate(RequestDelegate next, AccessMatrix matrix, SessionBook sessions, TaskTies tasks)
{
    public async Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        // What routing itself made, such as "405", opens no door.
        if (http.GetEndpoint() is RouteEndpoint endpoint)
        {
            var operation = RowOf(AccessMark.Of(endpoint), http.Request.RouteValues);
            if (!matrix.IsOpen(operation))
            {
                var passage = await Admit(http, operation);
                http.Features.Set(passage);
                if (operation == CircuitPass.Operation)
                {
                    http.User = CircuitPass.Of(passage.Asker, http).ToPrincipal();
                }
            }
        }

        await next(http);
    }

    /// <summary>The signed-in asker of this request; null when it shows no living session.</summary>
    internal static async Task<Asker?> Who(HttpContext http, SessionBook sessions) =>
        SessionTicket.Of(http.Request) is var (token, kind) ? await sessions.Find(token, kind, http.RequestAborted) : null;

    /// <summary>Some operations have a row of their own for a seat named in the address: <c>nameSeat/leader</c>.</summary>
    private string RowOf(string? operation, RouteValueDictionary route) =>
        route.TryGetValue("seat", out var seat) && matrix.Knows($"{operation}/{seat}") ? $"{operation}/{seat}" : operation ?? "";

    private async Task<Passage> Admit(HttpContext http, string operation)
    {
        var asker = await Who(http, sessions) ?? throw Challenge(http);
        var reach = asker.Standing.ReachOf(matrix, operation);
        if (reach == Reach.None)
        {
            throw new RefusedException(new Refusal("access.denied"));
        }

        await RequireReached(http, asker, reach);
        return new Passage(asker, reach);
    }

    private static RefusedException Challenge(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return new RefusedException(new Refusal("access.sign-in-needed"));
    }

    /// <summary>Malformed ids pass: the doors refuse them in words that say so, and they name nothing.</summary>
    private async Task RequireReached(HttpContext http, Asker asker, Reach reach)
    {
        var (route, standing) = (http.Request.RouteValues, asker.Standing);
        if (route["campaign"] is string campaign && CampaignId.IsValid(campaign) && asker.Campaign.Length > 0 && campaign != asker.Campaign)
        {
            throw new RefusedException(new Refusal("campaign.unknown", campaign));
        }

        if (route["unit"] is string unit && IdText.IsValid(unit) && !reach.HasFlag(standing.ToUnit(unit)))
        {
            throw new RefusedException(new Refusal("unit.unknown", unit));
        }

        // A page's address names no campaign: it is the seat's.
        if (route["task"] is string task && IdText.IsValid(task) && !reach.HasFlag(await tasks.Of(asker, route["campaign"] as string ?? asker.Campaign, task)))
        {
            throw new RefusedException(new Refusal("task.unknown", task));
        }

        if (http.Request.Query["recipient"].ToString() is { Length: > 0 } recipient && reach == Reach.Own && IsAddress(recipient) && !standing.Inboxes.Contains(recipient))
        {
            throw new RefusedException(new Refusal("recipient.unknown", recipient));
        }
    }

    /// <summary>Spelt as an inbox's address: what is not is refused in words that say so.</summary>
    internal static bool IsAddress(string? text) => text?.Split('/') is { Length: <= 2 } parts && parts.All(IdText.IsValid);
}

using System.Security.Claims;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Access;

/// <summary>What a live page keeps of the request that opened its connection: there is no request behind it afterwards.</summary>
/// <param name="Session">The console session; whether it still lives is asked anew for everything that is done.</param>
/// <param name="Language">What the page speaks.</param>
/// <param name="Host">Scheme and host under which the visitor reached the server.</param>
/// <param name="Client">What the browser calls itself.</param>
internal sealed record CircuitPass(string Session, Language Language, string Host, string Client)
{
    /// <summary>The row of the matrix under which live pages connect.</summary>
    internal const string Operation = "connectPage";

    private const string Scheme = "huimin-console";

    internal static CircuitPass Of(Asker asker, HttpContext http) =>
        new(asker.Session, Speaking.To(http), $"{http.Request.Scheme}://{http.Request.Host}", http.Request.Headers.UserAgent.ToString());

    /// <summary>As the framework hands it from the connection to the page.</summary>
    internal ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [new(nameof(Session), Session), new(nameof(Language), Language.ToString()), new(nameof(Host), Host), new(nameof(Client), Client)], Scheme));

    /// <summary>The same back; null for a connection that did not come through the gate.</summary>
    internal static CircuitPass? Of(ClaimsPrincipal person) =>
        person.Identity?.AuthenticationType == Scheme
            ? new(Value(person, nameof(Session)), Enum.Parse<Language>(Value(person, nameof(Language))), Value(person, nameof(Host)), Value(person, nameof(Client)))
            : null;

    private static string Value(ClaimsPrincipal person, string name) => person.FindFirst(name)!.Value;
}

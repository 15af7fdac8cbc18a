using System.Reflection;
using System.Text.RegularExpressions;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Push;
using Microsoft.AspNetCore.Routing;

namespace HuiminCoord.Server.Tests.Access;

/// <summary>One address at which the server listens, as routing really has it.</summary>
/// <param name="Operation">Its row; null when it names none.</param>
internal sealed record Door(string Method, string Address, string? Operation)
{
    /// <summary>The address with places filled in; what stays open is filled with a word that fits anywhere.</summary>
    internal string At(params (string Name, string Value)[] places)
    {
        var address = places.Aggregate(Address, (a, p) => a.Replace($"{{{p.Name}}}", p.Value, StringComparison.Ordinal));
        return Regex.Replace(address, "\\{\\*{0,2}[a-zA-Z]+(:[a-z]+)?[?]?\\}", "x-1");
    }
}

/// <summary>Everything through which somebody gets in: endpoints by routing's own list, hub methods by reflection.</summary>
internal static class Doors
{
    internal static IReadOnlyList<Door> Of(TestServer server) =>
    [
        .. server.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(endpoint =>
            (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method =>
                new Door(method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), AccessMark.Of(endpoint)))),
    ];

    internal static IReadOnlyList<string> HubMethods =>
    [
        .. typeof(CoordinationHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(m => m.GetBaseDefinition().DeclaringType == typeof(CoordinationHub)).Select(m => m.Name),
    ];
}

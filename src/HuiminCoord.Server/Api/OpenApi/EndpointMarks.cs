using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.OpenApi;

/// <summary>Marks an endpoint that changes something: it takes an <c>Idempotency-Key</c>.</summary>
/// <param name="Example">A body as one would send it; null when there is none.</param>
internal sealed record CommandMark(object? Example);

/// <summary>Marks an endpoint that takes a body and changes nothing: it needs no key.</summary>
/// <param name="Example">A body as one would send it.</param>
internal sealed record PreviewMark(object Example);

/// <summary>Marks an endpoint that reads registers: it takes <c>after</c>.</summary>
internal sealed record ReadMark;

/// <summary>How endpoints say what they are, once, for routing, OpenAPI and tests.</summary>
internal static class EndpointMarks
{
    /// <summary>A mutating endpoint.</summary>
    internal static RouteHandlerBuilder AsCommand(this RouteHandlerBuilder endpoint, string name, object? example) => endpoint
        .WithName(name)
        .WithMetadata(new CommandMark(example))
        .Produces<CommandAnswer>()
        .Refusing(400, 403, 404, 409, 422)
        .Refusing(example is null ? [] : [413, 415]);

    /// <summary>A mutating endpoint that answers more than one actor does.</summary>
    internal static RouteHandlerBuilder AsCommand<T>(this RouteHandlerBuilder endpoint, string name, object example) => endpoint
        .WithName(name)
        .WithMetadata(new CommandMark(example))
        .Produces<T>()
        .Refusing(400, 404, 409, 413, 415, 422);

    /// <summary>An endpoint that takes a body and changes nothing.</summary>
    internal static RouteHandlerBuilder AsPreview<T>(this RouteHandlerBuilder endpoint, string name, object example) => endpoint
        .WithName(name)
        .WithMetadata(new PreviewMark(example))
        .Produces<T>()
        .Refusing(400, 409, 413, 415, 422);

    /// <summary>An endpoint that reads a campaign's registers.</summary>
    internal static RouteHandlerBuilder AsRead<T>(this RouteHandlerBuilder endpoint, string name) => endpoint
        .WithName(name)
        .WithMetadata(new ReadMark())
        .Produces<T>()
        .Refusing(400, 404, 422);

    /// <summary>An endpoint that reads something that belongs to no campaign.</summary>
    internal static RouteHandlerBuilder AsQuestion<T>(this RouteHandlerBuilder endpoint, string name) => endpoint
        .WithName(name)
        .Produces<T>()
        .Refusing(400, 422);

    private static RouteHandlerBuilder Refusing(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses)
        {
            endpoint.ProducesProblem(status, RefusalProblems.ContentType);
        }

        return endpoint;
    }
}

using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.OpenApi;

/// <summary>Marks an endpoint that changes something: it takes an <c>Idempotency-Key</c>.</summary>
/// <param name="Example">A body as one would send it; null when there is none.</param>
internal sealed record CommandMark(object? Example);

/// <summary>Marks an endpoint that takes a body, says what it would do, and does nothing.</summary>
/// <param name="Example">A body as one would send it.</param>
internal sealed record PreviewMark(object Example);

/// <summary>Marks an endpoint that does something once without a key: it opens or ends a session, uses up a link, steers a rehearsal.</summary>
/// <param name="Example">A body as one would send it; null when there is none.</param>
internal sealed record ActMark(object? Example);

/// <summary>Marks an endpoint that takes a file.</summary>
internal sealed record UploadMark;

/// <summary>Marks an endpoint that reads registers: it takes <c>after</c>.</summary>
internal sealed record ReadMark;

/// <summary>Names the refusals that belong to one endpoint alone; what every endpoint of its shape can refuse is added to them.</summary>
internal sealed record RefusalMark(IReadOnlyList<string> Codes);

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
    internal static RouteHandlerBuilder AsCommand<T>(this RouteHandlerBuilder endpoint, string name, object? example) => endpoint
        .WithName(name)
        .WithMetadata(new CommandMark(example))
        .Produces<T>()
        .Refusing(example is null ? [400, 404, 409, 422] : [400, 404, 409, 413, 415, 422]);

    /// <summary>An endpoint that does something once, where repeating it by mistake does no harm or is refused; it takes no key.</summary>
    internal static RouteHandlerBuilder AsAct<T>(this RouteHandlerBuilder endpoint, string name, object? example) => endpoint
        .WithName(name)
        .WithMetadata(new ActMark(example))
        .Produces<T>()
        .Refusing(400, 422)
        .Refusing(example is null ? [] : [413, 415]);

    /// <summary>An endpoint that takes a file, where taking it twice by mistake does no harm; it takes no key.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="name">Its name.</param>
    /// <param name="contentType">The file's media type.</param>
    internal static RouteHandlerBuilder AsUpload<T>(this RouteHandlerBuilder endpoint, string name, string contentType) => endpoint
        .WithName(name)
        .WithMetadata(new UploadMark())
        .Accepts<Stream>(contentType)
        .Produces<T>()
        .Refusing(400, 413, 415, 422);

    /// <summary>An endpoint that answers a file.</summary>
    internal static RouteHandlerBuilder AsDownload(this RouteHandlerBuilder endpoint, string name, string contentType) => endpoint
        .WithName(name)
        .Produces<Stream>(StatusCodes.Status200OK, contentType)
        .Refusing(400, 422);

    /// <summary>An endpoint that foresees a command. It takes the command's body and no key: nothing happens.</summary>
    internal static RouteHandlerBuilder AsPreview<T>(this RouteHandlerBuilder endpoint, string name, object example) => endpoint
        .WithName(name)
        .WithMetadata(new PreviewMark(example))
        .Produces<T>()
        .Refusing(400, 404, 409, 413, 415, 422);

    /// <summary>An endpoint that reads a campaign's registers.</summary>
    internal static RouteHandlerBuilder AsRead<T>(this RouteHandlerBuilder endpoint, string name) => endpoint
        .WithName(name)
        .WithMetadata(new ReadMark())
        .Produces<T>()
        .Refusing(400, 404, 422);

    /// <summary>An endpoint that answers a file for a spreadsheet.</summary>
    internal static RouteHandlerBuilder AsExport(this RouteHandlerBuilder endpoint, string name) => endpoint
        .WithName(name)
        .Produces<string>(StatusCodes.Status200OK, "text/csv")
        .Refusing(400, 404, 422);

    /// <summary>An endpoint that reads something that belongs to no campaign.</summary>
    internal static RouteHandlerBuilder AsQuestion<T>(this RouteHandlerBuilder endpoint, string name) => endpoint
        .WithName(name)
        .Produces<T>()
        .Refusing(400, 422);

    /// <summary>Refusals of this endpoint's own rules, by code.</summary>
    internal static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params string[] codes) => endpoint.WithMetadata(new RefusalMark(codes));

    private static RouteHandlerBuilder Refusing(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses)
        {
            endpoint.ProducesProblem(status, RefusalProblems.ContentType);
        }

        return endpoint;
    }
}

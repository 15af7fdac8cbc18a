using HuiminCoord.Domain.Access;
using HuiminCoord.Server.Access;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HuiminCoord.Server.Api.OpenApi;

/// <summary>Says in the document which operations need a sign-in, and from which seats they may be asked.</summary>
internal static class AccessOperations
{
    private const string Scheme = "bearer";

    internal static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.AddComponent<IOpenApiSecurityScheme>(Scheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The token that signIn answers. It comes from one seat of the account; chooseSeat answers another.",
        });
        return Task.CompletedTask;
    }

    internal static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var name = operation.OperationId ?? "";
        if (!ShippedMatrix.Matrix.IsOpen(name))
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
            operation.Description = $"{operation.Description} Seats: {Seats(ShippedMatrix.Matrix, name)}.".TrimStart();
        }

        return Task.CompletedTask;
    }

    private static string Seats(AccessMatrix matrix, string operation) => string.Join(", ", Enum.GetValues<SeatRole>()
        .Select(role => (Role: role, Reach: matrix.Of(role, operation))).Where(r => r.Reach != Reach.None)
        .Select(r => r.Reach switch
        {
            Reach.All => $"{r.Role}",
            Reach.Own => $"{r.Role} (own)",
            Reach.Parent => $"{r.Role} (its bureau's)",
            _ => $"{r.Role} (own and its bureau's)",
        }));
}

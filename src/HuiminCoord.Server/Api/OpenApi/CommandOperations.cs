using System.Text.Json;
using HuiminCoord.Server.Api.Doors;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HuiminCoord.Server.Api.OpenApi;

/// <summary>Shows of mutating operations what their handlers do not declare: the key, and a body as one would send it.</summary>
internal static class CommandOperations
{
    internal static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<PreviewMark>().FirstOrDefault() is { } preview)
        {
            Show(preview.Example, operation);
        }

        if (metadata.OfType<CommandMark>().FirstOrDefault() is not { } mark)
        {
            return Task.CompletedTask;
        }

        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = CommandKeys.Header,
            In = ParameterLocation.Header,
            Required = true,
            Description = "The caller's own name for this wish, remembered for 24 hours: 1 to 100 visible ASCII characters.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = CommandLimits.KeyLength, Pattern = "^[!-~]+$" },
            Example = "7f3c1c1e-report-2020-09",
        });
        Show(mark.Example, operation);
        return Task.CompletedTask;
    }

    private static void Show(object? example, OpenApiOperation operation)
    {
        if (example is not null && operation.RequestBody?.Content?["application/json"] is OpenApiMediaType body)
        {
            body.Example = JsonSerializer.SerializeToNode(example, example.GetType(), ApiJson.Options);
        }
    }
}

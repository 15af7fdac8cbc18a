using System.Text.Json;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HuiminCoord.Server.Api.OpenApi;

/// <summary>Shows of mutating operations what their handlers do not declare: the key, and a body as one would send it.</summary>
internal static class CommandOperations
{
    internal static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var marks = context.Description.ActionDescriptor.EndpointMetadata;
        Show(operation, marks.OfType<PreviewMark>().FirstOrDefault()?.Example ?? marks.OfType<ActMark>().FirstOrDefault()?.Example ?? marks.OfType<CommandMark>().FirstOrDefault()?.Example);
        if (!marks.OfType<CommandMark>().Any())
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
        return Task.CompletedTask;
    }

    private static void Show(OpenApiOperation operation, object? example)
    {
        if (example is not null && operation.RequestBody?.Content?["application/json"] is OpenApiMediaType body)
        {
            body.Example = JsonSerializer.SerializeToNode(example, example.GetType(), ApiJson.Options);
        }
    }
}

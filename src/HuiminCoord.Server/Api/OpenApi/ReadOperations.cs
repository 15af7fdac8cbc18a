using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HuiminCoord.Server.Api.OpenApi;

/// <summary>Shows <c>after</c> on reads, and how ids in addresses are spelt.</summary>
internal static class ReadOperations
{
    internal static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Path))
        {
            if (parameter.Schema is OpenApiSchema { Format: null } schema)
            {
                var hash = parameter.Name == "hash";
                (schema.MaxLength, schema.Pattern) = hash ? (FileRules.HashLength, FileRules.HashPattern) : (IdText.MaxLength, IdWordAttribute.Pattern);
                parameter.Description ??= hash ? "SHA-256 of the content." : $"Id of the {parameter.Name}.";
            }
        }

        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ReadMark>().Any())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = ReadingDoor.After,
                In = ParameterLocation.Query,
                Description = "The 'after' of a command's answer: the read waits up to a second until it shows that change.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 200 },
                Example = "unit/huimin-2020/jiaoyu:12",
            });
        }

        return Task.CompletedTask;
    }
}

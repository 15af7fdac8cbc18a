using System.Text.Json.Serialization.Metadata;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Server.Api.Bodies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HuiminCoord.Server.Api.OpenApi;

/// <summary>Shows what the generator does not know: how ids are spelt, what an instant is, what a problem carries.</summary>
internal static class BoundedSchemas
{
    internal static Task Bound(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var attributes = context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(true) ?? [];
        if (attributes.OfType<IdWordAttribute>().Any())
        {
            schema.Pattern = IdWordAttribute.Pattern;
        }

        if (attributes.OfType<IdListAttribute>().Any() && schema.Items is OpenApiSchema item)
        {
            (item.MaxLength, item.Pattern) = (IdText.MaxLength, IdWordAttribute.Pattern);
        }

        if (attributes.OfType<DayListAttribute>().Any() && schema.Items is OpenApiSchema days)
        {
            days.MaxLength = DayListAttribute.LongestEntry;
        }

        if (attributes.OfType<WordListAttribute>().FirstOrDefault() is { } words && schema.Items is OpenApiSchema word)
        {
            word.MaxLength = words.Longest;
        }

        if (attributes.OfType<EntriesAttribute>().FirstOrDefault() is { } entries && context.JsonTypeInfo.Kind == JsonTypeInfoKind.Dictionary)
        {
            // The generator takes any length that is not an array's for a text's.
            (schema.MinLength, schema.MaxLength) = (null, null);
            (schema.MinProperties, schema.MaxProperties) = (entries.MinimumLength, entries.MaximumLength);
        }

        OfType(schema, context.JsonTypeInfo.Type);
        return Task.CompletedTask;
    }

    private static void OfType(OpenApiSchema schema, Type type)
    {
        if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(DateTimeOffset))
        {
            schema.Type = type == typeof(DateTimeOffset) ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "date-time";
        }
        else if (type == typeof(ProblemDetails))
        {
            schema.Properties!["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stable; programs may rely on it." };
            schema.Properties["errors"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "What is wrong with which value, for request.invalid." };
        }

        // Requests are read strictly; answers may grow.
        schema.AdditionalPropertiesAllowed = schema.AdditionalPropertiesAllowed || !type.Name.EndsWith("Body", StringComparison.Ordinal);
    }
}

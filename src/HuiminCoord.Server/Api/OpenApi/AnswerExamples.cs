using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HuiminCoord.Server.Api.OpenApi;

/// <summary>Shows of each operation what it answered when a test asked it: <c>examples.json</c>, by operation, lists cut short.</summary>
internal static class AnswerExamples
{
    private static readonly Lazy<JsonObject> Seen = new(Read);

    internal static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (operation.OperationId is { } id && Seen.Value[id] is { } example
            && operation.Responses?.TryGetValue("200", out var done) == true
            && done.Content?.Values.FirstOrDefault() is OpenApiMediaType answer)
        {
            answer.Example = example.DeepClone();
        }

        return Task.CompletedTask;
    }

    private static JsonObject Read()
    {
        using var stream = typeof(AnswerExamples).Assembly.GetManifestResourceStream($"{typeof(AnswerExamples).Namespace}.examples.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}

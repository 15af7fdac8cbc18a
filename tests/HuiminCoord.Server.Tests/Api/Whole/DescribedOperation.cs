using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;

namespace HuiminCoord.Server.Tests.Api.Whole;

/// <summary>An operation of the OpenAPI document.</summary>
internal sealed record DescribedOperation(string Id, string Method, string Path, JsonNode Text)
{
    private JsonNode Document => Text.Root;

    internal static IReadOnlyList<DescribedOperation> In(JsonNode document) =>
        [.. document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => new DescribedOperation((string?)o.Value!["operationId"] ?? $"{o.Key} {p.Key}", o.Key, p.Key, o.Value)))];

    internal JsonNode? RequestExample => Text["requestBody"]?["content"]?["application/json"]?["example"];

    /// <summary>False for an operation that answers a file.</summary>
    internal bool AnswersJson => Text["responses"]?["200"]?["content"]?["application/json"] is not null;

    /// <summary>False for an operation that takes a file, or nothing.</summary>
    internal bool TakesJson => Text["requestBody"]?["content"]?["application/json"] is not null;

    internal JsonNode? AnswerExample => Text["responses"]?["200"]?["content"]?["application/json"]?["example"];

    internal IReadOnlyList<string> Codes => [.. Text["responses"]!.AsObject().SelectMany(r => CodesOf((string?)r.Value!["description"] ?? ""))];

    /// <summary>True for an address that this operation answers.</summary>
    internal bool Matches(string method, string path) => string.Equals(Method, method, StringComparison.OrdinalIgnoreCase)
        && Regex.IsMatch(path, $"^{Regex.Replace(Path, "\\{[a-z]+\\}", "[^/]+")}$");

    internal Task<IReadOnlyList<string>> WrongInRequest(JsonNode body) => Wrong(Text["requestBody"]!["content"]!["application/json"]!["schema"]!, body);

    internal Task<IReadOnlyList<string>> WrongInAnswer(JsonNode body) => Wrong(Text["responses"]!["200"]!["content"]!["application/json"]!["schema"]!, body);

    internal static IEnumerable<string> CodesOf(string description) => Regex.Matches(description, "`([a-z-]+\\.[a-z-]+)`").Select(m => m.Groups[1].Value);

    private async Task<IReadOnlyList<string>> Wrong(JsonNode schema, JsonNode body)
    {
        var whole = schema.DeepClone().AsObject();
        if ((string?)whole["$ref"] is { } reference)
        {
            whole = new JsonObject { ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = reference }) };
        }

        whole["definitions"] = Document["components"]!["schemas"]!.DeepClone();
        var text = whole.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
        return [.. (await JsonSchema.FromJsonAsync(text, TestContext.Current.CancellationToken)).Validate(body.ToJsonString()).Select(e => e.ToString())];
    }
}

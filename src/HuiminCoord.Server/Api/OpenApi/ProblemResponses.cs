using System.Text.Json.Nodes;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HuiminCoord.Server.Api.OpenApi;

/// <summary>Says what each problem status means here, and by which codes.</summary>
internal static class ProblemResponses
{
    /// <summary>Not only by a code of the operation's own.</summary>
    private static readonly string[] Always = ["200", "400", "503"];

    internal static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var queries = (operation.Parameters ?? []).Any(p => p.In == ParameterLocation.Query && p.Name != Doors.ReadingDoor.After);
        var refusals = PossibleRefusals.Of([.. metadata], context.Description.RelativePath ?? "", queries);
        operation.Responses ??= [];
        foreach (var status in refusals.Select(group => $"{group.Key}").Where(status => !operation.Responses.ContainsKey(status)).ToList())
        {
            operation.Responses[status] = Problem(operation);
        }

        foreach (var (status, response) in operation.Responses.ToList())
        {
            var codes = int.TryParse(status, out var number) ? refusals[number].ToList() : [];
            if (response is OpenApiResponse plain && (codes.Count > 0 || Always.Contains(status)))
            {
                plain.Description = Meaning(status) + (codes.Count == 0 ? "" : $" Codes: {string.Join(", ", codes.Select(c => $"`{c}`"))}.");
                AddExample(plain, codes);
            }
            else
            {
                operation.Responses.Remove(status);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>The first code, in the words of the reference's language; the description names them all.</summary>
    private static void AddExample(OpenApiResponse response, List<string> codes)
    {
        if (codes.Count > 0 && response.Content?.TryGetValue(RefusalProblems.ContentType, out var content) == true && content is OpenApiMediaType problem)
        {
            problem.Example = new JsonObject
            {
                ["title"] = RefusalWords.Say(new(codes[0]), Language.English).Title,
                ["status"] = RefusalCodes.Status[codes[0]],
                ["code"] = codes[0],
            };
        }
    }

    /// <summary>As the other problems of the operation are; every operation has one.</summary>
    private static OpenApiResponse Problem(OpenApiOperation operation)
    {
        var schema = operation.Responses!.Values.SelectMany(r => r.Content ?? new Dictionary<string, OpenApiMediaType>())
            .Where(c => c.Key == RefusalProblems.ContentType).Select(c => c.Value.Schema).First();
        return new() { Content = new Dictionary<string, OpenApiMediaType> { [RefusalProblems.ContentType] = new() { Schema = schema } } };
    }

    private static string Meaning(string status) => status switch
    {
        "200" => "Done, or read.",
        "400" => "The request cannot be read: malformed ids, dates, JSON, or a missing key.",
        "403" => "The asker does not own this.",
        "404" => "There is no such thing in this campaign.",
        "409" => "Not at this stage, or the key was used for something else.",
        "413" => "The body is too large: 64 KB where nothing else is said.",
        "415" => "The body is not of the content type that is asked for.",
        "422" => "Readable, but a value is not acceptable.",
        "503" => "Not ready.",
        _ => "See the code.",
    };
}

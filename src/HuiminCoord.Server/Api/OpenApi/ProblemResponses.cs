using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HuiminCoord.Server.Api.OpenApi;

/// <summary>Says what each problem status means here.</summary>
internal static class ProblemResponses
{
    internal static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (response is OpenApiResponse plain)
            {
                plain.Description = Meaning(status) ?? plain.Description;
            }
        }

        return Task.CompletedTask;
    }

    private static string? Meaning(string status) => status switch
    {
        "200" => "Done, or read.",
        "400" => "The request cannot be read: malformed ids, dates, JSON, or a missing key.",
        "403" => "The unit does not own this.",
        "404" => "There is no such thing in this campaign.",
        "409" => "Not at this stage, or the key was used for something else.",
        "413" => "The body is larger than 64 KB.",
        "415" => "The body is not JSON.",
        "422" => "Readable, but a value is not acceptable.",
        "503" => "Not ready.",
        _ => null,
    };
}

using System.Text.Json.Nodes;

namespace HuiminCoord.Server.Tests.Api.Whole;

/// <summary>Holds every refusal that any test meets against the codes that the document names for its operation.</summary>
internal sealed class DocumentedRefusals(JsonNode document)
{
    private readonly IReadOnlyList<DescribedOperation> _operations = DescribedOperation.In(document);
    private readonly HashSet<string> _anywhere = [.. DescribedOperation.CodesOf((string)document["info"]!["description"]!)];

    /// <summary>Fails where the document does not know the code.</summary>
    internal void Check(string method, string address, JsonNode problem)
    {
        var path = address.Split('?')[0];
        var operation = _operations.FirstOrDefault(o => o.Matches(method, path));
        var code = (string?)(problem as JsonObject)?["code"];
        Assert.True(
            operation is null || code is null || _anywhere.Contains(code) || operation.Codes.Contains(code),
            $"{operation?.Id} answered {code}, which the document does not name: add it to .Refuses(…) where the endpoint is mapped.");
    }
}

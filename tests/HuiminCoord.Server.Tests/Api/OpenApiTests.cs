using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace HuiminCoord.Server.Tests.Api;

public sealed class OpenApiTests(ServerFixture fixture)
{
    private static readonly string[] BoundedFormats = ["date", "date-time"];

    /// <summary>What opens or ends a session, uses up a link or steers a rehearsal: repeating it by mistake does no harm, so it takes no key. A file's key is its own digest.</summary>
    private static readonly string[] Acts =
    [
        "saveReportFields", "uploadReportWorkbook", "activateAccount", "appendPiece", "beginUpload", "chooseSeat", "closeAccount", "confirmNominations", "endAppointment", "endOwnAbsence", "endSession", "enterContact", "finishUpload", "giveSeat", "giveUpUpload", "importContacts",
        "issueAccount", "issueHubToken", "lookAtActivation", "lookAtSetUp", "lookAtUnitLink", "makeUnitLinks", "markOwnAbsence", "nameByUnitLink", "openAccount",
        "pauseRehearsal", "refuseNomination", "renewSlip", "resumeRehearsal", "revokeSession", "runRehearsal", "setRehearsalPace", "setUp", "signIn", "stepRehearsal", "uploadFile", "withdrawUnitLink",
    ];

    private TestServer Server => fixture.Server;

    [Fact]
    public async Task The_document_is_valid_and_describes_every_operation()
    {
        var text = await Server.Http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        var read = OpenApiDocument.Parse(text, OpenApiConstants.Json);
        Assert.Empty(read.Diagnostic!.Errors);
        var operations = Operations(JsonNode.Parse(text)!);
        Assert.True(operations.Count > 40);
        Assert.Empty(operations.Where(o => string.IsNullOrWhiteSpace((string?)o.Operation["summary"]) || o.Operation["operationId"] is null || o.Operation["tags"]!.AsArray().Count != 1).Select(o => o.Name));
    }

    [Fact]
    public async Task Every_mutating_operation_requires_a_key_and_shows_a_body_and_its_problems()
    {
        var document = await Server.Get("/openapi/v1.json");
        var mutating = Operations(document).Where(o => o.Method != "get" && !o.Name.EndsWith("/preview", StringComparison.Ordinal) && !Acts.Contains((string)o.Operation["operationId"]!)).ToList();
        Assert.NotEmpty(mutating);
        Assert.All(mutating, o =>
        {
            var key = o.Operation["parameters"]!.AsArray().Single(p => (string)p!["name"]! == "Idempotency-Key")!;
            Assert.True((bool)key["required"]! && (int)key["schema"]!["maxLength"]! == 100, o.Name);
            Assert.True(o.Operation["requestBody"] is null || o.Operation["requestBody"]!["content"]!["application/json"]!["example"] is not null, o.Name);
            string[] problems = o.Name.Contains("{campaign}", StringComparison.Ordinal) ? ["400", "404", "409"] : ["400", "409"];
            Assert.All(problems, s => Assert.NotNull(o.Operation["responses"]![s]!["content"]!["application/problem+json"]));
        });
    }

    [Fact]
    public async Task No_request_takes_an_unbounded_text_or_an_unbounded_list()
    {
        var document = await Server.Get("/openapi/v1.json");
        var loose = new List<string>();
        foreach (var (method, name, operation) in Operations(document))
        {
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
            {
                Walk(document, parameter!["schema"]!, $"{method} {name} {parameter["name"]}", loose);
            }

            if (operation["requestBody"]?["content"]?["application/json"] is { } body)
            {
                Walk(document, body["schema"]!, $"{method} {name}", loose);
            }
        }

        Assert.Empty(loose);
    }

    [Fact]
    public async Task Every_example_is_a_body_that_the_server_reads()
    {
        var document = await Server.Get("/openapi/v1.json");
        var posts = Operations(document).Where(o => o.Operation["requestBody"] is not null && !Acts.Contains((string)o.Operation["operationId"]!) && (string)o.Operation["operationId"]! != "storePlan").ToList(); // a whole plan is no example
        foreach (var (_, path, operation) in posts)
        {
            var example = operation["requestBody"]!["content"]!["application/json"]!["example"]!;
            var (status, answer) = await Server.Post(path.Replace("{campaign}", "nirgends-2020", StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal) + "?recipient=office", example);
            var read = path.Contains("{campaign}", StringComparison.Ordinal)
                ? status == 404 && (string)answer["code"]! is "campaign.unknown" or "seat.unknown"
                : status == 200 && !(bool)(answer["changed"] ?? false)!; // the papers of the program: nothing is imported
            Assert.True(read, $"{path}: {answer.ToJsonString()}");
        }
    }

    [Fact]
    public async Task The_reference_page_loads_nothing_from_elsewhere()
    {
        using var page = await Server.Http.GetAsync(new Uri("/reference/", UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("scalar.js", html, StringComparison.Ordinal);
        Assert.DoesNotContain("://", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'self'", string.Join(' ', page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private static List<(string Method, string Name, JsonNode Operation)> Operations(JsonNode document) =>
        [.. document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => (o.Key, p.Key, o.Value!)))];

    private static void Walk(JsonNode document, JsonNode schema, string where, List<string> loose)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            Walk(document, document["components"]!["schemas"]![reference.Split('/')[^1]]!, where, loose);
            return;
        }

        var types = schema["type"] is JsonArray several ? several.Select(t => (string)t!).ToList() : [(string?)schema["type"] ?? ""];
        if (types.Contains("string") && schema["maxLength"] is null && schema["enum"] is null && !BoundedFormats.Contains((string?)schema["format"]))
        {
            loose.Add(where);
        }

        if (types.Contains("array") && schema["maxItems"] is null)
        {
            loose.Add(where);
        }

        var inner = (schema["properties"]?.AsObject() ?? []).Select(p => (Name: $"{where}.{p.Key}", Schema: p.Value!)).ToList();
        inner.AddRange(schema["items"] is { } items ? [($"{where}[]", items)] : []);
        inner.ForEach(i => Walk(document, i.Schema, i.Name, loose));
    }
}

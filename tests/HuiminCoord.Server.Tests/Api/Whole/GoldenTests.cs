using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HuiminCoord.Server.Commands;
using HuiminCoord.Server.Serving;

namespace HuiminCoord.Server.Tests.Api.Whole;

/// <summary>The API in two committed files, so that a change of it shows in review.</summary>
[Collection(nameof(WholeApi))]
public sealed class GoldenTests(Tour tour)
{
    private const string Document = "src/HuiminCoord.Server/Api/OpenApi/openapi.v1.json";
    private const string Examples = "src/HuiminCoord.Server/Api/OpenApi/examples.json";

    /// <summary>What opens something, by its name in an answer.</summary>
    private static readonly string[] Secret = ["address", "key", "token", "uri"];

    /// <summary>Rows of a list that an example shows.</summary>
    private const int Shown = 2;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_answers_have_the_shape_of_their_examples()
    {
        var now = new JsonObject(tour.Operations.Where(o => o.AnswersText).OrderBy(o => o.Id, StringComparer.Ordinal).Select(o => KeyValuePair.Create(o.Id, Short(tour.Answers[o.Id].Body))));
        var committed = await Committed();
        if (Golden.Writing && Shape(committed) != Shape(now))
        {
            // Only then: people's instants and ids are real, so each run would write others.
            await Golden.Write(Examples, now.ToJsonString(Readable) + "\n");
            committed = await Committed();
        }

        Golden.Same(Examples, Shape(committed), Shape(now));
    }

    [Fact]
    public async Task The_committed_document_is_what_the_code_says()
    {
        var plan = PlanFile.Shipped();
        var now = await DescribedApi.Write(plan.Require(), plan.Json, TestContext.Current.CancellationToken);
        if (Golden.Writing)
        {
            await Golden.Write(Document, now);
        }

        Golden.Same(Document, await File.ReadAllTextAsync(Golden.At(Document), TestContext.Current.CancellationToken), now);
    }

    [Fact]
    public async Task A_served_document_is_the_committed_one() =>
        Golden.Same(Document, await File.ReadAllTextAsync(Golden.At(Document), TestContext.Current.CancellationToken), DescribedApi.Ordered(tour.Document.DeepClone()));

    [Fact]
    public void A_difference_is_shown_with_its_lines()
    {
        var difference = Assert.ThrowsAny<Exception>(() => Golden.Same("a.json", "a\nb\nc\nd\n", "a\nb\nx\nd\n"));

        Assert.EndsWith("from line 3). If the change is meant, run tests/golden.sh and review the diff.\n  a\n  b\n- c\n+ x", difference.Message, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> Committed() => JsonNode.Parse(await File.ReadAllTextAsync(Golden.At(Examples), TestContext.Current.CancellationToken))!;

    /// <summary>Lists cut short, and nothing that ever opened anything; the whole plan is data of its own.</summary>
    private static JsonNode? Short(JsonNode? node) => node switch
    {
        JsonArray list => new JsonArray([.. list.Take(Shown).Select(Short)]),
        JsonValue text when text.TryGetValue<string>(out var file) && file.Contains("\r\n", StringComparison.Ordinal) => string.Concat(file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Take(1 + Shown).Select(line => line + "\r\n")),
        JsonObject one => new JsonObject(one.Select(p => KeyValuePair.Create(p.Key, Secret.Contains(p.Key) ? "…" : Short(p.Value)))),
        _ => node?.DeepClone(),
    };

    /// <summary>Every name at its place, without values and numbers of rows.</summary>
    private static string Shape(JsonNode node)
    {
        var places = new SortedSet<string>(StringComparer.Ordinal);
        Walk(node, "");
        return string.Join('\n', places);

        void Walk(JsonNode? at, string place)
        {
            places.Add(place);
            foreach (var (name, inner) in at as JsonObject ?? [])
            {
                Walk(inner, $"{place}/{name}");
            }

            foreach (var item in at as JsonArray ?? [])
            {
                Walk(item, $"{place}[]");
            }
        }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Time;
using NJsonSchema;

namespace HuiminCoord.Domain.Tests.Plans;

/// <summary>The published schema and the reader agree.</summary>
/// <remarks>
/// The validator is of draft 4; the schema says 2020-12. That is sound as long as the schema keeps to keywords which mean
/// the same in both, which a test here holds it to.
/// </remarks>
public sealed class PlanSchemaTests
{
    private static readonly string[] _keywordsOfEveryDraft =
    [
        "$schema", "$id", "$ref", "title", "description", "type", "properties", "required", "additionalProperties", "items", "minItems",
        "maxItems", "uniqueItems", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "oneOf", "definitions",
    ];

    private static JsonNode Schema => JsonNode.Parse(ShippedPlan.Schema)!;

    [Fact]
    public async Task The_shipped_plan_is_valid()
    {
        var schema = await JsonSchema.FromJsonAsync(ShippedPlan.Schema, TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(ShippedPlan.Json));
        Assert.Equal("./plan.schema.json", (string?)JsonNode.Parse(ShippedPlan.Json)!["$schema"]);
    }

    [Theory]
    [InlineData("\"version\": 1,", "\"version\": \"1\",")]
    [InlineData("\"version\": 1,", "\"verison\": 1,")]
    [InlineData("\"convenor\": \"scjg\",", "")]
    [InlineData("\"due\": \"2020-09-18\"", "\"due\": \"18.9.2020\"")]
    [InlineData("{ \"type\": \"once\", \"due\": \"2020-09-18\" }", "{ \"type\": \"undated\", \"due\": \"2020-09-18\" }")]
    [InlineData("\"offset\": \"issue\"", "\"offset\": \"start\"")]
    [InlineData("\"digestAt\": \"09:00\"", "\"digestAt\": \"25:00\"")]
    [InlineData("\"id\": \"peixun\"", "\"id\": \"培训\"")]
    [InlineData("\"campaign\": \"huimin-2020\"", "\"campaign\": \"150103\"")]
    [InlineData("    \"decision\": {", "    \"decisions\": {")]
    [InlineData("\"version\": 1,", "\"version\": 2, \"amendment\": { \"reason\": \"试行\" },")]
    [InlineData("\"version\": 1,", "\"version\": 2, \"amendment\": { \"reason\": \"试行\", \"decidedBy\": \"convenor\" },")]
    [InlineData("{ \"id\": \"digest-time\",", "{ \"id\": \"digest-time\", \"answer\": \"\",")]
    [InlineData("\"code\": \"samplesFailed\"", "\"code\": \"samples-failed\"")]
    [InlineData("\"lastDay\": 25", "\"lastDay\": 29")]
    [InlineData("\"approval\": \"leader\"", "\"approval\": \"seal\"")]
    [InlineData("\"joint\": \"joint\"", "\"joint\": null")]
    [InlineData("\"rank\": false", "\"rank\": 0")]
    public async Task A_broken_plan_is_not(string old, string spoilt)
    {
        var schema = await JsonSchema.FromJsonAsync(ShippedPlan.Schema, TestContext.Current.CancellationToken);
        var json = ShippedPlan.Json.Replace((old, spoilt));
        Assert.NotEmpty(schema.Validate(json));
        Assert.NotEmpty(PlanReader.Read(json).Problems);
    }

    [Fact]
    public void It_keeps_to_keywords_that_every_draft_reads_alike() =>
        Assert.Empty(Subschemas(Schema).SelectMany(s => s.Select(p => p.Key)).Except(_keywordsOfEveryDraft));

    [Fact]
    public void Every_object_in_it_is_closed() =>
        Assert.All(
            Subschemas(Schema).Where(s => (s["type"] as JsonValue)?.GetValue<string>() == "object"),
            s => Assert.False(s["additionalProperties"]!.GetValue<bool>()));

    [Fact]
    public void Every_property_of_a_plan_is_described_or_named_by_its_type()
    {
        var silent = Schema["properties"]!.AsObject().Where(p => p.Value!["description"] is null && p.Value["$ref"] is null).Select(p => p.Key);
        Assert.Equal(["tasks"], silent);
    }

    [Theory]
    [InlineData("/settings/properties/roll", typeof(RollRule))]
    [InlineData("/settings/properties/cutoff", typeof(DayCutoff))]
    [InlineData("/unit/properties/table", typeof(TableProfile))]
    [InlineData("/duty/properties/kind", typeof(DutyKind))]
    [InlineData("/rung/properties/to/items", typeof(Role))]
    [InlineData("/agendaTopic/properties/topic", typeof(AgendaTopic))]
    [InlineData("/meeting/properties/consent", typeof(AgendaConsent))]
    [InlineData("/column/properties/kind", typeof(FigureKind))]
    [InlineData("/consolidation/properties/issuer", typeof(IssuingBody))]
    public void Its_words_are_those_of_the_model(string place, Type type)
    {
        var node = place.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(Schema["definitions"]!, (n, name) => n[name]!);
        Assert.Equal(
            Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName),
            node["enum"]!.AsArray().Select(n => (string?)n));
    }

    /// <summary>Every place in which keywords stand; names of properties and definitions are no keywords.</summary>
    private static IEnumerable<JsonObject> Subschemas(JsonNode? node)
    {
        if (node is not JsonObject schema)
        {
            return [];
        }

        string[] maps = ["properties", "definitions"];
        var named = maps.SelectMany(m => schema[m]?.AsObject().Select(p => p.Value) ?? []);
        var listed = schema["oneOf"]?.AsArray() ?? [];
        return [schema, .. named.Concat(listed).Append(schema["items"]).SelectMany(Subschemas)];
    }
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Reading;
using NJsonSchema;

namespace HuiminCoord.Domain.Tests.Plans;

/// <summary>Whatever is done to the shipped plan, the answer is a plan or problems, and the schema never refuses what is read.</summary>
public sealed class PlanMutationTests
{
    private static readonly string[] _strangers =
    [
        "null", "true", "0", "-1", "1e400", "99999999999", "1.5", "\"\"", "\" \"", "\"x\"", "\"+\"", "\"scjg\"", "\"工信\"", "\"2020-09\"",
        "\"2099-12-31\"", "\"2000-01-01\"", "\"2099-12\"", "\"23:59\"", "[]", "{}", "[[]]", "[\"scjg\"]", "{ \"id\": \"x\" }",
    ];

    [Fact]
    public void Any_value_replaced_or_taken_out_gives_a_plan_or_problems()
    {
        var nodes = Places(JsonNode.Parse(ShippedPlan.Json)!).Count();
        Assert.True(nodes > 900, $"{nodes}");
        for (var i = 0; i < nodes; i++)
        {
            // One stranger for each place, another for the next: all pairs would take minutes and say little more.
            Answer(Mutant(i, _strangers[i % _strangers.Length]));
            Answer(Mutant(i, null));
        }
    }

    [Fact]
    public void Random_bytes_give_a_plan_or_problems()
    {
        var text = Encoding.UTF8.GetBytes(ShippedPlan.Json);
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var bytes = (byte[])text.Clone();
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var cut = random.Next(4) == 0 ? random.Next(bytes.Length) : bytes.Length;
            var reading = PlanReader.Read(bytes.AsMemory(0, cut));
            Assert.True(reading.Plan is null == reading.Problems.Count > 0, $"seed {seed}");
        }
    }

    [Fact]
    public async Task The_schema_never_refuses_what_is_read_and_refuses_every_wrong_type_and_unknown_name()
    {
        var schema = await JsonSchema.FromJsonAsync(ShippedPlan.Schema, TestContext.Current.CancellationToken);
        var nodes = Places(JsonNode.Parse(ShippedPlan.Json)!).Count();
        string[] ofShape = [PlanProblemCode.WrongType, PlanProblemCode.PropertyMissing, PlanProblemCode.PropertyUnknown, PlanProblemCode.OutOfRange, PlanProblemCode.TimeInvalid];
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var stranger = random.Next(5) == 0 ? null : _strangers[random.Next(_strangers.Length)];
            var json = Mutant(random.Next(nodes), stranger);
            var reading = PlanReader.Read(json);
            var refusals = json.Contains("1e400", StringComparison.Ordinal) ? [] : schema.Validate(json);
            Assert.True(reading.Plan is null || refusals.Count == 0, $"seed {seed}: read, but {string.Join("; ", refusals)}");
            Assert.True(
                json.Contains("1e400", StringComparison.Ordinal) || refusals.Count > 0 || !reading.Problems.Any(p => ofShape.Contains(p.Code)),
                $"seed {seed}: valid, but {string.Join("; ", reading.Problems)}");
        }
    }

    private static void Answer(string json)
    {
        var reading = PlanReader.Read(json);
        Assert.Equal(reading.Plan is null, reading.Problems.Count > 0);
        Assert.Equal(reading.Problems, reading.Problems.OrderBy(p => p.Line).ThenBy(p => p.Column));
        var lines = json.Split('\n');
        Assert.All(reading.Problems, p => Assert.InRange(p.Column, 1, lines[p.Line - 1].Length + 1));
        // A plan that is read can be worked with: none of its types refuses it later.
        _ = reading.Plan?.Duties.SelectMany(Occurrence.Of).Count();
    }

    /// <summary>The plan with its i-th value replaced, or taken out where that is null.</summary>
    private static string Mutant(int i, string? stranger)
    {
        var root = JsonNode.Parse(ShippedPlan.Json)!;
        var (parent, name, index) = Places(root).ElementAt(i);
        var value = stranger is null ? null : JsonNode.Parse(stranger);
        switch (parent)
        {
            case JsonObject o when stranger is null:
                o.Remove(name);
                break;
            case JsonObject o:
                o[name] = value;
                break;
            case JsonArray a when stranger is null:
                a.RemoveAt(index);
                break;
            case JsonArray a:
                a[index] = value;
                break;
        }

        return root.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static IEnumerable<(JsonNode Parent, string Name, int Index)> Places(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Places(p.Value).Prepend((o, p.Key, 0))),
        JsonArray a => a.SelectMany((item, i) => Places(item).Prepend((a, "", i))),
        _ => [],
    };
}

using System.Text.Json.Nodes;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Tests.Api;

/// <summary>What the preview of an amendment says of each unit is what its issue does: to the documents and to the registers.</summary>
public sealed class AmendmentEffectTests
{
    private const int Seed = 7;

    private static readonly Dictionary<string, Action<JsonObject>> Changes = new()
    {
        ["a later date"] = p => Due(p, "annual-2020", "2020-12-10"),
        ["a passed date"] = p => Due(p, "annual-2020", "2020-11-02"),
        ["new duties"] = p =>
        {
            Add(p, "self-check", "2020-12-20", "jiaoyu", "minzheng");
            Add(p, "too-late", "2020-11-05", "jiaoyu");
            Add(p, "next-year", "2021-03-10", "nongmu");
            Duty(p, "next-year")["schedule"]!["opensOn"] = "2021-02-01";
        },
        ["another day of the month"] = p => Duty(p, "monthly")["schedule"]!["day"] = 20,
        ["another ladder"] = p => p["ladders"]!["monthly"]!["rungs"]!.AsArray().RemoveAt(0),
        ["a unit that owes less"] = p => Owed(p, "annual-2020").Remove(Owed(p, "annual-2020").Single(u => (string)u! == "gongan")),
        ["another table"] = p => p["units"]!.AsArray().Single(u => (string)u!["id"]! == "jiaoyu")!["table"] = "none",
        ["a task that ends"] = p => p["tasks"]!.AsArray().Remove(p["tasks"]!.AsArray().Single(t => (string)t!["id"]! == "xing-2")),
        ["another member"] = OtherMember,
        ["a setting only"] = p => p["settings"]!["officePhone"] = "0471-0000001",
    };

    /// <summary>Begin, end, other date, other parts: of open duties and of coming ones; reminders added, fallen away, moved; warnings.</summary>
    [Theory]
    [InlineData("a later date", "0 0 11 0, 0 0 0 0, 99 99 0, 0")]
    [InlineData("a passed date", "0 0 0 0, 0 0 0 0, 0 0 0, 11")]
    [InlineData("new duties", "2 0 0 0, 1 0 0 0, 6 0 0, 1")]
    [InlineData("another day of the month", "0 0 11 0, 0 0 110 0, 88 88 0, 3")]
    [InlineData("another ladder", "0 0 0 0, 0 0 0 0, 0 11 0, 0")]
    [InlineData("a unit that owes less", "0 1 0 0, 0 0 0 0, 0 9 0, 0")]
    [InlineData("another table", "0 0 0 2, 0 0 0 11, 0 0 0, 0")]
    [InlineData("a task that ends", "0 1 0 0, 0 0 0 0, 0 3 0, 0")]
    [InlineData("another member", "6 3 0 0, 11 11 0 0, 17 17 0, 1")]
    [InlineData("a setting only", "0 0 0 0, 0 0 0 0, 0 0 0, 0")]
    public async Task Preview_and_issue_agree_unit_by_unit(string change, string counts)
    {
        await using var server = await Lived();
        var body = new { plan = Amended(Changes[change]) };
        var next = Domain.Plans.Reading.PlanReader.Read(body.plan.ToJsonString()).Plan!;
        var (before, rows) = (await Owing(server), await Rows(server));

        var preview = (await server.Post(TestServer.Path + "/amendments/preview", body)).Body;
        Assert.True((bool)preview["acceptable"]!, preview.ToJsonString());
        Assert.Equal(counts, Counts(preview["effects"]!["counts"]!));
        Assert.Equal(before, await Owing(server));
        await server.Do(TestServer.Path + "/amendments", body);

        var (after, now) = (await Owing(server), await Rows(server));
        Assert.Equal(Between(before, after), Lines(preview["effects"]!));
        Assert.Equal(OpenDifferences(rows, now), Lines(preview["effects"]!).Where(l => l.Contains(" open ", StringComparison.Ordinal) && !l.Contains(" reminders ", StringComparison.Ordinal) && !l.Contains(" parts ", StringComparison.Ordinal)).Select(WithoutSteps).Order(StringComparer.Ordinal));
        Assert.All(next.Units, unit => Assert.Equal(2, after.Versions[unit.Id.Value]));
    }

    [Fact]
    public async Task Dates_that_have_passed_are_warned_of_in_words_and_do_as_is_said()
    {
        await using var server = await Lived();
        var body = new
        {
            plan = Amended(p =>
            {
                Changes["a passed date"](p);
                Changes["new duties"](p);
                Due(p, "liaison", "2020-09-25");
            }),
        };

        var effects = (await server.Post(TestServer.Path + "/amendments/preview", body)).Body["effects"]!;
        await server.Do(TestServer.Path + "/amendments", body);

        var warnings = Of(effects, "jiaoyu")["warnings"]!.AsArray();
        Assert.Equal(["formerDateStays annual-2020 2020-11-02 2020-12-03", "neverOpens too-late 2020-11-05 "], warnings.Select(w => $"{w!["kind"]} {w["duty"]} {w["planned"]} {w["inForce"]}"));
        Assert.Equal("“2020年总结和统计表”修订后的时限2020-11-02已过：仍按原时限2020-12-03办理", (string)warnings[0]!["says"]!);
        Assert.Equal("“自查报告”的时限2020-11-05已过：不再下达", (string)warnings[1]!["says"]!);
        Assert.Equal("2020-12-03", (string)(await Obligation(server, "jiaoyu", "annual-2020"))["due"]!);
        Assert.Equal(404, (await server.Refused($"{TestServer.Path}/units/jiaoyu/obligations/too-late")).Status);
        Assert.Equal(warnings.Count, (int)Of(effects, "jiaoyu")["counts"]!["warnings"]!);
        var english = (await server.Post(TestServer.Path + "/amendments/preview", new { plan = Amended(Changes["a passed date"], 3) }, language: "en")).Body["effects"]!;
        Assert.Equal(0, (int)english["counts"]!["warnings"]!);
    }

    [Fact]
    public async Task Counts_add_up_and_a_long_list_is_cut()
    {
        await using var server = await Lived();
        var effects = (await server.Post(TestServer.Path + "/amendments/preview", new { plan = Amended(Changes["another day of the month"]) })).Body["effects"]!;

        var units = effects["units"]!.AsArray();
        Assert.True((bool)effects["complete"]!);
        Assert.Equal(units.Sum(u => (int)u!["counts"]!["coming"]!["redated"]!), (int)effects["counts"]!["coming"]!["redated"]!);
        Assert.True((int)effects["counts"]!["coming"]!["redated"]! > 50, effects["counts"]!.ToJsonString());
        Assert.Equal(units.SelectMany(u => u!["duties"]!.AsArray()).Count(d => !(bool)d!["open"]! && (string)d["change"]! == "redated"), (int)effects["counts"]!["coming"]!["redated"]!);
        var refused = (await server.Post(TestServer.Path + "/amendments/preview", new { plan = Amended(_ => { }) })).Body;
        Assert.Equal((false, "amendment.nothing-changed"), ((bool)refused["acceptable"]!, (string)refused["refusal"]!["code"]!));
        Assert.Empty(refused["effects"]!["units"]!.AsArray());
    }

    /// <summary>Some weeks in which people did all kinds of things.</summary>
    private static async Task<TestServer> Lived()
    {
        var server = await TestServer.Start(seed: Seed);
        await server.RunUntil(new(2020, 10, 12), 12);
        await server.Do(TestServer.Path + "/tasks/xing-2/milestones", new { unit = "scjg", id = "list", title = "收费公示牌清单", due = "2020-11-20" });
        await server.Do(TestServer.Path + "/tasks/xing-2/milestones", new { unit = "scjg", id = "done", title = "收费公示", due = "2020-11-20" });
        await server.Do(TestServer.Path + "/tasks/xing-2/milestones/done/reach", new { unit = "scjg", evidence = "已公示" });
        await server.Do(TestServer.Path + "/units/jiaoyu/obligations", new { duty = "by-hand", title = "自查", due = "2020-11-20", kind = "other" });
        await server.RunUntil(new(2020, 11, 10), 12);
        return server;
    }

    private sealed record Snapshot(IReadOnlyDictionary<string, int> Versions, IReadOnlyDictionary<string, string> Duties)
    {
        public bool Equals(Snapshot? other) => other is not null && Duties.SequenceEqual(other.Duties) && Versions.SequenceEqual(other.Versions);

        public override int GetHashCode() => Duties.Count;
    }

    /// <summary>What each unit owes by its stored document: unit and duty → open or coming, date, and reminders to come.</summary>
    private static async Task<Snapshot> Owing(TestServer server)
    {
        var (versions, duties) = (new SortedDictionary<string, int>(), new SortedDictionary<string, string>(StringComparer.Ordinal));
        foreach (var (id, state) in await server.Service<StoredDocuments>().Below<UnitState, UnitEvent>(Rooms.Unit, TestServer.Campaign))
        {
            versions[id] = state.PlanVersion;
            if (state.LeftWith > 0)
            {
                continue;
            }

            var terms = await server.Service<PlanShelf>().Terms(TestServer.Campaign, state.PlanVersion, new UnitId(id));
            var calendar = terms.Calendars.AsKnownAt(server.Driver.Now);
            var coming = terms.ToOpen(state).Select(d => new OpenDuty(new Obligation(d.Id), d, state.IssuedAt));
            foreach (var (duty, word) in terms.Open(state).Select(d => (d, "open")).Concat(coming.Select(d => (d, "coming"))))
            {
                var steps = RungPlanner.Plan(duty, terms.Settings, calendar).Where(r => !duty.Kept.Given.Contains(r.Id)).Select(r => $"{r.Id}@{r.At:yyyy-MM-ddTHH:mm}").Order(StringComparer.Ordinal);
                var parts = duty.Terms.Parts.Select(p => $"{p}={duty.Stage(p)}".ToLowerInvariant());
                duties[$"{id} {duty.Kept.Id}"] = $"{word}|{duty.Due:yyyy-MM-dd}|{string.Join(',', steps)}|{string.Join(',', parts)}";
            }
        }

        return new(versions, duties);
    }

    private static List<string> Between(Snapshot before, Snapshot after) =>
        [.. before.Duties.Keys.Union(after.Duties.Keys).Select(id => Line(id, before.Duties.GetValueOrDefault(id), after.Duties.GetValueOrDefault(id))).OfType<string>().Order(StringComparer.Ordinal)];

    private static string? Line(string id, string? was, string? now)
    {
        var (a, b) = (was?.Split('|') ?? ["", "", "", ""], now?.Split('|') ?? ["", "", "", ""]);
        var change = now is null ? "ends" : was is null || a[0] != b[0] ? "begins" : a[1] != b[1] ? "redated" : a[3] != b[3] ? "parts" : a[2] != b[2] ? "reminders" : null;
        var (gone, come) = (a[2].Split(','), b[2].Split(','));
        var parts = was is null || now is null ? [] : b[3].Split(',').Except(a[3].Split(','));
        return change is null ? null
            : $"{id} {(now is null ? a[0] : b[0])} {change} {a[1]}→{b[1]} -{string.Join(',', gone.Except(come))} +{string.Join(',', come.Except(gone))} {string.Join(',', parts.Order(StringComparer.Ordinal))}";
    }

    private static List<string> Lines(JsonNode effects) =>
        [.. effects["units"]!.AsArray().SelectMany(u => u!["duties"]!.AsArray().Select(d => Line(u, d!))).Order(StringComparer.Ordinal)];

    private static string Line(JsonNode unit, JsonNode duty)
    {
        string Steps(string which) => string.Join(',', duty["steps"]!.AsArray().Where(s => s![which] is not null).Select(s => $"{s!["rung"]}@{((string)s[which]!)[..16]}").Order(StringComparer.Ordinal));
        return $"{unit["unit"]} {duty["duty"]} {((bool)duty["open"]! ? "open" : "coming")} {duty["change"]} {duty["was"]}→{duty["is"]} -{Steps("from")} +{Steps("to")} {string.Join(',', duty["parts"]!.AsArray().Where(p => p!["is"] is not null).Select(p => $"{p!["part"]}={p["is"]}").Order(StringComparer.Ordinal))}";
    }

    private static string Counts(JsonNode counts) =>
        string.Join(", ", counts.AsObject().Select(c => c.Value is JsonObject of ? string.Join(' ', of.Select(n => n.Value!.ToJsonString())) : c.Value!.ToJsonString()));

    private static string WithoutSteps(string line) => line[..line.IndexOf(" -", StringComparison.Ordinal)];

    private static async Task<Dictionary<string, (string Due, string Stage)>> Rows(TestServer server)
    {
        await using var db = server.Database.OpenToRead();
        return await db.Obligations.ToDictionaryAsync(o => $"{o.Unit} {o.Duty}", o => ($"{o.Due:yyyy-MM-dd}", o.Stage), TestContext.Current.CancellationToken);
    }

    /// <summary>The same from the registers, which only know what is or was open.</summary>
    private static IEnumerable<string> OpenDifferences(Dictionary<string, (string Due, string Stage)> was, Dictionary<string, (string Due, string Stage)> now)
    {
        bool Over(string stage) => stage is "ended" or "waived" or "accepted";
        return now.Where(o => !was.ContainsKey(o.Key)).Select(o => $"{o.Key} open begins →{o.Value.Due}")
            .Concat(now.Where(o => was.TryGetValue(o.Key, out var w) && !Over(w.Stage) && Over(o.Value.Stage)).Select(o => $"{o.Key} open ends {was[o.Key].Due}→"))
            .Concat(now.Where(o => was.TryGetValue(o.Key, out var w) && !Over(o.Value.Stage) && w.Due != o.Value.Due).Select(o => $"{o.Key} open redated {was[o.Key].Due}→{o.Value.Due}"))
            .Order(StringComparer.Ordinal);
    }

    private static JsonNode Of(JsonNode effects, string unit) => effects["units"]!.AsArray().Single(u => (string)u!["unit"]! == unit)!;

    private static async Task<JsonNode> Obligation(TestServer server, string unit, string duty) => (await server.Get($"{TestServer.Path}/units/{unit}/obligations/{duty}"))["item"]!["obligation"]!;

    private static JsonObject Amended(Action<JsonObject> change, int version = 2)
    {
        var plan = JsonNode.Parse(TestServer.PlanJson)!.AsObject();
        plan["version"] = version;
        plan["amendment"] = new JsonObject { ["reason"] = "工作需要", ["basis"] = "联席会议", ["decidedBy"] = "meeting" };
        change(plan);
        return plan;
    }

    private static void OtherMember(JsonObject plan)
    {
        foreach (var list in plan["duties"]!.AsArray().Select(d => d!["owedBy"]!).Concat(plan["domains"]!.AsArray().Select(d => d!["cooperating"]!)).Concat(plan["tasks"]!.AsArray().Select(t => t!["cooperating"]).OfType<JsonNode>()))
        {
            var index = list.AsArray().Select(u => (string)u!).ToList().IndexOf("minzheng");
            if (index >= 0)
            {
                list[index] = "shuiwu";
            }
        }

        var unit = plan["units"]!.AsArray().Single(u => (string)u!["id"]! == "minzheng")!;
        (unit["id"], unit["name"], unit["aliases"]) = ("shuiwu", "税务局", new JsonArray());
    }

    private static JsonNode Duty(JsonObject plan, string id) => plan["duties"]!.AsArray().Single(d => (string)d!["id"]! == id)!;

    private static JsonArray Owed(JsonObject plan, string id) => Duty(plan, id)["owedBy"]!.AsArray();

    private static void Due(JsonObject plan, string id, string due) => Duty(plan, id)["schedule"]!["due"] = due;

    private static void Add(JsonObject plan, string id, string due, params string[] units) => plan["duties"]!.AsArray().Add(new JsonObject
    {
        ["id"] = id, ["kind"] = "other", ["title"] = "自查报告", ["clause"] = (string)Duty(plan, "monthly")["clause"]!,
        ["schedule"] = new JsonObject { ["type"] = "once", ["due"] = due }, ["owedBy"] = new JsonArray([.. units.Select(u => JsonValue.Create(u))]),
    });
}

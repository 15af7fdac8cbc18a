using System.Text.Json.Nodes;
using HuiminCoord.Domain.Plans.Reading;

namespace HuiminCoord.Domain.Plans.Amending;

/// <summary>The next version of a plan's text, in which one unit joins or leaves. Everything else stays as it was written.</summary>
/// <remarks>五、（一）: the joint meeting may change the member units, so each such version says which meeting decided it.</remarks>
public static class MemberPlan
{
    /// <summary>The text of version <c>plan.Version + 1</c>; read it with <see cref="PlanReader"/> before using it.</summary>
    /// <param name="plan">The version in force.</param>
    /// <param name="json">Its text.</param>
    /// <param name="wish">One to which <see cref="MembershipRules.Refuse"/> has no objection.</param>
    /// <param name="basis">Which meeting decided it.</param>
    public static string Of(Plan plan, string json, MembershipWish wish, string basis)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(wish);
        var text = JsonNode.Parse(json)!.AsObject();
        if (wish.Change == MembershipChange.Add)
        {
            Add(text, plan, wish);
        }
        else
        {
            Remove(text, plan.Unit(wish.Unit)!);
        }

        text["version"] = plan.Version + 1;
        text["amendment"] = new JsonObject
        {
            ["reason"] = ReasonOf(wish),
            ["basis"] = basis,
            ["decidedBy"] = Fields.WordOf(AmendingBody.Meeting),
        };
        return text.ToJsonString(PlanJson.Readable);
    }

    private static string ReasonOf(MembershipWish wish) =>
        $"{(wish.Change == MembershipChange.Add ? $"增加{wish.Name}为成员单位" : $"{wish.Name}不再作为成员单位")}：{wish.Reason}";

    /// <summary>It owes what every member owes, and cooperates where the meeting says so. Tasks that name their own supporters keep them.</summary>
    private static void Add(JsonObject text, Plan plan, MembershipWish wish)
    {
        text["units"]!.AsArray().Add(new JsonObject
        {
            ["id"] = wish.Unit.Value,
            ["name"] = wish.Name,
            ["aliases"] = new JsonArray([.. wish.Aliases.Select(a => (JsonNode)a)]),
            ["table"] = Fields.WordOf(wish.Table),
        });
        var owedByAll = plan.Duties.Where(d => d.OwedBy.Count == plan.Units.Count).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var duty in Entries(text, "duties").Where(d => owedByAll.Contains((string)d["id"]!)))
        {
            duty["owedBy"]!.AsArray().Add(wish.Unit.Value);
        }

        foreach (var domain in Entries(text, "domains").Where(d => wish.Domains.Contains((string)d["id"]!)))
        {
            domain["cooperating"]!.AsArray().Add(wish.Unit.Value);
        }

        foreach (var (kind, _) in (plan.Meetings ?? new Dictionary<MeetingKind, MeetingPlan>()).Where(m => m.Value.Units?.Count == plan.Units.Count))
        {
            text["meetings"]![Fields.WordOf(kind)]!["units"]!.AsArray().Add(wish.Unit.Value);
        }
    }

    /// <summary>A plan may write a unit's id, its name or an alias; a duty that nobody owes any more ends.</summary>
    private static void Remove(JsonObject text, UnitPlan unit)
    {
        var spellings = (string[])[unit.Id.Value, unit.Name, .. unit.Aliases];
        foreach (var (entry, list) in new[] { ("duties", "owedBy"), ("domains", "cooperating"), ("tasks", "cooperating") }.SelectMany(p => Entries(text, p.Item1).Select(e => (e, p.Item2))))
        {
            DropFrom(entry[list]?.AsArray(), n => spellings.Contains((string)n!));
        }

        foreach (var meeting in text["meetings"]?.AsObject() ?? [])
        {
            DropFrom(meeting.Value!["units"]?.AsArray(), n => spellings.Contains((string)n!));
        }

        var nobodys = Entries(text, "duties").Where(d => d["owedBy"]!.AsArray().Count == 0).Select(d => (string)d["id"]!).ToHashSet(StringComparer.Ordinal);
        DropFrom(text["duties"]!.AsArray(), d => nobodys.Contains((string)d!["id"]!));
        DropFrom(text["forms"]?["periods"]?["annuals"]?.AsArray(), a => nobodys.Contains((string)a!["duty"]!));
        DropFrom(text["units"]!.AsArray(), u => (string)u!["id"]! == unit.Id.Value);
    }

    private static IEnumerable<JsonObject> Entries(JsonObject text, string list) => text[list]!.AsArray().Select(n => n!.AsObject());

    private static void DropFrom(JsonArray? list, Func<JsonNode?, bool> goes)
    {
        foreach (var node in list?.Where(goes).ToList() ?? [])
        {
            list!.Remove(node);
        }
    }
}

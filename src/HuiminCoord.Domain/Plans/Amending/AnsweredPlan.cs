using System.Text.Json.Nodes;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans.Reading;

namespace HuiminCoord.Domain.Plans.Amending;

/// <summary>What the convenor answers to an open question, and what follows from it.</summary>
/// <param name="Question">Id of the question.</param>
/// <param name="Text">The answer in words.</param>
/// <param name="Settings">Settings that it changes; null members stay.</param>
/// <param name="Tables">Units that it gives another table.</param>
public sealed record PlanAnswer(
    string Question, string Text, string Basis, AmendingBody DecidedBy, SettingsChange? Settings, IReadOnlyDictionary<UnitId, TableProfile>? Tables);

/// <summary>Settings that an answer may change; null = as before. Times are Asia/Shanghai.</summary>
public sealed record SettingsChange(
    TimeOnly? DigestAt = null, TimeOnly? CloseOfBusiness = null, int? LongRestDays = null, int? ReviewWorkdays = null,
    int? CorrectionWorkdays = null, int? StaleTaskDays = null, string? OfficePhone = null, int? SlowTaskDays = null);

/// <summary>The next version of a plan's text, in which one question is answered. Everything else stays as it was written.</summary>
public static class AnsweredPlan
{
    /// <summary>The text of version <c>plan.Version + 1</c>; read it with <see cref="PlanReader"/> before using it.</summary>
    /// <param name="plan">The version in force.</param>
    /// <param name="json">Its text.</param>
    /// <returns>Null when the plan asks no such question.</returns>
    public static string? Of(Plan plan, string json, PlanAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(answer);
        var text = JsonNode.Parse(json)!.AsObject();
        if (Find(text["questions"]!, answer.Question) is not { } question)
        {
            return null;
        }

        question["answer"] = answer.Text;
        text["version"] = plan.Version + 1;
        var ask = plan.Questions.First(q => q.Id == answer.Question).Ask;
        text["amendment"] = new JsonObject
        {
            ["reason"] = Cut($"明确“{ask}”：{answer.Text}", PlanLimits.LongText),
            ["basis"] = answer.Basis.Length == 0 ? $"question/{answer.Question}" : answer.Basis,
            ["decidedBy"] = Fields.WordOf(answer.DecidedBy),
        };
        Change(text["settings"]!.AsObject(), answer.Settings);
        foreach (var (unit, table) in answer.Tables ?? new Dictionary<UnitId, TableProfile>())
        {
            (Find(text["units"]!, unit.Value) ?? throw new ArgumentException($"{unit} is no member.", nameof(answer)))["table"] = Fields.WordOf(table);
        }

        return text.ToJsonString(PlanJson.Readable);
    }

    private static void Change(JsonObject settings, SettingsChange? change)
    {
        Set("digestAt", change?.DigestAt is { } digest ? PlanJson.Time(digest) : null);
        Set("closeOfBusiness", change?.CloseOfBusiness is { } close ? PlanJson.Time(close) : null);
        Set("longRestDays", change?.LongRestDays);
        Set("reviewWorkdays", change?.ReviewWorkdays);
        Set("correctionWorkdays", change?.CorrectionWorkdays);
        Set("staleTaskDays", change?.StaleTaskDays);
        Set("officePhone", change?.OfficePhone);
        Set("slowTaskDays", change?.SlowTaskDays);

        // What a plan leaves out stays left out.
        void Set(string name, JsonNode? value)
        {
            if (value is not null)
            {
                settings[name] = value;
            }
        }
    }

    private static JsonObject? Find(JsonNode list, string id) => list.AsArray().Select(n => n!.AsObject()).FirstOrDefault(n => (string?)n["id"] == id);

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}

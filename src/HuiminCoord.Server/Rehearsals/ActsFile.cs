using System.Globalization;
using System.Text.Json;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Calendars;

namespace HuiminCoord.Server.Rehearsals;

/// <summary>What a rehearsal is to play beside its script, written down: <c>{"acts":[{"at":"2020-11-25T10:00","import":{…}}]}</c>.</summary>
/// <remarks>
/// <c>at</c> is Shanghai time, <c>by</c> a seat (the office unless told). Each act says exactly one thing:
/// <c>import</c>: <c>reason</c>, and either <c>content</c> (a paper as its file says it) or <c>shipped</c> (the id of one that the
/// program knows); <c>amend</c>: a <c>plan</c>, whole, as its file says it.
/// </remarks>
public static class ActsFile
{
    /// <summary>Most acts of one rehearsal.</summary>
    private const int MostActs = 200;

    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Reads the acts in the order in which they happen.</summary>
    /// <exception cref="FormatException">The text is not of this form; the message names the act.</exception>
    public static IReadOnlyList<PlayedAction> Read(string json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<Acts>(json, Strict) ?? throw new FormatException("The acts are null.");
            return file.List.Count > MostActs
                ? throw new FormatException($"At most {MostActs} acts can be played.")
                : [.. file.List.Select(Of).OrderBy(a => a.At)];
        }
        catch (JsonException unreadable)
        {
            throw new FormatException(unreadable.Message, unreadable);
        }
    }

    private static PlayedAction Of(Act act, int index)
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"acts[{index}]");
        if (!DateTime.TryParseExact(act.At, Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            throw new FormatException($"{where}: '{act.At}' is no Shanghai time: write it as 2020-11-25T10:00.");
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"act/{index}");
        var when = new DateTimeOffset(at, ChinaTime.Offset);
        if (act.Amend is { } amend && act.Import is null)
        {
            var reading = PlanReader.Read(amend.Plan.GetRawText());
            return new PlayedAction.AmendPlan(when, act.By, key, reading.Plan ?? throw new FormatException($"{where}.amend.plan: {string.Join("; ", reading.Problems)}"), amend.Plan.GetRawText());
        }

        var import = act.Import ?? throw new FormatException($"{where} says nothing that can be played.");
        return new PlayedAction.ImportPaper(when, act.By, key, Paper(import, where), import.Reason);
    }

    private static string Paper(ImportAct import, string where)
    {
        if (import.Content is null == import.Shipped is null)
        {
            throw new FormatException($"{where}.import: give exactly one of 'content' and 'shipped'.");
        }

        return import.Shipped is { } id
            ? ShippedCalendars.HolidayTable.Find(id)?.Json ?? throw new FormatException($"{where}.import: the program knows no paper {id}.")
            : CalendarPaper.Parse(import.Content!.Value.GetRawText()).Json;
    }

    private sealed record Acts([property: System.Text.Json.Serialization.JsonPropertyName("acts")] IReadOnlyList<Act> List);

    private sealed record Act(string At, string By = Recipients.Office, ImportAct? Import = null, AmendAct? Amend = null);

    private sealed record AmendAct(JsonElement Plan);

    private sealed record ImportAct(string Reason, JsonElement? Content = null, string? Shipped = null);
}

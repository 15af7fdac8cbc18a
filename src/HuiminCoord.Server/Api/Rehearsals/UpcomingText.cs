using System.Globalization;
using System.Text.Json;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.Rehearsals;

/// <summary>Says in words what comes next, for the console and the API. The words are in the two files beside this one.</summary>
public sealed class UpcomingText
{
    private static readonly Dictionary<Language, UpcomingText> Spoken = new()
    {
        [Language.Chinese] = new(Language.Chinese, "zh"),
        [Language.English] = new(Language.English, "en"),
    };

    private readonly Language _language;
    private readonly Dictionary<string, string> _words;

    private UpcomingText(Language language, string name)
    {
        _language = language;
        var resource = $"{typeof(UpcomingText).Namespace}.upcoming.{name}.json";
        using var stream = typeof(UpcomingText).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The program was built without {resource}.");
        _words = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    /// <summary>Names of all words.</summary>
    internal IReadOnlyCollection<string> Names => _words.Keys;

    /// <summary>The words of a language.</summary>
    public static UpcomingText In(Language language) => Spoken[language];

    /// <summary>12月1日 09:00 逾期提醒，4个单位负责人; 2020-12-01 09:00 overdue reminder: 4 unit leaders.</summary>
    /// <param name="next">What comes.</param>
    /// <param name="plan">Has the names of those whom it concerns.</param>
    /// <param name="today">The day on which it is said: a day of another year carries its year.</param>
    public string Say(UpcomingEvent next, Plan plan, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(plan);
        var parts = next.Parts.Select(p => Fill("part", this[$"what.{p.What}"], Whom(p, plan)));
        return Fill("event", Moment(next.At, today), next.Parts.Count == 0 ? this["nothing"] : string.Join(this["between.parts"], parts));
    }

    private string this[string name] => _words[name];

    private string Moment(DateTimeOffset at, DateOnly today)
    {
        var (day, time) = (ChinaTime.DateOf(at), ChinaTime.TimeOf(at));
        return _language == Language.English
            ? string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {time:HH:mm}")
            : string.Create(CultureInfo.InvariantCulture, $"{DateWords.Day(day, today)} {time:HH:mm}");
    }

    /// <summary>One is named, several of a kind are counted.</summary>
    private string Whom(UpcomingPart part, Plan plan)
    {
        var kinds = part.Whom.Select(id => (Kind: Kind(id, plan), Id: id)).GroupBy(w => w.Kind, w => w.Id);
        return string.Join(this["between.whom"], kinds.Select(k => k.ToList() is [var one] ? Named(k.Key, one, plan) : Fill($"many.{k.Key}", k.Count())));
    }

    private static string Kind(string id, Plan plan)
    {
        // A meeting's title may hold a slash of its own.
        var slash = id.LastIndexOf('/');
        return slash > 0 ? id[(slash + 1)..]
            : id is Recipients.Office or Recipients.Convenor or Recipients.Group ? id
            : plan.Task(new TaskId(id)) is not null ? "task"
            : plan.Phase(new PhaseId(id)) is not null ? "phase"
            : "unit";
    }

    private string Named(string kind, string id, Plan plan) => kind switch
    {
        "task" => plan.Task(new TaskId(id))!.Title,
        "phase" => plan.Phase(new PhaseId(id))!.Title,
        "meeting" => id[..id.LastIndexOf('/')],
        _ => Fill($"one.{kind}", plan.Unit(new UnitId(id.Split('/')[0]))?.Name ?? id),
    };

    private string Fill(string name, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, this[name], arguments);
}

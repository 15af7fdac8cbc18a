using System.Globalization;
using System.Text.Json;
using HuiminCoord.Domain.Access;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Console.Words;

/// <summary>What the console says, in one language. The texts stand beside the pages: <c>words.zh.json</c>, <c>words.en.json</c>.</summary>
public sealed class PageWords
{
    /// <summary>A name that stands twice would silently be the later one.</summary>
    private static readonly JsonSerializerOptions Once = new() { AllowDuplicateProperties = false };

    private static readonly Dictionary<Language, PageWords> Spoken = new()
    {
        [Language.Chinese] = new(Language.Chinese, "zh"),
        [Language.English] = new(Language.English, "en"),
    };

    private readonly Dictionary<string, string> _texts;

    private PageWords(Language language, string name)
    {
        Language = language;
        _texts = Read($".words.{name}.json");
    }

    /// <summary>The language.</summary>
    public Language Language { get; }

    /// <summary>Its tag for browsers and readers' programs.</summary>
    public string Tag => Language == Language.English ? "en" : "zh-CN";

    /// <summary>Names of all texts.</summary>
    public IReadOnlyCollection<string> Names => _texts.Keys;

    /// <summary>A text. One that is missing is said by its name: nobody is left before an empty page, and a test finds it.</summary>
    public string this[string name] => _texts.GetValueOrDefault(name, name);

    /// <summary>A text with its gaps filled: <c>{0}</c>, <c>{1}</c> …</summary>
    public string this[string name, params object?[] arguments] => string.Format(CultureInfo.InvariantCulture, this[name], arguments);

    /// <summary>The texts of a language.</summary>
    public static PageWords In(Language language) => Spoken[language];

    /// <summary>联络人, 召集人 …</summary>
    public string Role(SeatRole role) => this[$"seat.{role}"];

    private static Dictionary<string, string> Read(string ending)
    {
        var assembly = typeof(PageWords).Assembly;
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith("HuiminCoord.Server.Console.", StringComparison.Ordinal) && n.EndsWith(ending, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            foreach (var (name, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream, Once)!)
            {
                all.Add(name, text);
            }
        }

        return all;
    }
}

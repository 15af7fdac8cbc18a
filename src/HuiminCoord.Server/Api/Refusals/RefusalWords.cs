using System.Globalization;
using System.Text.Json;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Server.Api.Refusals;

/// <summary>A language that refusals are spoken in.</summary>
public enum Language
{
    /// <summary>The default.</summary>
    Chinese,

    /// <summary>For callers that prefer it in <c>Accept-Language</c>.</summary>
    English,
}

/// <summary>What a refusal says to people.</summary>
public sealed record Sentence(string Title, string Detail);

/// <summary>The sentences of all refusals, from the two files beside this one.</summary>
public static class RefusalWords
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private static readonly Dictionary<Language, Book> Books = new()
    {
        [Language.Chinese] = Read("zh"),
        [Language.English] = Read("en"),
    };

    /// <summary>Codes that have a sentence in this language.</summary>
    public static IReadOnlyCollection<string> Codes(Language language) => Books[language].Refusals.Keys;

    /// <summary>Says a refusal. A code without words is said as it is: nobody is left without an answer.</summary>
    public static Sentence Say(Refusal refusal, Language language)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var book = Books[language];
        return book.Refusals.TryGetValue(refusal.Code, out var sentence)
            ? sentence with { Detail = Fill(sentence.Detail, refusal.Arguments, book) }
            : new Sentence(refusal.Code, string.Join(", ", refusal.Arguments));
    }

    /// <summary>Says what is wrong with one value: <c>value.text-length|1|40</c>. Anything else stays as it is.</summary>
    public static string SayValue(string problem, Language language)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var (parts, book) = (problem.Split('|'), Books[language]);
        return book.Values.TryGetValue(parts[0], out var words) ? Fill(words, parts[1..], book) : problem;
    }

    /// <summary>Fills <c>{0}</c>, <c>{1}</c>; names such as <c>table</c> are said in words. Missing arguments become a dash.</summary>
    /// <remarks>Some rules name the part where others name the whole; a text must not break over it.</remarks>
    private static string Fill(string text, IReadOnlyList<string> arguments, Book book)
    {
        for (var i = 0; i < 3; i++)
        {
            var said = i < arguments.Count && arguments[i].Length > 0 ? book.Words.GetValueOrDefault(arguments[i], Readable(arguments[i])) : "—";
            text = text.Replace(string.Create(CultureInfo.InvariantCulture, $"{{{i}}}"), said, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>Rules name instants to the last digit; people read minutes.</summary>
    private static string Readable(string argument) =>
        DateTimeOffset.TryParseExact(argument, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            : argument;

    private static Book Read(string language)
    {
        var resource = $"{typeof(RefusalWords).Namespace}.refusals.{language}.json";
        using var stream = typeof(RefusalWords).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The program was built without {resource}.");
        return JsonSerializer.Deserialize<Book>(stream, Web)!;
    }

    private sealed record Book(Dictionary<string, Sentence> Refusals, Dictionary<string, string> Values, Dictionary<string, string> Words);
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuiminCoord.Domain.Time;

/// <summary>One State Council paper or one regional layer, in the form in which it is imported and exported.</summary>
/// <remarks>
/// <c>{"schema":"huimin-workdays/1","paper":{…}}</c> or <c>{…"layer":{…}}</c>, where the inner object is what stands in a
/// table's <c>papers</c> or <c>regions</c>. Two texts that differ in white space or order of members alone are the same paper.
/// </remarks>
public sealed class CalendarPaper
{
    /// <summary>Largest text accepted, in UTF-16 characters; a year's paper has about 1,200.</summary>
    public const int LongestText = 20_000;

    private const string What = "Calendar paper";
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    internal CalendarPaper(HolidayTableFile.Paper? national, HolidayTableFile.Layer? regional)
    {
        (National, Regional) = (national, regional);
        Json = JsonSerializer.Serialize(new PaperFile(HolidayTableFile.CurrentSchema, national, regional), Written);
    }

    /// <summary><c>2021-1</c>, or region and day of publication for a layer: <c>150103-20210601</c>.</summary>
    public string Id => National?.Id ?? Regional!.IdOf();

    /// <summary>Division code of a layer; null for a paper of the whole country.</summary>
    public string? Region => Regional?.Region;

    /// <summary>Shanghai date.</summary>
    public DateOnly PublishedOn => National?.PublishedOn ?? Regional!.PublishedOn;

    /// <summary>Where it can be read.</summary>
    public string? Url => National?.Url ?? Regional?.Url;

    /// <summary>The issuing office's number.</summary>
    public string? Document => National?.Document ?? Regional?.Document;

    /// <summary>Its one text: equal papers have equal texts.</summary>
    public string Json { get; }

    internal HolidayTableFile.Paper? National { get; }

    internal HolidayTableFile.Layer? Regional { get; }

    /// <summary>Reads one paper or layer. Whether it goes together with others shows <see cref="HolidayTable.With"/>.</summary>
    /// <exception cref="FormatException">The text is none of this form; the message names the place.</exception>
    public static CalendarPaper Parse(string json)
    {
        var file = StrictJson.Read<PaperFile>(json, What);
        if (file.Schema != HolidayTableFile.CurrentSchema)
        {
            throw new CalendarFormatException($"{What}: schema '{file.Schema}' is not '{HolidayTableFile.CurrentSchema}'.");
        }

        if (file.Paper is null == file.Layer is null)
        {
            throw new CalendarFormatException($"{What}: give exactly one of 'paper' and 'layer'.");
        }

        if (file.Paper is { } paper && (paper.Id.Length > 12 || !paper.Id.All(c => char.IsAsciiDigit(c) || c == '-')))
        {
            throw new CalendarFormatException($"{What}: the id '{paper.Id[..Math.Min(12, paper.Id.Length)]}' is not a year and a number, such as 2021-1.");
        }

        return new CalendarPaper(file.Paper, file.Layer);
    }

    private sealed record PaperFile(string Schema, HolidayTableFile.Paper? Paper = null, HolidayTableFile.Layer? Layer = null);
}

/// <summary>A paper or layer that was imported.</summary>
/// <param name="KnownFrom">Decisions from this instant on use it: 00:00 of its publication, or its import where that came later.</param>
/// <param name="Reason">Why, in the words of who imported it.</param>
public sealed record ImportedPaper(CalendarPaper Paper, DateTimeOffset KnownFrom, string Reason);

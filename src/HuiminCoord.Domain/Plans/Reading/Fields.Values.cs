using System.Globalization;
using System.Text.Json;
using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Plans.Reading;

/// <content>Single values: texts, ids, numbers, days, times and words from a fixed choice.</content>
internal sealed partial class Fields
{
    private const int FirstYear = 2000;
    private const int LastYear = 2099;

    /// <summary>A required text; empty after a mistake.</summary>
    public string Text(string name, int longest = PlanLimits.ShortText) =>
        Required(name) is { } node ? TextOf(node, $"'{name}'", longest) : "";

    /// <summary>A text that may be left out.</summary>
    public string TextIfAny(string name, int longest = PlanLimits.ShortText) => Has(name) ? Text(name, longest) : "";

    /// <summary>A required text that may be empty.</summary>
    public string TextOrEmpty(string name) =>
        Required(name) switch
        {
            PlacedText { Value.Length: 0 } or null => "",
            var node => TextOf(node, $"'{name}'", PlanLimits.ShortText),
        };

    /// <summary>A required id, also when it is misspelled: others may refer to it in the same spelling.</summary>
    public string Id(string name)
    {
        var text = Text(name);
        if (text.Length > 0 && !IdText.IsValid(text))
        {
            Problems.Add(At(name), PlanProblemCode.IdInvalid, $"{Problems.Quote(text)} is no id: use a-z, 0-9 and inner hyphens, a letter first, at most {IdText.MaxLength}");
        }

        return text;
    }

    /// <summary>A required whole number within a range.</summary>
    public int? Whole(string name, int least, int most) => Required(name) is { } node ? WholeOf(node, name, least, most) : null;

    /// <summary>A whole number that may be left out.</summary>
    public int? WholeIfAny(string name, int least, int most) => Has(name) ? Whole(name, least, most) : null;

    /// <summary>True or false; null when it is left out.</summary>
    public bool? FlagIfAny(string name)
    {
        if (Optional(name) is not { } node)
        {
            return null;
        }

        if (node is PlacedWord { Word: "true" or "false" } word)
        {
            return word.Word == "true";
        }

        WrongType(node, $"'{name}' must be true or false");
        return null;
    }

    /// <summary>A required day such as 2020-09-28.</summary>
    public DateOnly? Day(string name) => Date(name, Required(name), "yyyy-MM-dd", "a day of this century such as 2020-09-28");

    /// <summary>A day that may be left out.</summary>
    public DateOnly? DayIfAny(string name) => Has(name) ? Day(name) : null;

    /// <summary>A required month such as 2020-09, as its first day.</summary>
    public DateOnly? Month(string name) => Date(name, Required(name), "yyyy-MM", "a month of this century such as 2020-09");

    /// <summary>A required time of day such as 09:00.</summary>
    public TimeOnly? Time(string name)
    {
        var text = Text(name);
        if (text.Length == 0)
        {
            return null;
        }

        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        Problems.Add(At(name), PlanProblemCode.TimeInvalid, $"'{name}' must be a time of day such as 09:00, not {Problems.Quote(text)}");
        return null;
    }

    /// <summary>A required word that stands for a member of <typeparamref name="T"/>, in camel case.</summary>
    public T? Choice<T>(string name)
        where T : struct, Enum
        => Required(name) is { } node ? ChoiceOf<T>(node, $"'{name}'") : null;

    /// <summary>A choice of which the rules honour only one so far: a plan must not promise what nobody does.</summary>
    public T? Choice<T>(string name, T honoured, string followers = "reminders and lateness do")
        where T : struct, Enum
    {
        var choice = Choice<T>(name);
        if (choice is { } other && !other.Equals(honoured))
        {
            Problems.Add(Required(name)!.At, PlanProblemCode.NotHonoured, $"'{name}' can only be {WordOf(honoured)} so far: {followers} not follow {WordOf(other)} yet");
        }

        return choice;
    }

    /// <summary>The word for a member in a plan: its name in camel case.</summary>
    public static string WordOf<T>(T member)
        where T : struct, Enum
        => JsonNamingPolicy.CamelCase.ConvertName(member.ToString());

    private T? ChoiceOf<T>(PlacedNode node, string what)
        where T : struct, Enum
    {
        var text = TextOf(node, what, PlanLimits.ShortText);
        foreach (var member in Enum.GetValues<T>().Where(m => WordOf(m) == text))
        {
            return member;
        }

        if (text.Length > 0)
        {
            var words = string.Join(", ", Enum.GetValues<T>().Select(WordOf));
            Problems.Add(node.At, PlanProblemCode.ChoiceUnknown, $"{what} must be one of {words}, not {Problems.Quote(text)}");
        }

        return null;
    }

    private string TextOf(PlacedNode node, string what, int longest)
    {
        if (node is not PlacedText text)
        {
            WrongType(node, $"{what} must be a text");
            return "";
        }

        if (string.IsNullOrWhiteSpace(text.Value))
        {
            Problems.Add(node.At, PlanProblemCode.Empty, $"{what} must not be empty");
            return "";
        }

        if (text.Value.Length > longest)
        {
            Problems.Add(node.At, PlanProblemCode.TooLarge, $"{what} has {text.Value.Length} characters; at most {longest} are read");
            return "";
        }

        return text.Value;
    }

    private int? WholeOf(PlacedNode node, string name, int least, int most)
    {
        if (node is not PlacedNumber number || number.Raw.AsSpan().IndexOfAny(".eE") >= 0)
        {
            WrongType(node, $"'{name}' must be a whole number");
            return null;
        }

        if (int.TryParse(number.Raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && least <= value && value <= most)
        {
            return value;
        }

        Problems.Add(node.At, PlanProblemCode.OutOfRange, $"'{name}' must be from {least} to {most}, not {Problems.Quote(number.Raw)}");
        return null;
    }

    private DateOnly? Date(string name, PlacedNode? node, string format, string example)
    {
        var text = node is null ? "" : TextOf(node, $"'{name}'", PlanLimits.ShortText);
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= FirstYear and <= LastYear)
        {
            return date;
        }

        Problems.Add(node!.At, PlanProblemCode.DateInvalid, $"'{name}' must be {example}, not {Problems.Quote(text)}");
        return null;
    }
}

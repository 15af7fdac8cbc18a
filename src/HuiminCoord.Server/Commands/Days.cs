using System.CommandLine.Parsing;
using System.Globalization;

namespace HuiminCoord.Server.Commands;

/// <summary>Days on the command line: yyyy-MM-dd of this century, whatever the machine's culture.</summary>
internal static class Days
{
    internal static DateOnly? Parse(ArgumentResult result) =>
        TryParse(result.Tokens[0].Value, out var day) ? day : Refuse(result);

    internal static DateOnly ParseRequired(ArgumentResult result) => Parse(result) ?? default;

    internal static List<DateOnly> ParseMany(ArgumentResult result)
    {
        var days = new List<DateOnly>();
        foreach (var token in result.Tokens)
        {
            if (!TryParse(token.Value, out var day))
            {
                Refuse(result);
                return days;
            }

            days.Add(day);
        }

        return days;
    }

    private static bool TryParse(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= 2000 and < 2100;

    private static DateOnly? Refuse(ArgumentResult result)
    {
        result.AddError($"'{string.Join(' ', result.Tokens.Select(t => t.Value))}' is not a day of this century: write it as 2020-09-17.");
        return null;
    }
}

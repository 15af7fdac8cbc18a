using HuiminCoord.Domain.Searching;

namespace HuiminCoord.Server.Searching;

/// <summary>The line of a longer text in which something was found; its first one where it was not found in the text.</summary>
internal static class LineAround
{
    private const int Longest = 60;

    /// <summary>What stands before the place at most, where a line is cut.</summary>
    private const int Before = 15;

    internal static string Of(string body, SearchText text)
    {
        var place = Math.Max(0, text.PlaceIn(body));
        var start = place == 0 ? 0 : body.LastIndexOf('\n', place - 1) + 1;
        var end = body.IndexOf('\n', place) is var next and >= 0 ? next : body.Length;
        var (from, to) = (Math.Max(start, place - Before), Math.Min(end, Math.Max(start, place - Before) + Longest));
        (from, to) = (Whole(body, from), Whole(body, to));
        return $"{(from > start ? "…" : "")}{body[from..to].Trim()}{(to < end ? "…" : "")}";
    }

    /// <summary>No cut goes through a character.</summary>
    private static int Whole(string body, int place) => place > 0 && place < body.Length && char.IsLowSurrogate(body[place]) ? place - 1 : place;
}

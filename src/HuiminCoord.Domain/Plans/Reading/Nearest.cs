namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>Guesses what a misspelled word was meant to be.</summary>
internal sealed class Nearest
{
    private const int LongestWord = 60;

    // Guessing costs time for each pair of words. A text with more mistakes than this is not a plan with typing errors.
    private int _left = 200;

    /// <summary>A half sentence that names the nearest known word, or nothing when none is near.</summary>
    public string Hint(string word, IEnumerable<string> known) =>
        Find(word, known) is { } nearest ? $"; the nearest known is '{nearest}'" : "";

    /// <summary>The nearest known word, or null when none has a letter in common.</summary>
    public string? Find(string word, IEnumerable<string> known)
    {
        if (_left == 0 || word.Length > LongestWord)
        {
            return null;
        }

        _left--;
        return known
            .Where(k => k.Length is > 0 and <= LongestWord)
            .Select(k => (Word: k, Distance: Distance(word, k)))
            .Where(k => k.Distance < Math.Max(word.Length, k.Word.Length))
            .DefaultIfEmpty()
            .MinBy(k => k.Distance)
            .Word;
    }

    /// <summary>Number of single letters to insert, delete or replace.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}

using System.Collections.Frozen;

namespace HuiminCoord.Domain.Searching;

/// <summary>Characters that count as one when something is looked for: ＡＢＣ as abc, （ as (, and the brackets of 〔2020〕57号 as [ ].</summary>
/// <remarks>Each character is folded into one other, so places in a folded text are places in the text.</remarks>
public static class Folding
{
    private const char FirstWide = '！', LastWide = '～', Space = ' ';

    /// <summary>By folded character: every other one that is folded into it.</summary>
    private static readonly FrozenDictionary<char, string> Groups = Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c)
        .Where(c => Of(c) != c).GroupBy(Of).ToFrozenDictionary(g => g.Key, g => new string([.. g]));

    /// <summary>A text with each character folded.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, (folded, whole) =>
        {
            for (var i = 0; i < folded.Length; i++)
            {
                folded[i] = Of(whole[i]);
            }
        });
    }

    /// <summary>A character folded.</summary>
    public static char Of(char c) => c switch
    {
        '　' or '\u00a0' => Space,
        '〔' or '【' => '[',
        '〕' or '】' => ']',
        >= FirstWide and <= LastWide => char.ToLowerInvariant((char)(c - FirstWide + '!')),
        _ => char.ToLowerInvariant(c),
    };

    /// <summary>A folded character, and all others that are folded into it.</summary>
    public static string Alike(char folded) => folded + Groups.GetValueOrDefault(folded, "");
}

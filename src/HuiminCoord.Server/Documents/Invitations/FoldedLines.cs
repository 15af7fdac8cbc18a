using System.Text;

namespace HuiminCoord.Server.Documents.Invitations;

/// <summary>Lines of a calendar's file. A long one goes on in the next, which then begins with a space (RFC 5545, 3.1).</summary>
internal sealed class FoldedLines
{
    /// <summary>Bytes of a line, without its end.</summary>
    internal const int Longest = 75;

    private readonly StringBuilder _text = new();

    internal void Add(params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            Fold(line);
        }
    }

    internal byte[] ToBytes() => Encoding.UTF8.GetBytes(_text.ToString());

    /// <summary>Bytes count, but no character is cut: some readers look at each piece alone.</summary>
    private void Fold(string line)
    {
        var used = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (used + rune.Utf8SequenceLength > Longest)
            {
                _text.Append("\r\n ");
                used = 1;
            }

            _text.Append(rune.ToString());
            used += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }
}

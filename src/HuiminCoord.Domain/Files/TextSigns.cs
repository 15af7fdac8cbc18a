namespace HuiminCoord.Domain.Files;

/// <summary>Recognises plain text: nothing that only programs write, and no web page.</summary>
/// <remarks>Bytes beyond ASCII are left alone: spreadsheets here still write CSV in GB 18030. UTF-16 needs its byte order mark.</remarks>
public sealed class TextSigns
{
    private readonly bool _wide, _bigEndian;
    private int _half = -1;
    private bool _begun, _broken;

    /// <param name="start">The first bytes of the file; they are given to <see cref="Take"/> all the same.</param>
    public TextSigns(ReadOnlySpan<byte> start)
    {
        _bigEndian = start is [0xFE, 0xFF, ..];
        _wide = _bigEndian || start is [0xFF, 0xFE, ..];
    }

    /// <summary>What it is, by the bytes seen so far.</summary>
    public FileKind Kind => _broken ? FileKind.Unknown : FileKind.Text;

    /// <summary>Looks at the next bytes.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        foreach (var next in bytes)
        {
            if (!_wide)
            {
                Look(next, next is 0xEF or 0xBB or 0xBF);
            }
            else if (_half < 0)
            {
                _half = next;
            }
            else
            {
                var unit = _bigEndian ? (_half << 8) | next : (next << 8) | _half;
                _half = -1;
                Look(unit, unit == 0xFEFF);
            }
        }
    }

    /// <param name="mark">Belongs to a byte order mark when it stands at the start.</param>
    private void Look(int unit, bool mark)
    {
        var blank = unit is ' ' or '\t' or '\n' or '\r' or '\f';
        _broken |= unit < ' ' && !blank;
        if (!_begun && !blank && !mark)
        {
            _begun = true;
            _broken |= unit == '<';
        }
    }
}

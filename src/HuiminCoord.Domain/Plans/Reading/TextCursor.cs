namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>Turns byte offsets into line and column while it moves forward once over the text.</summary>
/// <remarks>One pass for all values: counting anew for each would take quadratic time on a plan written in one line.</remarks>
internal ref struct TextCursor(ReadOnlySpan<byte> utf8)
{
    private readonly ReadOnlySpan<byte> _utf8 = utf8;
    private int _offset;
    private int _line = 1;
    private int _column = 1;

    /// <summary>Where the cursor stands.</summary>
    public readonly PlanPosition Here => new(_line, _column);

    /// <summary>Moves forward; an offset behind the cursor leaves it where it is.</summary>
    public PlanPosition MoveTo(long offset)
    {
        for (; _offset < offset && _offset < _utf8.Length; _offset++)
        {
            Step(_utf8[_offset]);
        }

        return Here;
    }

    private void Step(byte unit)
    {
        if (unit == '\n')
        {
            _line++;
            _column = 1;
            return;
        }

        var continues = (unit & 0xC0) == 0x80;
        var needsSurrogates = unit >= 0xF0;
        _column += continues ? 0 : needsSurrogates ? 2 : 1;
    }
}

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>
/// Looks through XML for what a reader of XML would have to hold at once: a tag with all its attributes. Texts it takes in pieces, and
/// comments it skips. A declaration of a document type is found too: there the entities are.
/// </summary>
internal sealed class TagScan
{
    private State _state;
    private int _length;
    private int _seen;

    private enum State
    {
        Text,
        Opening,
        Tag,
        Double,
        Single,
        Special,
        Comment,
        Data,
        Instruction,
    }

    /// <summary>True as soon as a tag was longer than <see cref="WorkbookLimits.Tag"/>.</summary>
    internal bool IsTooLong => _length > WorkbookLimits.Tag;

    /// <summary>True as soon as a document type was declared.</summary>
    internal bool HasType { get; private set; }

    internal void Take(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length && !IsTooLong && !HasType; i++)
        {
            if (_state == State.Text)
            {
                var next = bytes[i..].IndexOf((byte)'<');
                if (next < 0)
                {
                    return;
                }

                (i, _state, _length) = (i + next, State.Opening, 0);
            }
            else
            {
                Step(bytes[i]);
            }
        }
    }

    private void Step(byte c)
    {
        _length = _state is State.Comment or State.Data or State.Instruction ? 0 : _length + 1;
        switch (_state)
        {
            case State.Opening:
                (_state, _seen) = (c switch { (byte)'!' => State.Special, (byte)'?' => State.Instruction, (byte)'>' => State.Text, _ => State.Tag }, 0);
                break;
            case State.Special:
                _state = c == '-' ? State.Comment : c == '[' ? State.Data : State.Special;
                HasType = _state == State.Special;
                break;
            case State.Tag:
                _state = c switch { (byte)'>' => State.Text, (byte)'"' => State.Double, (byte)'\'' => State.Single, _ => State.Tag };
                break;
            case State.Double or State.Single:
                _state = c == (_state == State.Double ? '"' : '\'') ? State.Tag : _state;
                break;
            default:
                Skip(c, _state switch { State.Comment => (byte)'-', State.Data => (byte)']', _ => (byte)'?' }, _state == State.Instruction ? 1 : 2);
                break;
        }
    }

    /// <summary>Until <c>--&gt;</c>, <c>]]&gt;</c>, <c>?&gt;</c>.</summary>
    private void Skip(byte c, byte mark, int times)
    {
        if (c == '>' && _seen >= times)
        {
            _state = State.Text;
        }

        _seen = c == mark ? _seen + 1 : 0;
    }
}

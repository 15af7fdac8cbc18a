namespace HuiminCoord.Server.Console.Circuits;

/// <summary>What was written before, step by step, so that every change on a page of many fields can be undone.</summary>
internal sealed class History
{
    /// <summary>Steps that can be taken back.</summary>
    internal const int Most = 30;

    private readonly List<string> _texts = [];

    /// <summary>False where everything began.</summary>
    internal bool CanGoBack => _texts.Count > 1;

    /// <summary>Begins with what is there.</summary>
    internal void Begin(string text)
    {
        _texts.Clear();
        _texts.Add(text);
    }

    /// <summary>Notes what is there now; nothing new is no step.</summary>
    internal void Add(string text)
    {
        if (_texts[^1] != text)
        {
            _texts.Add(text);
        }

        if (_texts.Count > Most + 1)
        {
            _texts.RemoveAt(0);
        }
    }

    /// <summary>The text before the last step; where everything began, that.</summary>
    internal string Back()
    {
        if (CanGoBack)
        {
            _texts.RemoveAt(_texts.Count - 1);
        }

        return _texts[^1];
    }
}

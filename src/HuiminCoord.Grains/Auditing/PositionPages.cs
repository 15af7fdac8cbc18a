namespace HuiminCoord.Grains.Auditing;

/// <summary>Things by position, fetched page by page and looked at one by one.</summary>
/// <param name="fetch">The next page from a position on.</param>
/// <param name="pageSize">A shorter page is the last one.</param>
/// <param name="positionOf">A thing's position.</param>
/// <param name="progress">Told after each page how many were fetched.</param>
internal sealed class PositionPages<T>(Func<long, Task<IReadOnlyList<T>>> fetch, int pageSize, Func<T, long> positionOf, Action<long>? progress = null)
    where T : class
{
    private IReadOnlyList<T> _page = [];
    private int _at;
    private long _fetched;
    private long _from = long.MinValue;
    private bool _over;

    /// <summary>The next one; null when there is none.</summary>
    public ValueTask<T?> Peek() => _at < _page.Count || _over ? ValueTask.FromResult(Current) : Fetch();

    /// <summary>The next one if it stands at this position, and goes on behind it. <see cref="Peek"/> comes first.</summary>
    public T? TakeAt(long position)
    {
        if (Current is not { } current || positionOf(current) != position)
        {
            return null;
        }

        _at++;
        return current;
    }

    private T? Current => _at < _page.Count ? _page[_at] : null;

    private async ValueTask<T?> Fetch()
    {
        (_page, _at) = (await fetch(_from).ConfigureAwait(false), 0);
        _fetched += _page.Count;
        progress?.Invoke(_fetched);
        var last = _page.Count == 0 ? long.MaxValue : positionOf(_page[^1]);
        _over = _page.Count < pageSize || last == long.MaxValue;
        _from = _over ? last : last + 1;
        return Current;
    }
}

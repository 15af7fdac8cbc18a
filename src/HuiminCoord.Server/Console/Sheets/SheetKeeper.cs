using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Circuits;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Reporting;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>Saves what is typed into a sheet, field by field, a moment after the last key, and at once when its page is closed.</summary>
/// <remarks>
/// All who fill in a unit's report share the sheet: what colleagues typed is read after each saving. What somebody typed into the same
/// field is kept beside one's own until the writer has chosen. Used on its page's own thread alone.
/// </remarks>
internal sealed class SheetKeeper : IAsyncDisposable
{
    private static readonly TimeSpan After = TimeSpan.FromSeconds(1);

    private readonly CellBook _cells;
    private readonly Visitor _visitor;
    private readonly Desk _desk;
    private readonly SheetPlace _place;
    private readonly Func<Func<Task>, Task> _onPage;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ITimer _timer;
    private readonly Dictionary<string, FieldMark> _marks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Text, long Seen)> _mine = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FieldMark> _conflicts = new(StringComparer.Ordinal);

    /// <param name="cells">Where fields are kept.</param>
    /// <param name="visitor">Who types.</param>
    /// <param name="desk">Says whether they may.</param>
    /// <param name="place">Which sheet.</param>
    /// <param name="time">Real time.</param>
    /// <param name="onPage">Does something on the page's own thread.</param>
    internal SheetKeeper(CellBook cells, Visitor visitor, Desk desk, SheetPlace place, TimeProvider time, Func<Func<Task>, Task> onPage)
    {
        (_cells, _visitor, _desk, _place, _onPage) = (cells, visitor, desk, place, onPage);
        _timer = time.CreateTimer(_ => _ = _onPage(Save), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Something is other than it was.</summary>
    internal event Action? Changed;

    /// <summary>The sheet's last revision that was seen.</summary>
    internal long Head { get; private set; }

    /// <summary>When something was saved last, campaign time; null while nothing was.</summary>
    internal DateTimeOffset? SavedAt { get; private set; }

    /// <summary>Why it is not saved; null while it is.</summary>
    internal Refusal? Refused { get; private set; }

    /// <summary>True while something waits to be saved.</summary>
    internal bool IsWaiting => _mine.Keys.Any(f => !_conflicts.ContainsKey(f));

    /// <summary>What others typed into fields that were typed into here, too.</summary>
    internal IReadOnlyDictionary<string, FieldMark> Conflicts => _conflicts;

    /// <summary>Who typed what, as far as it is saved.</summary>
    internal IReadOnlyCollection<FieldMark> Marks => _marks.Values;

    /// <summary>The texts by field.</summary>
    internal IReadOnlyDictionary<string, string> Typed => _marks.Keys.Union(_mine.Keys).ToDictionary(f => f, TextOf, StringComparer.Ordinal);

    /// <summary>What stands in a field.</summary>
    internal string TextOf(string field) => _mine.TryGetValue(field, out var mine) ? mine.Text : _marks.GetValueOrDefault(field)?.Typed ?? "";

    /// <summary>True for a field that was typed into since a revision, or that waits to be saved.</summary>
    internal bool IsSince(string field, long? revision) => _mine.ContainsKey(field) || (_marks.GetValueOrDefault(field) is { } mark && (revision is null || mark.Revision > revision));

    /// <summary>The sheet was read: what is typed here and not yet saved stays.</summary>
    internal void Merge(OpenSheet sheet)
    {
        Head = Math.Max(Head, sheet.Head);
        foreach (var mark in sheet.Fields.Where(m => m.Revision >= (_marks.GetValueOrDefault(m.Field)?.Revision ?? 0)))
        {
            _marks[mark.Field] = mark;
        }

        SavedAt = _marks.Values.Max(m => m.At);
    }

    /// <summary>Fields were typed into, or filled at once.</summary>
    internal void Type(IEnumerable<KeyValuePair<string, string>> fields)
    {
        foreach (var (field, text) in fields.Where(f => TextOf(f.Key) != f.Value))
        {
            _mine[field] = (text, _mine.TryGetValue(field, out var mine) ? mine.Seen : _marks.GetValueOrDefault(field)?.Revision ?? 0);
        }

        _timer.Change(After, Timeout.InfiniteTimeSpan);
        Changed?.Invoke();
    }

    /// <summary>Saves now what waits.</summary>
    internal async Task Save()
    {
        await _turn.WaitAsync();
        try
        {
            await SaveWaiting(_visitor.Gone);
        }
        finally
        {
            _turn.Release();
        }

        Changed?.Invoke();
    }

    /// <summary>One's own text stands from now on; the other was seen.</summary>
    internal Task Insist(string field)
    {
        if (_conflicts.Remove(field, out var theirs) && _mine.TryGetValue(field, out var mine))
        {
            _mine[field] = mine with { Seen = theirs.Revision };
        }

        return Save();
    }

    /// <summary>The other text stands.</summary>
    internal void Yield(string field)
    {
        _conflicts.Remove(field);
        _mine.Remove(field);
        Changed?.Invoke();
    }

    /// <summary>Nothing that was typed is lost with the page.</summary>
    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        await _turn.WaitAsync();
        await SaveWaiting(CancellationToken.None);
        _turn.Dispose();
    }

    private async Task SaveWaiting(CancellationToken cancellation)
    {
        var waiting = _mine.Where(f => !_conflicts.ContainsKey(f.Key)).ToDictionary();
        if (waiting.Count == 0)
        {
            return;
        }

        try
        {
            _desk.RequireUnit("saveReportFields", _place.Unit.Id.Value);
            var saved = await _cells.Save(_place, _visitor.Asker, [.. waiting.Select(f => new FieldChange(f.Key, f.Value.Text, f.Value.Seen))], cancellation);
            Keep(waiting, saved);
            Merge(await _cells.Read(_place, _visitor.Asker, cancellation));
            Refused = null;
        }
        catch (RefusedException refused)
        {
            Refused = refused.Refusal;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The page is closed: it is saved once more without it.
        }
    }

    private void Keep(Dictionary<string, (string Text, long Seen)> sent, FieldsSaved saved)
    {
        foreach (var mark in saved.Saved)
        {
            _marks[mark.Field] = mark;
            if (_mine.TryGetValue(mark.Field, out var mine) && mine.Text == sent[mark.Field].Text)
            {
                _mine.Remove(mark.Field);
            }
            else if (_mine.ContainsKey(mark.Field))
            {
                _mine[mark.Field] = mine with { Seen = mark.Revision };
            }
        }

        foreach (var theirs in saved.Conflicts)
        {
            (_conflicts[theirs.Field], _marks[theirs.Field]) = (theirs, theirs);
        }
    }
}

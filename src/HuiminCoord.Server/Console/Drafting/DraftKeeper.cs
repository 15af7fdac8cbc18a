using System.Text.Json;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Drafts;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Drafts;

namespace HuiminCoord.Server.Console.Drafting;

/// <summary>Saves what stands in a form a second after the last change, and at once when its page is closed or its connection breaks.</summary>
/// <remarks>
/// What a colleague has written meanwhile is never overwritten: saving stops, and the page shows both. So it does where the writer's own other
/// window had saved something that this one had not seen.
/// </remarks>
internal sealed class DraftKeeper<T>(DraftBook book, Visitor visitor, TimeProvider time, DraftOwner owner, DraftForm form, Action shown) : IAsyncDisposable
    where T : class
{
    private static readonly TimeSpan After = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private ITimer? _timer;
    private T? _unsaved;
    private long _seen;

    /// <summary>When it was saved last, campaign time; null while nothing is stored.</summary>
    internal DateTimeOffset? SavedAt { get; private set; }

    /// <summary>What a colleague, or the writer in another window, has written since; null while nobody has.</summary>
    internal T? Theirs { get; private set; }

    /// <summary>Why it is not saved; null while it is.</summary>
    internal Refusal? Refused { get; private set; }

    /// <summary>True while something waits to be saved.</summary>
    internal bool IsWaiting => _unsaved is not null;

    /// <summary>What is stored; null when nothing is.</summary>
    internal async Task<T?> Open()
    {
        var draft = await book.Find(visitor.Asker, owner, form, visitor.Gone);
        Note(draft);
        return draft is null ? null : Read(draft);
    }

    /// <summary>Reads what a colleague may have saved meanwhile. Where something of one's own waits, or is typed while it reads, nothing is taken: saving finds it, and shows both.</summary>
    /// <param name="take">Takes it into the form, in the same breath in which it counts as seen.</param>
    internal async Task Renew(Action<T> take)
    {
        await _turn.WaitAsync();
        try
        {
            if (!IsWaiting && Theirs is null && await book.Find(visitor.Asker, owner, form, visitor.Gone) is { } draft && draft.Head.Version > _seen && !IsWaiting)
            {
                Note(draft);
                take(Read(draft));
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Something was typed.</summary>
    internal void Changed(T value)
    {
        _unsaved = value;
        _timer ??= time.CreateTimer(_ => _ = Save(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(After, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Saves now what waits.</summary>
    internal async Task Save()
    {
        await _turn.WaitAsync();
        try
        {
            if (_unsaved is { } value && Theirs is null)
            {
                await Keep(value);
            }
        }
        finally
        {
            _turn.Release();
        }

        shown();
    }

    /// <summary>One's own text stands from now on; the colleague's was seen.</summary>
    internal Task Insist(T mine)
    {
        Theirs = null;
        _unsaved = mine;
        return Save();
    }

    /// <summary>The other text stands from now on.</summary>
    internal async Task<T> Yield()
    {
        var theirs = Theirs!;
        (Theirs, Refused, _unsaved) = (null, null, theirs);
        await Save();
        return theirs;
    }

    /// <summary>The form was sent, or is no longer wanted.</summary>
    internal async Task Discard()
    {
        _unsaved = null;
        await book.Discard(visitor.Asker, owner, form, _seen, visitor.Gone);
        (_seen, SavedAt) = (0, null);
    }

    /// <summary>Nothing that was typed is lost with the page.</summary>
    public async ValueTask DisposeAsync()
    {
        _timer?.Dispose();
        await _turn.WaitAsync();
        if (_unsaved is { } value && Theirs is null)
        {
            await book.Save(visitor.Asker, owner, form, JsonSerializer.Serialize(value, ApiJson.Options), _seen);
        }

        _turn.Dispose();
    }

    private async Task Keep(T value)
    {
        var answer = await book.Save(visitor.Asker, owner, form, JsonSerializer.Serialize(value, ApiJson.Options), _seen, visitor.Gone);
        Refused = answer.Refusal;
        if (answer.Refusal is null)
        {
            _unsaved = ReferenceEquals(_unsaved, value) ? null : _unsaved;
            Theirs = answer.Replaced is { } replaced ? Read(replaced) : null;
        }
        else if (answer.Stands is { } stands)
        {
            Theirs = Read(stands);
        }

        Note(answer.Stands);
    }

    private void Note(Draft? draft) => (_seen, SavedAt) = (draft?.Head.Version ?? 0, draft?.Head.CampaignAt);

    private static T Read(Draft draft) => JsonSerializer.Deserialize<T>(draft.Body, ApiJson.Options)!;
}

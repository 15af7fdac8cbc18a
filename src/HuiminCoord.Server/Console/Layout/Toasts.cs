namespace HuiminCoord.Server.Console.Layout;

/// <summary>Says what one's own act has done, for eight seconds, with the way to undo it. What others do goes to the inbox.</summary>
/// <remarks>Drawn by <see cref="ToastBar"/>: MudBlazor's own brings a style element along with each, which our policy for live pages blocks.</remarks>
internal sealed class Toasts(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(8);

    private readonly Lock _changing = new();
    private readonly Dictionary<Toast, ITimer> _timers = [];
    private IReadOnlyList<Toast> _all = [];

    /// <summary>Something is to be said, or no more; on any thread.</summary>
    internal event Action? Changed;

    /// <summary>What is said now, the oldest first.</summary>
    internal IReadOnlyList<Toast> All
    {
        get
        {
            lock (_changing)
            {
                return _all;
            }
        }
    }

    /// <summary>Says it.</summary>
    /// <param name="text">What was done, in the reader's language.</param>
    /// <param name="undo">Takes it back; null where that cannot be.</param>
    internal void Did(string text, Func<Task>? undo = null)
    {
        var toast = new Toast(text, undo);
        lock (_changing)
        {
            _all = [.. _all, toast];
            _timers[toast] = time.CreateTimer(_ => Close(toast), null, Shown, Timeout.InfiniteTimeSpan);
        }

        Changed?.Invoke();
    }

    /// <summary>It was read, or its time is over.</summary>
    internal void Close(Toast toast)
    {
        lock (_changing)
        {
            _all = [.. _all.Where(t => t != toast)];
            if (_timers.Remove(toast, out var timer))
            {
                timer.Dispose();
            }
        }

        Changed?.Invoke();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_changing)
        {
            foreach (var timer in _timers.Values)
            {
                timer.Dispose();
            }

            _timers.Clear();
        }
    }
}

/// <summary>One thing that was done. Two that say the same are two.</summary>
/// <param name="text">What was done.</param>
/// <param name="undo">Takes it back; null where that cannot be.</param>
internal sealed class Toast(string text, Func<Task>? undo)
{
    internal string Text { get; } = text;

    internal Func<Task>? Undo { get; } = undo;
}

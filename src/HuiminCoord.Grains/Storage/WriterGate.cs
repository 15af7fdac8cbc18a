namespace HuiminCoord.Grains.Storage;

/// <summary>Lets one writer at a time at a SQLite file; on PostgreSQL it is always open.</summary>
/// <remarks>
/// SQLite has one writer. Without a queue of our own, writers find the file locked, sleep and try again: 130 writes a second
/// instead of about 1,500. Readers do not pass here. Never await a grain inside: the grain may be waiting for this gate.
/// </remarks>
public sealed class WriterGate : IDisposable
{
    private readonly SemaphoreSlim? _turn;

    internal WriterGate(DatabaseProvider provider) => _turn = provider == DatabaseProvider.Sqlite ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Waits for the caller's turn; disposing the answer ends it.</summary>
    public async ValueTask<Turn> Enter(CancellationToken cancellation = default)
    {
        if (_turn is not null)
        {
            await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        }

        return new Turn(_turn);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn?.Dispose();

    /// <summary>The right to write until it is disposed.</summary>
    public readonly struct Turn : IDisposable, IEquatable<Turn>
    {
        private readonly SemaphoreSlim? _turn;

        internal Turn(SemaphoreSlim? turn) => _turn = turn;

        /// <inheritdoc/>
        public void Dispose() => _turn?.Release();

        /// <inheritdoc/>
        public bool Equals(Turn other) => ReferenceEquals(_turn, other._turn);

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is Turn other && Equals(other);

        /// <inheritdoc/>
        public override int GetHashCode() => _turn?.GetHashCode() ?? 0;

        public static bool operator ==(Turn left, Turn right) => left.Equals(right);

        public static bool operator !=(Turn left, Turn right) => !left.Equals(right);
    }
}

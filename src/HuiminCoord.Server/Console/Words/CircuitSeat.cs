using HuiminCoord.Server.Access;
using HuiminCoord.Server.Accounts;

namespace HuiminCoord.Server.Console.Words;

/// <summary>Who sits before a live page. One for each page's connection; during a request it stays empty.</summary>
internal sealed class CircuitSeat : IDisposable
{
    private readonly CancellationTokenSource _gone = new();

    /// <summary>What the connection brought along; null while no live page has taken this seat.</summary>
    internal CircuitPass? Pass { get; private set; }

    /// <summary>Who was found to sit here last.</summary>
    internal Asker? Asker { get; private set; }

    /// <summary>Ends with the page.</summary>
    internal CancellationToken Gone => _gone.Token;

    /// <summary>A live page takes the seat.</summary>
    internal void Take(CircuitPass pass, Asker asker) => (Pass, Asker) = (pass, asker);

    /// <summary>The same person, as found again: what they stand for may have changed.</summary>
    internal void Know(Asker asker) => Asker = asker;

    /// <summary>The page is closed.</summary>
    internal void Leave() => _gone.Cancel();

    public void Dispose() => _gone.Dispose();
}

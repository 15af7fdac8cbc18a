using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Commands;

/// <summary>Nobody is there yet, or the server has no campaign yet: trying again may help.</summary>
internal sealed class WatchMustWaitException(string message) : Exception(message);

/// <summary>Signs in at a server and says which inbox is the seat's.</summary>
internal sealed class WatchedServer(WatchRequest request) : IDisposable
{
    private readonly SignedInServer _server = new(request.Url, request.Credentials, request.Seat, request.Campaign);

    /// <summary>The bearer token for the push channel.</summary>
    internal string? Token => _server.Token;

    /// <summary>The campaign and recipient to follow.</summary>
    /// <exception cref="CommandRefusedException">The seat has no inbox, or the sign-in is refused: trying again cannot help.</exception>
    internal async Task<(string Campaign, string Recipient)> Inbox(CancellationToken stop)
    {
        var session = await _server.Get<SessionAnswer>("/api/v1/session", stop);
        return session.Inboxes.Count > 0 && session.Seat.Campaign is { } campaign
            ? (campaign, session.Inboxes[0])
            : throw new CommandRefusedException($"The seat {session.Seat.Seat} has no inbox. Choose another with --unit and --seat.");
    }

    public void Dispose() => _server.Dispose();

    private sealed record SessionAnswer(SeatAnswer Seat, IReadOnlyList<string> Inboxes);

    private sealed record SeatAnswer(string Seat, string? Campaign);
}

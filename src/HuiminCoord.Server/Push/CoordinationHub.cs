using HuiminCoord.Server.Api.Doors;
using Microsoft.AspNetCore.SignalR;

namespace HuiminCoord.Server.Push;

/// <summary>The push channel, <c>/hubs/coordination</c>. It only passes calls to the <see cref="InboxGateway"/>.</summary>
public sealed class CoordinationHub(InboxGateway gateway) : Hub<ICoordinationClient>
{
    /// <summary>Follows one inbox from <paramref name="lastSeq"/> on; a connection may follow several.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="recipient">A seat (<c>jiaoyu/liaison</c>) or <c>office</c>, <c>convenor</c>, <c>group</c>.</param>
    /// <param name="lastSeq">The last sequence shown; 0 asks for everything.</param>
    /// <remarks>Only one's own inbox, and that of a seat for which one stands in.</remarks>
    /// <exception cref="HubException">A refusal, as <c>code: sentence</c>; nothing changed.</exception>
    public Task<InboxPosition> Resume(string campaign, string recipient, long lastSeq) =>
        gateway.Resume(Context.ConnectionId, campaign, recipient, lastSeq);

    /// <inheritdoc/>
    public override Task OnConnectedAsync()
    {
        var passage = Passages.Of(Context.GetHttpContext() ?? throw new InvalidOperationException("The push channel is reached over HTTP."));
        gateway.Connect(Context.ConnectionId, passage.Asker, Context.Abort);
        return base.OnConnectedAsync();
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        gateway.Drop(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}

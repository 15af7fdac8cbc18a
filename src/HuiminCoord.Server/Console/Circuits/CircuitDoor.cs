using HuiminCoord.Server.Access;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace HuiminCoord.Server.Console.Circuits;

/// <summary>Stands behind every live page: seats its visitor, and lets nothing in from a session that has ended.</summary>
/// <remarks>
/// A live page is one long connection. The gate has looked at it once; here whoever sits before it is looked up again for what
/// they do, at most once a second, and <see cref="LiveFeed"/> ends pages whose session ended while nobody touched them.
/// </remarks>
internal sealed class CircuitDoor(
    CircuitSeat seat, SessionBook sessions, LiveFeed feed, NavigationManager navigation, AuthenticationStateProvider connection, TimeProvider time) : CircuitHandler
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private IDisposable? _watching;
    private long _lookedAt;

    /// <inheritdoc/>
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var person = (await connection.GetAuthenticationStateAsync()).User;
        var pass = CircuitPass.Of(person) ?? throw new InvalidOperationException("A live page was connected without the gate.");
        var asker = await sessions.ById(pass.Session, cancellationToken);
        if (asker is null)
        {
            End();
            return;
        }

        seat.Take(pass, asker);
        _lookedAt = time.GetTimestamp();
        _watching = feed.Begin(pass.Session, End);
    }

    /// <inheritdoc/>
    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _watching?.Dispose();
        seat.Leave();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async activity =>
    {
        if (await IsStillSeated())
        {
            await next(activity);
        }
        else
        {
            End();
        }
    };

    private async Task<bool> IsStillSeated()
    {
        if (seat.Pass is not { } pass)
        {
            return false;
        }

        if (time.GetElapsedTime(_lookedAt) < LookEvery)
        {
            return true;
        }

        _lookedAt = time.GetTimestamp();
        if (await sessions.Use(pass.Session, seat.Gone) is not { } asker)
        {
            return false;
        }

        seat.Know(asker);
        return true;
    }

    /// <summary>A full load: the gate then leads to where one signs in.</summary>
    private void End()
    {
        seat.Leave();
        navigation.NavigateTo(navigation.Uri, forceLoad: true);
    }
}

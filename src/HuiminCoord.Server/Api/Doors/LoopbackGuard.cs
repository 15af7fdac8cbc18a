using HuiminCoord.Server.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace HuiminCoord.Server.Api.Doors;

/// <summary>Looks at the addresses before the web server binds them, and at the bound ones afterwards: code may add some.</summary>
internal sealed class LoopbackGuard(IConfiguration configuration, IServer server, IServiceProvider services) : IHostedLifecycleService
{
    private readonly bool _open = services.GetService<PublicAddress>() is not null;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        Require(LoopbackOnly.Configured(configuration).Concat(Addresses));
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        Require(Addresses);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Require(IEnumerable<string> addresses)
    {
        if (!_open)
        {
            LoopbackOnly.Require(addresses);
        }
    }

    private ICollection<string> Addresses => server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
}

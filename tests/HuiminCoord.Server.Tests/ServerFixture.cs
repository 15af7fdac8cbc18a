using HuiminCoord.Server.Tests;

[assembly: AssemblyFixture(typeof(ServerFixture))]

namespace HuiminCoord.Server.Tests;

/// <summary>
/// One server for all tests that do not move time: it stands on the morning of the notice, and each test has units of its own.
/// </summary>
public sealed class ServerFixture : IAsyncLifetime
{
    internal TestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await TestServer.Start();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

namespace HuiminCoord.Server.Tests.Console;

/// <summary>A server for the tests of one class that leave its clock alone; each of them acts on things of its own.</summary>
public sealed class StandingServer : IAsyncLifetime
{
    internal TestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await TestServer.Start();

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>A page as a seat sees it.</summary>
    internal async Task<Page> At(string seat, string path, string? language = null)
    {
        using var visitor = await PageVisitor.In(Server, seat, language);
        return await visitor.Get(path);
    }
}

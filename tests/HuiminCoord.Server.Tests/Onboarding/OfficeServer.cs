namespace HuiminCoord.Server.Tests.Onboarding;

/// <summary>A server on the morning of the notice, the office, and somebody without an account. Each test has units of its own.</summary>
public sealed class OfficeServer : IAsyncLifetime
{
    internal TestServer Server { get; private set; } = null!;

    internal Visitor Office { get; private set; } = null!;

    internal Visitor Stranger { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await TestServer.Start();
        (Office, Stranger) = (await Visitor.In(Server, "office-staff"), new Visitor(Server));
    }

    public async ValueTask DisposeAsync()
    {
        Office.Dispose();
        Stranger.Dispose();
        await Server.DisposeAsync();
    }
}

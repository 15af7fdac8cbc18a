using System.Diagnostics;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace HuiminCoord.Bench.Places;

/// <summary>Signs people in as the API does: password, attempts, session and audit row, without the web server around it.</summary>
internal sealed class SignInDesk(CoordinationDatabase database, string phrase, IReadOnlyList<string> logins) : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton(database).AddSingleton(CampaignClock.Live(TimeProvider.System)).AddSingleton(TimeProvider.System).AddLogging()
        .AddAccounts(AccountSettings.Rehearsal)
        .BuildServiceProvider();

    /// <summary>Whole sign-ins a second, one person per lane.</summary>
    internal async Task<double> PerSecond(int lanes, TimeSpan length)
    {
        var (count, watch) = (0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(lane => Task.Run(async () =>
        {
            while (watch.Elapsed < length)
            {
                await SignIn(logins[lane % logins.Count]);
                Interlocked.Increment(ref count);
            }
        })));
        return count / watch.Elapsed.TotalSeconds;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task SignIn(string login)
    {
        await using var scope = _services.CreateAsyncScope();
        var signed = await scope.ServiceProvider.GetRequiredService<SigningIn>().Open(new SignInWish(login, phrase, null), SessionKind.Api, "bench", CancellationToken.None);
        Expect.That(signed.Token.Length > 0, "A sign-in gave no token.");
    }
}

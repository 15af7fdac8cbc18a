using HuiminCoord.Server.Api.Doors;

namespace HuiminCoord.Server.Tests.Cluster;

public sealed class SiloChangeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_actor_that_moves_is_asked_again_until_it_answers()
    {
        var asked = 0;

        var answer = await SiloChange.Outlast(() => ++asked < 3 ? throw new SiloUnavailableException("moving") : Task.FromResult("here"), Cancellation);

        Assert.Equal(("here", 3), (answer, asked));
    }

    [Theory]
    [InlineData(typeof(TimeoutException))]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(OrleansException))]
    public async Task Any_other_failure_is_passed_on_at_once(Type failure)
    {
        var asked = 0;

        await Assert.ThrowsAsync(failure, () => SiloChange.Outlast<string>(
            () =>
            {
                asked++;
                throw (Exception)Activator.CreateInstance(failure)!;
            },
            Cancellation));

        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Nobody_waits_for_a_caller_who_has_gone()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SiloChange.Outlast<string>(() => throw new SiloUnavailableException("moving"), gone.Token));
    }
}

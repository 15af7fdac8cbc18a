using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Grains.Tests.Storage;

public sealed class ServingLeaseTests(PostgreSqlServer server) : SpineTest(server)
{
    [Fact]
    public async Task Silos_of_one_cluster_serve_together_and_nobody_else_beside_them()
    {
        var place = await NewPlace(DatabaseProvider.PostgreSql);
        await using var first = await ServingLease.Take(Open(DatabaseProvider.PostgreSql, place), "district", Cancellation);
        await using var second = await ServingLease.Take(Open(DatabaseProvider.PostgreSql, place), "district", Cancellation);

        var other = await Assert.ThrowsAsync<DatabaseInUseException>(() => ServingLease.Take(Open(DatabaseProvider.PostgreSql, place), "another", Cancellation));
        var alone = await Assert.ThrowsAsync<DatabaseInUseException>(() => ServingLease.Take(Open(DatabaseProvider.PostgreSql, place), null, Cancellation));

        Assert.Contains("same cluster id", other.Message, StringComparison.Ordinal);
        Assert.Contains("Live servers", alone.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_serves_alone_keeps_everybody_out_until_it_is_gone()
    {
        var place = await NewPlace(DatabaseProvider.PostgreSql);
        await using (await ServingLease.Take(Open(DatabaseProvider.PostgreSql, place), null, Cancellation))
        {
            var twin = await Assert.ThrowsAsync<DatabaseInUseException>(() => ServingLease.Take(Open(DatabaseProvider.PostgreSql, place), null, Cancellation));
            var live = await Assert.ThrowsAsync<DatabaseInUseException>(() => ServingLease.Take(Open(DatabaseProvider.PostgreSql, place), "district", Cancellation));
            Assert.Contains("A rehearsal runs", twin.Message, StringComparison.Ordinal);
            Assert.Contains("A rehearsal runs", live.Message, StringComparison.Ordinal);
        }

        await using var next = await ServingLease.Take(Open(DatabaseProvider.PostgreSql, place), "district", Cancellation);
        await using var elsewhere = await ServingLease.Take(Open(DatabaseProvider.PostgreSql, await NewPlace(DatabaseProvider.PostgreSql)), null, Cancellation);
    }
}

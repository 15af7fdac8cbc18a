using HuiminCoord.Grains.Storage;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Tests.Storage;

public sealed class StatementStopTests(PostgreSqlServer server) : SpineTest(server)
{
    private const string Endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT count(*) AS \"Value\" FROM n";

    [Theory, EachDatabase]
    public async Task A_statement_ends_when_its_time_is_up_and_its_connection_goes_on(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        await using var db = database.OpenToRead();
        using var up = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using (db.StopWith(up.Token))
        {
            up.CancelAfter(TimeSpan.FromMilliseconds(50));

            var stopped = await Assert.ThrowsAnyAsync<Exception>(() => db.Database.SqlQueryRaw<long>(Endless).ToListAsync(up.Token));

            Assert.True(StatementStop.IsStop(stopped), $"{stopped}");
        }

        Assert.Equal([1L], await db.Database.SqlQueryRaw<long>("SELECT count(*) AS \"Value\" FROM schema_version WHERE version = 1").ToListAsync(Cancellation));
    }

    [Fact]
    public void Other_failures_are_none() => Assert.False(StatementStop.IsStop(new InvalidOperationException()));
}

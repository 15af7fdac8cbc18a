using HuiminCoord.Grains.Storage;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Tests.Storage;

public sealed class SchemaTests(PostgreSqlServer server) : SpineTest(server)
{
    [Theory, EachDatabase]
    public async Task Creating_twice_changes_nothing(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var before = await Versions(database);

        await database.CreateOrUpgrade(Cancellation);

        Assert.Equal(before, await Versions(database));
        Assert.Equal(SchemaScripts.All(provider).Select(s => s.Name), before);
    }

    [Theory, EachDatabase]
    public async Task An_older_database_is_upgraded_and_keeps_its_rows(DatabaseProvider provider)
    {
        var database = Open(provider, await NewPlace(provider));
        var scripts = SchemaScripts.All(provider);
        await SchemaUpgrade.Run(database, [scripts[0]], Cancellation);
        await Execute(database, "INSERT INTO idempotency VALUES ('t', 'g', 'k', 'h', '{}', 1)");

        await database.CreateOrUpgrade(Cancellation);

        Assert.Equal(scripts.Count, (await Versions(database)).Count);
        Assert.Equal(1, await Count(database, "idempotency"));
        Assert.Equal(0, await Count(database, "inbox"));
    }

    [Theory, EachDatabase]
    public async Task Upgrading_from_many_places_at_once_creates_everything_once(DatabaseProvider provider)
    {
        var place = await NewPlace(provider);
        // A data directory belongs to one server, so there the race is within it.
        var first = Open(provider, place);
        var doors = Enumerable.Range(0, 6).Select(_ => provider == DatabaseProvider.Sqlite ? first : Open(provider, place)).ToList();

        await Task.WhenAll(doors.Select(database => Task.Run(() => database.CreateOrUpgrade(Cancellation))));

        Assert.Equal(SchemaScripts.All(provider).Count, (await Versions(first)).Count);
    }

    [Theory, EachDatabase]
    public async Task A_half_done_script_leaves_nothing_behind(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var broken = new SchemaScript(99, "0099-broken.sql", "CREATE TABLE half (a integer); CREATE TABLE half (a integer);");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => SchemaUpgrade.Run(database, [broken], Cancellation));

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Count(database, "half"));
        await database.CreateOrUpgrade(Cancellation);
    }

    [Theory, EachDatabase]
    public async Task A_database_of_a_newer_program_is_refused(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        await Execute(database, "INSERT INTO schema_version (version, name) VALUES (4711, 'from the future')");

        var refused = await Assert.ThrowsAsync<SchemaTooNewException>(() => database.CreateOrUpgrade(Cancellation));

        Assert.Contains("4711", refused.Message, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Every_mapped_row_fits_its_table(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        await using var db = database.OpenToRead();
        foreach (var entity in db.Model.GetEntityTypes())
        {
            var columns = string.Join(", ", entity.GetProperties().Select(p => p.GetColumnName()));
            Assert.Equal(0, await Scalar<long>(database, $"SELECT count(*) FROM (SELECT {columns} FROM {entity.GetTableName()}) AS t"));
        }
    }

    [Fact]
    public void Both_engines_have_the_same_scripts_numbered_without_gaps()
    {
        var sqlite = SchemaScripts.All(DatabaseProvider.Sqlite);
        var postgres = SchemaScripts.All(DatabaseProvider.PostgreSql);

        Assert.Equal(sqlite.Select(s => s.Name), postgres.Select(s => s.Name));
        Assert.Equal(Enumerable.Range(1, sqlite.Count), sqlite.Select(s => s.Version));
    }

    [Fact]
    public async Task A_second_server_is_kept_out_of_the_data_directory()
    {
        var place = await NewPlace(DatabaseProvider.Sqlite);
        await using (CoordinationDatabase.InDirectory(place))
        {
            var refused = Assert.Throws<DataDirectoryInUseException>(() => CoordinationDatabase.InDirectory(place));
            Assert.Contains($"process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
        }

        await using var free = CoordinationDatabase.InDirectory(place);
    }

    [Theory, EachDatabase]
    public async Task A_context_that_was_opened_to_read_refuses_to_save(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        await using var db = database.OpenToRead();

        await Assert.ThrowsAsync<NotSupportedException>(() => db.SaveChangesAsync(Cancellation));
    }

    [Theory]
    [InlineData("huimin-2020")]
    [InlineData("huimin-2020/jiaoyu")]
    [InlineData("huimin-2020/case/c-1")]
    public void An_ordinary_key_is_storable(string key) => Assert.True(RoomKey.IsStorable(key));

    [Theory]
    [InlineData("150103")]
    [InlineData("abc")]
    [InlineData("ABC-1")]
    [InlineData("huimin-2020/Jiaoyu")]
    [InlineData("huimin-2020/a+b")]
    [InlineData("huimin-2020/")]
    [InlineData("")]
    public void A_key_that_the_provider_would_change_is_not_storable(string key) => Assert.False(RoomKey.IsStorable(key));

    [Fact]
    public void Shards_are_stable_for_ever()
    {
        Assert.Equal(8, Shards.Of("kill-test"));
        Assert.Equal(Enumerable.Range(0, Shards.Count), Enumerable.Range(0, Shards.Count).Select(shard => Shards.FromKey(Shards.Key(shard))));
        Assert.Equal(Shards.Count, Enumerable.Range(0, 2844).Select(i => Shards.Of($"county-{i}")).Distinct().Count());
        Assert.Throws<FormatException>(() => Shards.FromKey("shard-16"));
    }

    private static async Task<IReadOnlyList<string>> Versions(CoordinationDatabase database)
    {
        await using var db = database.OpenToRead();
        return await db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM schema_version ORDER BY version").ToListAsync(Cancellation);
    }
}

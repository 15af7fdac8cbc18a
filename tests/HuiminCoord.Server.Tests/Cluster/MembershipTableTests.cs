using System.Net;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HuiminCoord.Server.Tests.Cluster;

/// <summary>Our membership statements keep Orleans' promises: the protocol is only as sound as they are.</summary>
public sealed class MembershipTableTests(PostgreSqlServer server) : IAsyncLifetime
{
    private static readonly DateTime Start = new(2026, 1, 5, 1, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CoordinationDatabase _database = null!;
    private IHost _host = null!;
    private IMembershipTable _table = null!;

    public async ValueTask InitializeAsync()
    {
        var place = await server.NewDatabase();
        _database = CoordinationDatabase.OnPostgreSql(place);
        await _database.CreateOrUpgrade();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.AddCoordination(_database, CampaignClock.Live(TimeProvider.System), joins: new PostgreSqlSettings(place, null));
        _host = builder.Build();
        _table = _host.Services.GetRequiredService<IMembershipTable>();
        await _table.InitializeMembershipTableAsync(true, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_member_is_read_as_it_was_written_and_every_change_counts_the_version_up()
    {
        Assert.True(await Insert(Member(1)));
        var changed = Member(1, SiloStatus.Active);
        changed.SuspectTimes = [Tuple.Create(Address(2), Start.AddSeconds(5))];
        Assert.True(await Update(changed));
        await _table.InitializeMembershipTableAsync(true, Cancellation);

        var read = await _table.ReadAllAsync(Cancellation);
        var entry = Assert.Single(read.Members).Item1;
        Assert.Equal(2, read.Version.Version);
        Assert.Equal((Address(1), SiloStatus.Active, 30001, "host", "silo-1"), (entry.SiloAddress, entry.Status, entry.ProxyPort, entry.HostName, entry.SiloName));
        Assert.Equal((Start, Start.AddSeconds(1)), (entry.StartTime, entry.IAmAliveTime));
        Assert.Equal((Address(2), Start.AddSeconds(5)), (entry.SuspectTimes!.Single().Item1, entry.SuspectTimes!.Single().Item2));
        Assert.Equal(Address(1), Assert.Single((await _table.ReadRowAsync(Address(1), Cancellation)).Members).Item1.SiloAddress);
        Assert.Equal((0, 2), ((await _table.ReadRowAsync(Address(9), Cancellation)).Members.Count, (await _table.ReadRowAsync(Address(9), Cancellation)).Version.Version));
    }

    [Fact]
    public async Task Whoever_has_not_seen_the_newest_version_changes_nothing()
    {
        var old = (await _table.ReadAllAsync(Cancellation)).Version;
        Assert.True(await Insert(Member(1)));

        Assert.False(await _table.InsertRowAsync(Member(2), old.Next(), Cancellation));
        Assert.False(await _table.UpdateRowAsync(Member(1, SiloStatus.Dead), old.VersionEtag, old.Next(), Cancellation));

        var read = await _table.ReadAllAsync(Cancellation);
        Assert.Equal((1, SiloStatus.Joining), (read.Version.Version, Assert.Single(read.Members).Item1.Status));
    }

    [Fact]
    public async Task A_member_joins_once_and_an_unknown_one_is_not_changed_and_neither_counts()
    {
        Assert.True(await Insert(Member(1)));

        Assert.False(await Insert(Member(1, SiloStatus.Active)));
        Assert.False(await Update(Member(2)));

        var read = await _table.ReadAllAsync(Cancellation);
        Assert.Equal((1, SiloStatus.Joining), (read.Version.Version, Assert.Single(read.Members).Item1.Status));
    }

    [Fact]
    public async Task Of_many_who_write_from_the_same_version_one_succeeds()
    {
        Assert.True(await Insert(Member(100)));
        var version = (await _table.ReadAllAsync(Cancellation)).Version.Next();

        var joined = await Task.WhenAll(Enumerable.Range(1, 12).Select(i => Task.Run(() => i % 2 == 0
            ? _table.InsertRowAsync(Member(i), version, Cancellation)
            : _table.UpdateRowAsync(Member(100, SiloStatus.Active), version.VersionEtag, version, Cancellation))));

        Assert.Single(joined, won => won);
        Assert.Equal(2, (await _table.ReadAllAsync(Cancellation)).Version.Version);
    }

    [Fact]
    public async Task A_heartbeat_does_not_count_as_a_change_and_never_goes_back()
    {
        await Insert(Member(1));
        var late = Member(1);
        late.IAmAliveTime = Start.AddMinutes(1);
        await _table.UpdateIAmAliveAsync(late, Cancellation);
        await _table.UpdateIAmAliveAsync(Member(1), Cancellation);

        var read = await _table.ReadAllAsync(Cancellation);
        Assert.Equal((1, Start.AddMinutes(1)), (read.Version.Version, Assert.Single(read.Members).Item1.IAmAliveTime));
    }

    [Fact]
    public async Task Only_members_that_are_dead_and_long_silent_are_cleared_away_and_it_does_not_count()
    {
        await Insert(Member(1, SiloStatus.Active));
        await Insert(Member(2, SiloStatus.Dead));
        await Insert(Member(3, SiloStatus.Joining));
        var recent = Member(4, SiloStatus.Dead);
        recent.IAmAliveTime = Start.AddDays(8);
        await Insert(recent);
        var suspected = Member(5);
        await Insert(suspected);
        (suspected.Status, suspected.SuspectTimes) = (SiloStatus.Dead, [Tuple.Create(Address(1), Start.AddMinutes(1))]);
        Assert.True(await Update(suspected));

        await _table.CleanupDefunctSiloEntriesAsync(new DateTimeOffset(Start.AddDays(7)), Cancellation);

        var read = await _table.ReadAllAsync(Cancellation);
        Assert.Equal([Address(1), Address(3), Address(4)], read.Members.Select(m => m.Item1.SiloAddress).Order());
        Assert.Equal(6, read.Version.Version);
    }

    [Fact]
    public async Task A_cluster_is_deleted_whole_and_alone()
    {
        await Insert(Member(1));
        await _table.DeleteMembershipTableEntriesAsync("another", Cancellation);
        Assert.Single((await _table.ReadAllAsync(Cancellation)).Members);

        await _table.DeleteMembershipTableEntriesAsync("huimincoord", Cancellation);
        await _table.InitializeMembershipTableAsync(true, Cancellation);

        var read = await _table.ReadAllAsync(Cancellation);
        Assert.Equal((0, 0), (read.Members.Count, read.Version.Version));
    }

    private async Task<bool> Insert(MembershipEntry entry) => await _table.InsertRowAsync(entry, (await _table.ReadAllAsync(Cancellation)).Version.Next(), Cancellation);

    private async Task<bool> Update(MembershipEntry entry)
    {
        var version = (await _table.ReadAllAsync(Cancellation)).Version.Next();
        return await _table.UpdateRowAsync(entry, version.VersionEtag, version, Cancellation);
    }

    private static SiloAddress Address(int number) => SiloAddress.New(IPAddress.Loopback, 11000 + number, 7);

    private static MembershipEntry Member(int number, SiloStatus status = SiloStatus.Joining) => new()
    {
        SiloAddress = Address(number),
        Status = status,
        ProxyPort = 30000 + number,
        HostName = "host",
        SiloName = $"silo-{number}",
        StartTime = Start,
        IAmAliveTime = Start.AddSeconds(1),
    };
}

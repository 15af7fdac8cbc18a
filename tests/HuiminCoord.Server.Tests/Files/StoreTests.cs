using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Files;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Files;
using HuiminCoord.Server.Tests.Upgrading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace HuiminCoord.Server.Tests.Files;

/// <summary>The store on both databases, in a time of its own: what is kept, once, and for how long.</summary>
public sealed class StoreTests(PostgreSqlServer postgres) : IAsyncLifetime
{
    private const string Campaign = TestServer.Campaign;

    private readonly FakeTimeProvider _time = new(new(2020, 9, 17, 8, 0, 0, TimeSpan.Zero));
    private Scratch _scratch = null!;
    private UploadBook _uploads = null!;
    private FileStore _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CoordinationDatabase Database => _scratch.Database;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _scratch.DisposeAsync();

    [Theory, EachDatabase]
    public async Task The_same_content_is_kept_once_and_comes_back_as_it_was(DatabaseProvider provider)
    {
        await On(provider);
        var content = Evidence.Pdf("二十兆", FileRules.MostBytes);

        var first = await Put("jiaoyu/liaison", "a.pdf", content);
        var second = await Put("minzheng/leader", "另一个名字.pdf", content);

        Assert.Equal((first.Hash, "a.pdf", "另一个名字.pdf"), (second.Hash, first.Name, second.Name));
        Assert.Equal((1, 40, 2), await Counts());
        using var copy = new MemoryStream();
        await _store.CopyTo(first, copy, Cancellation);
        Assert.True(content.AsSpan().SequenceEqual(copy.ToArray()));
    }

    [Theory, EachDatabase]
    public async Task What_is_refused_leaves_nothing(DatabaseProvider provider)
    {
        await On(provider);
        foreach (var (code, name, content) in new[]
        {
            ("file.too-large", "a.pdf", Evidence.Pdf("大", FileRules.MostBytes + 1)), ("file.empty", "a.pdf", []), ("file.type-refused", "a.pdf", "MZ\0"u8.ToArray()),
            ("file.type-refused", "a.exe", Evidence.Pdf("x")), ("file.name-malformed", " ", Evidence.Pdf("x")),
        })
        {
            Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(() => Put("jiaoyu/liaison", name, content))).Refusal.Code);
        }

        Assert.Equal((0, 0, 0), await Counts());
    }

    [Theory, EachDatabase]
    public async Task A_side_that_only_uploads_is_stopped_and_others_are_not(DatabaseProvider provider)
    {
        await On(provider);
        for (var i = 0; i < UploadBook.MostWaiting; i++)
        {
            await Put("jiaoyu/liaison", $"{i}.pdf", Evidence.Pdf($"{i}"));
        }

        Assert.Equal("file.too-many-waiting", (await Assert.ThrowsAsync<RefusedException>(() => Put("jiaoyu/deputy", "a.pdf", Evidence.Pdf("x")))).Refusal.Code);
        var other = await Put("minzheng/liaison", "a.pdf", Evidence.Pdf("x"));
        await Attach((await Put("office-staff", "0.pdf", Evidence.Pdf("0"))).Hash, "jiaoyu");
        Assert.Equal(other.Hash, (await Put("jiaoyu/deputy", "a.pdf", Evidence.Pdf("x"))).Hash);
    }

    [Theory, EachDatabase]
    public async Task What_nobody_attached_for_a_week_goes_and_the_rest_stays(DatabaseProvider provider)
    {
        await On(provider);
        var (forgotten, shared) = (await Put("jiaoyu/liaison", "a.pdf", Evidence.Pdf("忘记")), await Put("jiaoyu/liaison", "b.pdf", Evidence.Pdf("共用")));
        var (attached, named) = (await Put("jiaoyu/liaison", "c.pdf", Evidence.Pdf("已附")), await Put("jiaoyu/liaison", "d.pdf", Evidence.Pdf("已提")));
        await Attach(attached.Hash, "jiaoyu");
        _time.Advance(TimeSpan.FromDays(5));
        await Put("minzheng/liaison", "b.pdf", Evidence.Pdf("共用"));
        await _uploads.Named(Campaign, [new FileBody(named.Hash)], Asker("jiaoyu/leader"), Cancellation);
        Assert.Equal(0, await Clean());

        _time.Advance(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));

        Assert.Equal(1, await Clean());
        await using var db = Database.OpenToRead();
        Assert.Equal(new[] { shared.Hash, attached.Hash, named.Hash }.Order(), await db.FileContents.Select(c => c.Hash).OrderBy(h => h).ToListAsync(Cancellation));
        Assert.False(await db.FilePieces.AnyAsync(p => p.Hash == forgotten.Hash, Cancellation));
        Assert.Equal([("jiaoyu", attached.Hash), ("jiaoyu", named.Hash), ("minzheng", shared.Hash)],
            (await db.FileUploads.ToListAsync(Cancellation)).Select(u => (u.Owner, u.Hash)).OrderBy(u => u.Owner == "minzheng").ThenBy(u => u.Hash == named.Hash));
        Assert.Equal("file.unknown", (await Assert.ThrowsAsync<RefusedException>(() => _uploads.Named(Campaign, [new FileBody(forgotten.Hash)], Asker("jiaoyu/leader"), Cancellation))).Refusal.Code);
    }

    [Theory, EachDatabase]
    public async Task Nothing_goes_while_events_cannot_be_told(DatabaseProvider provider)
    {
        await On(provider);
        await Put("jiaoyu/liaison", "a.pdf", Evidence.Pdf("等待"));
        _time.Advance(TimeSpan.FromDays(8));
        await Database.Write((db, _) => Task.FromResult(db.RelayFailures.Add(Stuck)), Cancellation);
        Assert.Equal(0, await Clean());

        await Database.Write((db, token) => db.RelayFailures.ExecuteDeleteAsync(token), Cancellation);
        await Database.Write((db, _) => Task.FromResult(db.Outbox.Add(Untold)), Cancellation);
        Assert.Equal(0, await Clean());

        await Database.Write((db, token) => db.Outbox.ExecuteDeleteAsync(token), Cancellation);
        Assert.Equal(1, await Clean());
        Assert.Equal((0, 0, 0), await Counts());
    }

    [Theory, EachDatabase]
    public async Task An_upload_that_comes_while_the_clean_up_runs_is_whole(DatabaseProvider provider)
    {
        await On(provider);
        for (var round = 0; round < 12; round++)
        {
            var content = Evidence.Pdf($"第{round}次", 600_000);
            await Put("jiaoyu/liaison", "a.pdf", content);
            _time.Advance(TimeSpan.FromDays(8));

            var sent = Enumerable.Range(0, 4).Select(i => Put(i % 2 == 0 ? "jiaoyu/liaison" : "minzheng/liaison", "a.pdf", content)).ToList();
            await Task.WhenAll([.. sent, Clean(), Clean()]);

            using var copy = new MemoryStream();
            await _store.CopyTo(await sent[0], copy, Cancellation);
            Assert.True(content.AsSpan().SequenceEqual(copy.ToArray()), $"round {round}");
        }
    }

    /// <summary>Committed, and the server stopped before it was told.</summary>
    private OutboxRow Untold => new()
    {
        Shard = 0, At = DateTimeOffset.UnixEpoch, GrainType = "unit", GrainKey = $"{Campaign}/jiaoyu", Seq = 1, Campaign = Campaign, EventType = "unit.submitted", Body = "{}",
        KeptAt = _time.GetUtcNow() - FileCleanUp.KeptFor,
    };

    private static RelayFailureRow Stuck => new() { GrainType = "unit", GrainKey = $"{Campaign}/jiaoyu", Campaign = Campaign, Attempts = 1, Error = "stuck", Seq = 1, FirstAt = DateTimeOffset.UnixEpoch, LastAt = DateTimeOffset.UnixEpoch };

    private async Task On(DatabaseProvider provider)
    {
        _scratch = await Scratch.New(provider, postgres);
        _uploads = new UploadBook(Database, _time);
        _store = new FileStore(Database, _uploads, _time);
    }

    private Task<FileRef> Put(string seat, string name, byte[] content) => Task.Run(() => _store.Put(Campaign, new MemoryStream(content), name, Asker(seat), Cancellation));

    private Task<int> Clean() => Task.Run(() => new FileCleanUp(Database, _time, NullLogger<FileCleanUp>.Instance).Clean(Cancellation));

    private async Task Attach(string hash, string unit) => await Database.Write(
        (db, _) => Task.FromResult(db.Attachments.Add(new()
        {
            Campaign = Campaign, Room = "unit", Id = unit, Seq = 1, Position = 0, Subject = FileDesk.Monthly, Hash = hash, Name = "c.pdf", MediaType = "application/pdf", Size = 1, AddedAt = _time.GetUtcNow(),
        })),
        Cancellation);

    private async Task<(int Contents, int Pieces, int Uploads)> Counts()
    {
        await using var db = Database.OpenToRead();
        return (await db.FileContents.CountAsync(Cancellation), await db.FilePieces.CountAsync(Cancellation), await db.FileUploads.CountAsync(Cancellation));
    }

    private static Asker Asker(string seat) => new("session", "account", "login", "某人", "appointment", Campaign, new Standing(SeatAddress.Find(seat)!, []), DateTimeOffset.MaxValue);
}

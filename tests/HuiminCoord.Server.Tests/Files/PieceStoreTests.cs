using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Files;
using HuiminCoord.Grains.Storage;
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

/// <summary>Uploads in pieces on both databases, in a time of its own: what is kept, how much, and for how long.</summary>
public sealed class PieceStoreTests(PostgreSqlServer postgres) : IAsyncLifetime
{
    private const string Campaign = TestServer.Campaign, Liaison = "jiaoyu/liaison", Name = "现场.jpg";

    private readonly FakeTimeProvider _time = new(new(2020, 9, 17, 8, 0, 0, TimeSpan.Zero));
    private Scratch _scratch = null!;
    private FileStore _files = null!;
    private PieceStore _pieces = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CoordinationDatabase Database => _scratch.Database;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _scratch.DisposeAsync();

    [Theory, EachDatabase]
    public async Task Pieces_become_the_file_that_they_are_pieces_of(DatabaseProvider provider)
    {
        await On(provider);
        var content = PieceSender.Photograph(1, 2_500_000);
        var upload = await Begun(content);
        foreach (var (from, until) in new[] { (0, 1_048_576), (1_048_576, 1_100_000), (1_100_000, 2_148_576), (2_148_576, 2_499_999), (2_499_999, 2_500_000) })
        {
            Assert.Equal(until, (await _pieces.Append(Campaign, upload, from, content[from..until], Asker(Liaison), Cancellation)).Offset);
        }

        var file = await Finish(upload);

        Assert.Equal(new FileRef(PieceSender.Hash(content), Name, "image/jpeg", 2_500_000), file);
        Assert.Equal(file, await Finish(upload));
        Assert.Equal((file.Hash, 2_500_000), await Found(upload));
        using var copy = new MemoryStream();
        await _files.CopyTo(file, copy, Cancellation);
        Assert.True(content.AsSpan().SequenceEqual(copy.ToArray()));
        Assert.Equal((1, 0), await Counts());
    }

    [Theory, EachDatabase]
    public async Task A_piece_goes_to_the_end_or_nowhere_and_twice_is_once(DatabaseProvider provider)
    {
        await On(provider);
        var content = PieceSender.Photograph(2, 100_000);
        var upload = await Begun(content);
        await Append(upload, content, 0, 40_000);
        await Append(upload, content, 0, 40_000);
        Assert.Equal(("upload.offset-wrong", 40_000), await Refused(upload, content, 40_001, 80_000));
        Assert.Equal(("upload.offset-wrong", 40_000), await Refused(upload, content, 0, 30_000));
        Assert.Equal(("upload.offset-wrong", 40_000), await Refused(upload, PieceSender.Photograph(3, 100_000), 0, 40_000));
        Assert.Equal(("upload.piece-out-of-range", null), await Refused(upload, content, 40_000, 40_000));
        Assert.Equal(("upload.piece-out-of-range", null), await Refused(upload, content, 40_000, 40_100));
        Assert.Equal(("upload.piece-out-of-range", null), await Refused(upload, new byte[2_000_000], 40_000, 40_000 + UploadRules.MostPiece + 1));
        Assert.Equal(("upload.beyond-size", null), await Refused(upload, new byte[200_000], 40_000, 100_001));
        Assert.Equal("upload.incomplete", await CodeOf(() => Finish(upload)));

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Append(upload, content, 40_000, 100_000))));

        Assert.All(sent, s => Assert.Equal(100_000, s.Offset));
        var files = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Finish(upload))));
        Assert.All(files, f => Assert.Equal(PieceSender.Hash(content), f.Hash));
        Assert.Equal(("upload.offset-wrong", 100_000), await Refused(upload, content, 0, 40_000));
    }

    [Theory, EachDatabase]
    public async Task What_arrived_has_to_be_what_was_announced(DatabaseProvider provider)
    {
        await On(provider);
        var (content, other) = (PieceSender.Photograph(4, 50_000), PieceSender.Photograph(5, 50_000));
        var upload = await Begun(content);
        await Append(upload, other, 0, 50_000);
        Assert.Equal("upload.hash-differs", await CodeOf(() => Finish(upload)));
        Assert.Equal("upload.unknown", await CodeOf(() => Finish(upload)));

        var text = (await Begin("现场.jpg", 20_000)).Upload;
        await Append(text, new byte[20_000], 0, 20_000);
        Assert.Equal("file.type-refused", await CodeOf(() => Finish(text)));
        Assert.Equal("upload.unknown", await CodeOf(() => Finish(text)));
        foreach (var (code, name, size, hash) in new[]
        {
            ("file.empty", "a.jpg", 0, null), ("file.too-large", "a.jpg", FileRules.MostBytes + 1, null), ("file.type-refused", "a.exe", 9, null), ("file.name-malformed", "..", 9, null), ("upload.hash-malformed", "a.jpg", 9, "x"),
        })
        {
            Assert.Equal(code, await CodeOf(() => Begin(name, size, hash)));
        }

        Assert.Equal((0, 0), await Counts());
    }

    [Theory, EachDatabase]
    public async Task The_same_file_goes_on_and_another_side_knows_nothing_of_it(DatabaseProvider provider)
    {
        await On(provider);
        var content = PieceSender.Photograph(6, 60_000);
        var upload = await Begun(content);
        await Append(upload, content, 0, 30_000);

        Assert.Equal((upload, 30_000), Known(await Begin(Name, 60_000, PieceSender.Hash(content).ToUpperInvariant(), "jiaoyu/leader")));
        Assert.NotEqual(upload, (await Begin("另一张.jpg", 60_000, PieceSender.Hash(content))).Upload);
        Assert.NotEqual(upload, (await Begin(Name, 60_000)).Upload);
        Assert.NotEqual(upload, (await Begin(Name, 60_000, PieceSender.Hash(content), "minzheng/liaison")).Upload);
        foreach (var seat in new[] { "minzheng/liaison", "office-staff", "group" })
        {
            Assert.Equal("upload.unknown", await CodeOf(() => _pieces.Find(Campaign, upload, Asker(seat), Cancellation)));
            Assert.Equal("upload.unknown", await CodeOf(() => _pieces.Append(Campaign, upload, 30_000, content[30_000..], Asker(seat), Cancellation)));
            Assert.Equal("upload.unknown", await CodeOf(() => _pieces.Finish(Campaign, upload, Asker(seat), Cancellation)));
            Assert.Equal("upload.unknown", await CodeOf(() => _pieces.GiveUp(Campaign, upload, Asker(seat), Cancellation)));
        }

        await Append(upload, content, 30_000, 60_000);
        await Finish(upload);
        Assert.Equal((upload, 60_000), Known(await Begin(Name, 60_000, PieceSender.Hash(content))));
    }

    [Theory, EachDatabase]
    public async Task A_side_has_so_many_under_way_and_so_much(DatabaseProvider provider)
    {
        await On(provider);
        var first = (await Begin("0.jpg", FileRules.MostBytes)).Upload;
        for (var i = 1; i < UploadRules.MostUnfinishedBytes / FileRules.MostBytes; i++)
        {
            await Begin($"{i}.jpg", FileRules.MostBytes);
        }

        Assert.Equal("upload.too-much", await CodeOf(() => Begin("a.jpg", FileRules.MostBytes)));
        for (var i = (await Counts()).Begun; i < UploadRules.MostUnfinished; i++)
        {
            await Begin($"{i}.jpg", 20_000);
        }

        Assert.Equal("upload.too-many", await CodeOf(() => Begin("a.jpg", 20_000)));
        await Begin("a.jpg", 20_000, seat: "minzheng/liaison");
        await _pieces.GiveUp(Campaign, first, Asker("jiaoyu/leader"), Cancellation);
        await Begin("a.jpg", FileRules.MostBytes);
    }

    [Theory, EachDatabase]
    public async Task What_nobody_goes_on_with_for_three_days_goes(DatabaseProvider provider)
    {
        await On(provider);
        var content = PieceSender.Photograph(7, 90_000);
        var (left, slow) = (await Begun(content), (await Begin("慢.jpg", 90_000)).Upload);
        await Append(left, content, 0, 30_000);
        await Append(slow, content, 0, 30_000);
        _time.Advance(TimeSpan.FromDays(2));
        await Append(slow, content, 30_000, 60_000);
        _time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));

        Assert.Equal("upload.unknown", await CodeOf(() => Append(left, content, 30_000, 60_000)));
        Assert.NotEqual(left, await Begun(content));
        await Task.Run(() => new FileCleanUp(Database, _time, NullLogger<FileCleanUp>.Instance).Clean(Cancellation));

        await using var db = Database.OpenToRead();
        Assert.False(await db.BegunUploads.AnyAsync(u => u.Id == left, Cancellation));
        Assert.Equal([slow], await db.BegunUploadPieces.Select(p => p.Upload).Distinct().ToListAsync(Cancellation));
        await Append(slow, content, 60_000, 90_000);
        Assert.Equal(PieceSender.Hash(content), (await Finish(slow)).Hash);
    }

    private async Task On(DatabaseProvider provider)
    {
        _scratch = await Scratch.New(provider, postgres);
        var uploads = new UploadBook(Database, _time);
        _files = new FileStore(Database, uploads, _time);
        _pieces = new PieceStore(Database, uploads, _files, _time);
    }

    private async Task<string> Begun(byte[] content) => (await Begin(Name, content.Length, PieceSender.Hash(content))).Upload;

    private Task<UploadView> Begin(string name, int size, string? hash = null, string seat = Liaison) => _pieces.Begin(Campaign, new BeginUploadBody(name, size, hash), Asker(seat), Cancellation);

    private Task<UploadView> Append(string upload, byte[] content, int from, int until) => _pieces.Append(Campaign, upload, from, content[from..until], Asker(Liaison), Cancellation);

    private Task<FileRef> Finish(string upload) => _pieces.Finish(Campaign, upload, Asker(Liaison), Cancellation);

    private async Task<(string? Hash, long Offset)> Found(string upload) => await _pieces.Find(Campaign, upload, Asker(Liaison), Cancellation) is var view ? (view.Hash, view.Offset) : default;

    private static (string Upload, long Offset) Known(UploadView view) => (view.Upload, view.Offset);

    private async Task<(string Code, long? Offset)> Refused(string upload, byte[] content, int from, int until)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Append(upload, content, from, until));
        return (refused.Refusal.Code, refused.Offset);
    }

    private static async Task<string> CodeOf(Func<Task> work) => (await Assert.ThrowsAsync<RefusedException>(work)).Refusal.Code;

    private async Task<(int Begun, int Pieces)> Counts()
    {
        await using var db = Database.OpenToRead();
        return (await db.BegunUploads.CountAsync(Cancellation), await db.BegunUploadPieces.CountAsync(Cancellation));
    }

    private static Asker Asker(string seat) => new("session", "account", "login", "某人", "appointment", Campaign, new Standing(SeatAddress.Find(seat)!, []), DateTimeOffset.MaxValue);
}

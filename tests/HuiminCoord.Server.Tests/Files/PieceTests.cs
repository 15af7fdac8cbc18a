using System.Text.Json.Nodes;
using HuiminCoord.Domain.Files;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;

namespace HuiminCoord.Server.Tests.Files;

/// <summary>Uploads in pieces at the door: cut off, gone on with by another server, named by an act.</summary>
public sealed class PieceTests(ServerFixture fixture, PostgreSqlServer postgres)
{
    [Theory, EachDatabase]
    public async Task A_server_that_is_started_again_goes_on_where_the_other_ended(DatabaseProvider provider)
    {
        var directory = provider == DatabaseProvider.Sqlite ? Directory.CreateTempSubdirectory("huimin-pieces-").FullName : null;
        var database = directory is null ? await postgres.NewDatabase() : null;
        var content = PieceSender.Photograph(11);
        string upload;
        await using (var first = await TestServer.Start(directory, postgreSql: database))
        {
            var sender = new PieceSender(first, "jiaoyu/liaison");
            upload = await sender.Begun("现场.jpg", content.Length, PieceSender.Hash(content));
            await sender.Send(upload, content, until: 131_072);
        }

        await using (var second = await TestServer.Start(directory, postgreSql: database))
        {
            var sender = new PieceSender(second, "jiaoyu/leader");
            var (_, view) = await sender.Look(upload);
            Assert.Equal((131_072, content.Length, UploadRules.MostPiece, null), ((int)view["offset"]!, (int)view["size"]!, (int)view["mostPiece"]!, (string?)view["hash"]));
            await sender.Send(upload, content, from: 131_072);
            Assert.Equal((200, PieceSender.Hash(content)), Hash(await sender.Finish(upload)));
            Assert.Equal((200, PieceSender.Hash(content)), Hash(await sender.Finish(upload)));
            var liaison = new FileDesk(second, "jiaoyu/liaison");
            Assert.Null(await liaison.Submits("jiaoyu", new { parts = new[] { "summary" }, files = new[] { FileDesk.File(PieceSender.Hash(content)) } }));
            Assert.Null(await new FileDesk(second, "office-director").Opens(PieceSender.Hash(content)));
        }

        if (directory is not null)
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task A_piece_at_the_wrong_place_is_told_where_the_upload_goes_on()
    {
        var (sender, content) = (new PieceSender(fixture.Server, "wenlv/liaison"), PieceSender.Photograph(12));
        var upload = await sender.Begun("现场.jpg", content.Length);
        await sender.Send(upload, content, until: 65_536);

        var (status, problem) = await sender.Append(upload, 131_072, content[131_072..]);

        Assert.Equal((409, "upload.offset-wrong", 65_536), (status, (string)problem["code"]!, (int)problem["offset"]!));
        Assert.Contains("65536", (string)problem["detail"]!, StringComparison.Ordinal);
        (status, problem) = await sender.Finish(upload);
        Assert.Equal((409, "upload.incomplete", 65_536), (status, (string)problem["code"]!, (int)problem["offset"]!));
    }

    [Fact]
    public async Task Whoever_began_none_and_whoever_sends_too_much_is_told_so()
    {
        var sender = new PieceSender(fixture.Server, "wenlv/liaison");
        var upload = await sender.Begun("现场.jpg", FileRules.MostBytes);
        var other = new PieceSender(fixture.Server, "gongan/liaison");

        Assert.Equal("upload.unknown", FileDesk.Code(await other.Look(upload)));
        Assert.Equal("upload.unknown", FileDesk.Code(await other.Append(upload, 0, new byte[20_000])));
        Assert.Equal("upload.unknown", FileDesk.Code(await other.Finish(upload)));
        Assert.Equal("upload.unknown", FileDesk.Code(await other.GiveUp(upload)));
        Assert.Equal("access.denied", FileDesk.Code(await new PieceSender(fixture.Server, "convenor").Begin("现场.jpg", 1)));
        Assert.Equal("upload.piece-out-of-range", FileDesk.Code(await sender.Append(upload, 0, new byte[UploadRules.MostPiece + 1])));
        Assert.Equal("request.too-large", FileDesk.Code(await sender.Append(upload, 0, new byte[UploadRules.MostPiece + 100_000])));
        Assert.Equal("request.invalid", FileDesk.Code(await sender.Append(upload, -1, new byte[20_000])));
        Assert.Equal("file.too-large", FileDesk.Code(await sender.Begin("现场.jpg", FileRules.MostBytes + 1)));
        Assert.Null(FileDesk.Code(await sender.GiveUp(upload)));
        Assert.Equal("upload.unknown", FileDesk.Code(await sender.Look(upload)));
    }

    private static (int Status, string? Hash) Hash((int Status, JsonNode Body) answer) => (answer.Status, (string?)answer.Body["hash"]);
}

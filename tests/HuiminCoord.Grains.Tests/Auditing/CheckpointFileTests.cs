using HuiminCoord.Domain.Auditing;
using HuiminCoord.Grains.Auditing;

namespace HuiminCoord.Grains.Tests.Auditing;

public sealed class CheckpointFileTests : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly string _folder = Directory.CreateTempSubdirectory("huimin-checkpoints-").FullName;

    private string Place => Path.Combine(_folder, "deep", "checkpoints.jsonl");

    [Fact]
    public async Task A_line_reads_as_what_was_written()
    {
        await new CheckpointFile(Place).Append([Checkpoint("test-2020", 1)], Cancellation);

        var line = Assert.Single(await CheckpointFile.Lines(Place, Cancellation));
        Assert.Equal("""{"campaign":"test-2020","number":1,"position":10,"chain":"ab","at":5,"key":"cd","signature":"ef=="}""", line);
        Assert.Equal(Checkpoint("test-2020", 1), CheckpointLine.Read(line));
    }

    [Fact]
    public async Task Servers_that_append_at_once_lose_and_mix_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(server => Task.Run(async () =>
        {
            var file = new CheckpointFile(Place);
            for (var i = 0; i < 50; i++)
            {
                await Until(() => file.Append([Checkpoint($"test-{server}", i)], Cancellation));
            }
        })));

        var read = (await CheckpointFile.Lines(Place, Cancellation)).Select(CheckpointLine.Read).ToList();
        Assert.DoesNotContain(null, read);
        Assert.Equal(4, read.Where(c => c!.Said.Number == 49).Select(c => c!.Said.Campaign).Distinct().Count());
    }

    [Fact]
    public async Task What_could_not_be_written_is_owed_the_newest_of_each_campaign()
    {
        Directory.CreateDirectory(Place);
        var file = new CheckpointFile(Place);
        foreach (var number in (int[])[1, 2])
        {
            await Assert.ThrowsAnyAsync<SystemException>(() => file.Append([Checkpoint("test-a", number), Checkpoint("test-b", number)], Cancellation));
        }

        Directory.Delete(Place);
        await file.Append([], Cancellation);
        await file.Append([Checkpoint("test-a", 3)], Cancellation);

        Assert.Equal(
            [("test-a", 2), ("test-b", 2), ("test-a", 3)],
            (await CheckpointFile.Lines(Place, Cancellation)).Select(l => CheckpointLine.Read(l)!.Said).Select(c => (c.Campaign, (int)c.Number)));
    }

    [Fact]
    public async Task After_a_torn_line_a_new_one_begins()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Place)!);
        await File.WriteAllTextAsync(Place, CheckpointLine.Of(Checkpoint("test-2020", 1))[..30], Cancellation);

        await new CheckpointFile(Place).Append([Checkpoint("test-2020", 2)], Cancellation);

        var lines = await CheckpointFile.Lines(Place, Cancellation);
        Assert.Equal([null, Checkpoint("test-2020", 2)], lines.Select(CheckpointLine.Read));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"campaign":null,"number":1,"position":10,"chain":"ab","at":5,"key":"cd","signature":"ef=="}""")]
    [InlineData("""{"campaign":"a-1","number":"1","position":10,"chain":"ab","at":5,"key":"cd"}""")]
    public void What_is_no_checkpoint_reads_as_none(string line) => Assert.Null(CheckpointLine.Read(line));

    [Fact]
    public void A_line_without_an_end_is_none() => Assert.Null(CheckpointLine.Read(CheckpointLine.Of(Checkpoint(new string('a', 3000), 1))));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Four of them on one file wait for each other longer than servers do.</summary>
    private static async Task Until(Func<Task> append)
    {
        while (true)
        {
            try
            {
                await append();
                return;
            }
            catch (IOException)
            {
                await Task.Yield();
            }
        }
    }

    private static SignedCheckpoint Checkpoint(string campaign, long number) => new(new(campaign, number, number * 10, "ab", 5, "cd"), "ef==");
}

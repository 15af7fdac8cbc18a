using System.Diagnostics;
using System.Text.RegularExpressions;

namespace HuiminCoord.Server.Tests.Api.Whole;

/// <summary>A TypeScript client that is generated from the committed document (<c>tests/client</c>) compiles, works, and stops misuse.</summary>
public sealed class ClientTests : IAsyncLifetime
{
    private static readonly NodeFolder Client = new("client");

    /// <summary>Once for all tests here.</summary>
    private static readonly Lazy<Task> Generated = new(Generate);

    [Fact]
    public async Task A_client_compiles_strictly_and_works()
    {
        var (code, said) = await Client.Run("npm", "run", "--silent", "compile");
        Assert.True(code == 0, said);
        await using var server = await TestServer.Start();

        var sample = new ProcessStartInfo("node", [Path.Combine("generated", "out", "sample", "main.js"), server.Url.ToString().TrimEnd('/')]);
        sample.Environment["HUIMINCOORD_PASSWORD"] = await server.Seats.Phrase;
        var play = Client.Run(sample);
        while (!play.IsCompleted)
        {
            // As a rehearsal's beat does: what the client did is told.
            await server.Driver.Drain();
            await Task.WhenAny(play, Task.Delay(50, TestContext.Current.CancellationToken));
        }

        Assert.Equal((0, "monthly-2020-09 due 2020-09-28: submitted; refused: obligation.unknown"), ((await play).Code, (await play).Said.Trim()));
    }

    [Fact]
    public async Task Misuse_does_not_compile()
    {
        var (code, said) = await Client.Run("npm", "run", "--silent", "misuse");

        Assert.NotEqual(0, code);
        var source = await File.ReadAllLinesAsync(Path.Combine(Client.Place, "misuse", "main.ts"), TestContext.Current.CancellationToken);
        var wrong = source.Index().Where(l => l.Item.StartsWith("// ", StringComparison.Ordinal) && char.IsDigit(l.Item[3])).Select(l => l.Index + 2).ToList();
        var found = Regex.Matches(said, @"^misuse/main\.ts\((\d+),", RegexOptions.Multiline).Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
        Assert.Equal(5, wrong.Count);
        Assert.All(wrong, line => Assert.True(found.Contains(line) || found.Contains(line + 1), $"line {line} compiles:\n{said}"));
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => await Generated.Value;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The types of today's document.</summary>
    private static async Task Generate()
    {
        await Client.Installed;
        var (generated, said) = await Client.Run("npm", "run", "--silent", "generate");
        Assert.True(generated == 0, said);
    }
}

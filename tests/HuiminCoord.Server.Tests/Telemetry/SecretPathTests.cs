using System.Text;
using System.Text.RegularExpressions;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Tests.Console;

namespace HuiminCoord.Server.Tests.Telemetry;

/// <summary>Links carry what opens a door in their path: no collector and no log learns it.</summary>
[Collection(nameof(Telemetry))]
public sealed partial class SecretPathTests(TracedServer traced)
{
    [Fact]
    public async Task The_token_of_a_link_reaches_no_collector()
    {
        using var visitor = PageVisitor.At(traced.Server);
        foreach (var door in new[] { "setup", "activate", "join" })
        {
            await visitor.Get($"/{door}/canary-token-of-a-{door}-link");
        }

        traced.Flush();
        Assert.Contains(traced.Collector.Spans, s => s.Tags.GetValueOrDefault("url.path") == "/join/…");
        var sent = traced.Collector.Bytes.Select(Encoding.UTF8.GetString).ToList();
        Assert.Equal([], sent.SelectMany(text => Canary().Matches(text)).Select(m => m.Value));
    }

    [Theory]
    [InlineData("/join/abc", "/join/…")]
    [InlineData("/Activate/abc/d", "/activate/…")]
    [InlineData("/activate", "/activate")]
    [InlineData("/activated", "/activated")]
    [InlineData("/home", "/home")]
    [InlineData("", "")]
    public void Only_what_follows_a_door_is_hidden(string path, string shown) => Assert.Equal(shown, SecretPaths.Shown(path));

    /// <summary>With what stands around it.</summary>
    [GeneratedRegex(".{0,60}canary-token.{0,20}")]
    private static partial Regex Canary();
}

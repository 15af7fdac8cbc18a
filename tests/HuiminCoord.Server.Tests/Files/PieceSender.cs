using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using HuiminCoord.Domain.Files;

namespace HuiminCoord.Server.Tests.Files;

/// <summary>Somebody in a seat who sends a file piece by piece.</summary>
internal sealed class PieceSender(TestServer server, string seat)
{
    public Task<(int Status, JsonNode Body)> Begin(string name, long size, string? sha256 = null) => Ask(HttpMethod.Post, "", JsonContent.Create(new { name, size, sha256 }));

    /// <summary>Begins and expects it to be taken; the upload's id.</summary>
    public async Task<string> Begun(string name, long size, string? sha256 = null)
    {
        var (status, view) = await Begin(name, size, sha256);
        Assert.True(status == 200, $"{name}: {status} {view.ToJsonString()}");
        return (string)view["upload"]!;
    }

    public Task<(int Status, JsonNode Body)> Append(string upload, long offset, byte[] piece) => Ask(HttpMethod.Post, $"/{upload}/pieces?offset={offset}", Evidence.Body(piece));

    public Task<(int Status, JsonNode Body)> Look(string upload) => Ask(HttpMethod.Get, $"/{upload}");

    public Task<(int Status, JsonNode Body)> Finish(string upload) => Ask(HttpMethod.Post, $"/{upload}/finish");

    public Task<(int Status, JsonNode Body)> GiveUp(string upload) => Ask(HttpMethod.Post, $"/{upload}/give-up");

    /// <summary>Sends from an offset to an end, in pieces.</summary>
    public async Task Send(string upload, byte[] content, int from = 0, int? until = null, int pieces = 64 * 1024)
    {
        for (var at = from; at < (until ?? content.Length); at += pieces)
        {
            var (status, view) = await Append(upload, at, content[at..Math.Min(at + pieces, until ?? content.Length)]);
            Assert.True(status == 200, $"{at}: {status} {view.ToJsonString()}");
            Assert.Equal(Math.Min(at + pieces, until ?? content.Length), (int)view["offset"]!);
        }
    }

    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>A photograph of so many bytes.</summary>
    public static byte[] Photograph(int seed, int length = 200_000)
    {
        var content = new byte[length];
        new Random(seed).NextBytes(content);
        new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }.CopyTo(content, 0);
        Assert.True(length <= FileRules.MostBytes);
        return content;
    }

    private async Task<(int Status, JsonNode Body)> Ask(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"{TestServer.Path}/files/uploads{path}", UriKind.Relative)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await server.Seats.Token(seat));
        // Whoever is refused before the body was read must hear why, and not that the line broke while it was sent.
        request.Headers.ExpectContinue = content is not null;
        return await server.Send(request);
    }
}

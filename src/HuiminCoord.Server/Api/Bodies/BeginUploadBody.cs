using HuiminCoord.Domain.Files;

namespace HuiminCoord.Server.Api.Bodies;

/// <summary>A file that is going to be sent piece by piece.</summary>
/// <param name="Name">What it is called, extension included.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">SHA-256 of its content in hexadecimal digits, where the sender knows it: the same file that was begun before goes on.</param>
public sealed record BeginUploadBody(
    [property: Words(FileBody.MostName, 1)] string Name,
    [property: Within(0, int.MaxValue)] int Size,
    [property: Words(FileRules.HashLength)] string? Sha256 = null);

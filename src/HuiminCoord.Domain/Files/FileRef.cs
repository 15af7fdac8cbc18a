using Orleans;

namespace HuiminCoord.Domain.Files;

/// <summary>A file that an act carries as evidence: what is in it, and how it is called there. The content itself is kept elsewhere.</summary>
/// <param name="Hash">SHA-256 of the content, 64 lower-case hexadecimal digits.</param>
/// <param name="Name">Without path, and without anything that cannot be seen.</param>
/// <param name="MediaType">What the name and the content together say, never what a sender declared.</param>
/// <param name="Size">In bytes.</param>
[GenerateSerializer, Immutable, Alias("file-ref")]
public sealed record FileRef(string Hash, string Name, string MediaType, long Size);

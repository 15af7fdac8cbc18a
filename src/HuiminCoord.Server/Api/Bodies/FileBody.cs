using HuiminCoord.Domain.Files;

namespace HuiminCoord.Server.Api.Bodies;

/// <summary>A file that was uploaded before and is attached now.</summary>
/// <param name="Hash">As uploadFile answered it.</param>
/// <param name="Name">What it is to be called; absent = as it was uploaded. The extension has to fit the content.</param>
public sealed record FileBody([property: Words(FileRules.HashLength, FileRules.HashLength)] string Hash, [property: Words(FileBody.MostName, 1)] string? Name = null)
{
    /// <summary>Longest name that is looked at; a shorter one is kept of it.</summary>
    internal const int MostName = 255;

    /// <summary>More than are taken: a sentence of our own says how many may be attached.</summary>
    internal const int MostListed = 100;
}

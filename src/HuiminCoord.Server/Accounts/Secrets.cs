using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HuiminCoord.Server.Accounts;

/// <summary>Words that open something: made at random, shown once, kept as hashes.</summary>
internal static class Secrets
{
    /// <summary>Letters and digits that nobody takes for each other on a printed slip.</summary>
    private const string Readable = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Longest word that is looked at.</summary>
    internal const int MostCharacters = 100;

    /// <summary>256 random bits, fit for addresses and headers.</summary>
    internal static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>A short random id.</summary>
    internal static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12));

    /// <summary>A pass phrase that can be read out: four groups of five, about 99 bits.</summary>
    internal static string NewPhrase() => string.Join('-', RandomNumberGenerator.GetString(Readable, 20).Chunk(5).Select(group => new string(group)));

    /// <summary>What is kept of a token.</summary>
    internal static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

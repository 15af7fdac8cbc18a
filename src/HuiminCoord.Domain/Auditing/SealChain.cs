using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HuiminCoord.Domain.Auditing;

/// <summary>The hash chain over a campaign's rows: whoever knows one link knows that nothing before it was altered.</summary>
public static class SealChain
{
    /// <summary>Length of a link and of a row's hash, in bytes.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    private const int Usual = Length + sizeof(long) + Length;
    private const string Format = "huimincoord-chain/1";

    /// <summary>What stands before the first row: of the format's name, a line feed and the campaign. No two campaigns share a chain.</summary>
    public static byte[] First(string campaign) => SHA256.HashData(Encoding.UTF8.GetBytes($"{Format}\n{campaign}"));

    /// <summary>The link of a row: SHA-256 of the link before, the position as eight bytes (big-endian) and the row's hash.</summary>
    public static byte[] Next(ReadOnlySpan<byte> previous, long position, ReadOnlySpan<byte> rowHash)
    {
        // What stands in a database that somebody altered may have any length.
        var length = previous.Length + sizeof(long) + rowHash.Length;
        var link = length <= Usual ? stackalloc byte[length] : new byte[length];
        previous.CopyTo(link);
        BinaryPrimitives.WriteInt64BigEndian(link[previous.Length..], position);
        rowHash.CopyTo(link[(previous.Length + sizeof(long))..]);
        return SHA256.HashData(link);
    }
}

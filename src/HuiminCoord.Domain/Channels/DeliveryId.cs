using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HuiminCoord.Domain.Channels;

/// <summary>What a receiver knows a message by: the same on every attempt, also after a kill, so that a double can be told.</summary>
/// <remarks>Derived, never stored before it is used: 32 hexadecimal digits of SHA-256.</remarks>
public static class DeliveryId
{
    private const int Octets = 16;

    /// <summary>The id of an inbox message on one of its recipient's channels.</summary>
    public static string Of(string campaign, string recipient, long seq, ChannelKind kind) =>
        Hash(campaign, recipient, seq.ToString(CultureInfo.InvariantCulture), Word(kind));

    /// <summary>The id of a test message; the same wish has the same id.</summary>
    /// <param name="wish">The caller's own name for it.</param>
    public static string OfTest(string campaign, string recipient, ChannelKind kind, string wish) => Hash(campaign, recipient, $"test {wish}", Word(kind));

    private static string Hash(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, Octets));

    private static string Word(ChannelKind kind) => kind == ChannelKind.Mail ? "mail" : "webhook";
}

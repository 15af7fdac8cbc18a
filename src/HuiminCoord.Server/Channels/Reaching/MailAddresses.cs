using MimeKit;

namespace HuiminCoord.Server.Channels.Reaching;

/// <summary>Mail addresses as they may be typed: one plain address, no name, no list.</summary>
internal static class MailAddresses
{
    /// <summary>Longest address of RFC 5321.</summary>
    internal const int Longest = 254;

    /// <summary>Names that never belong to anybody (RFC 2606, RFC 6761): the only ones that a rehearsal writes to.</summary>
    private static readonly string[] Nobodys = ["test", "example", "invalid", "localhost", "example.com", "example.net", "example.org"];

    /// <summary>True for one address: visible ASCII, nothing that a header could be broken with.</summary>
    internal static bool IsAddress(string text) =>
        text.Length <= Longest && text.All(c => c is > ' ' and < (char)127 && !"<>()[],;:\"\\".Contains(c, StringComparison.Ordinal))
        && MailboxAddress.TryParse(text, out var read) && read.Address == text && read.Domain.Length > 0 && read.LocalPart.Length is > 0 and <= 64;

    /// <summary>True when nobody can be reached by it.</summary>
    internal static bool IsNobodys(string address)
    {
        var domain = address[(address.LastIndexOf('@') + 1)..];
        return Nobodys.Any(n => domain.Equals(n, StringComparison.OrdinalIgnoreCase) || domain.EndsWith($".{n}", StringComparison.OrdinalIgnoreCase));
    }
}

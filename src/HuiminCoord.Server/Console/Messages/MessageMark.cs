using System.Globalization;

namespace HuiminCoord.Server.Console.Messages;

/// <summary>Where a message stands on a page: links lead there.</summary>
internal static class MessageMark
{
    internal static string Of(string recipient, long seq) => string.Create(CultureInfo.InvariantCulture, $"message-{recipient.Replace('/', '-')}-{seq}");
}

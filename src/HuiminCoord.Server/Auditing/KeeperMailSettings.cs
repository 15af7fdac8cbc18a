using System.Globalization;
using HuiminCoord.Server.Channels.Reaching;
using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Auditing;

/// <summary>Where the newest checkpoints are mailed: to a second keeper who has no access to this machine.</summary>
/// <param name="Address">The keeper's mail address.</param>
/// <param name="Every">Between two mails; nothing is mailed when nothing was sealed meanwhile.</param>
public sealed record KeeperMailSettings(string Address, TimeSpan Every)
{
    internal const string AddressVariable = "HUIMINCOORD_AUDIT_MAIL";
    internal const string MinutesVariable = "HUIMINCOORD_AUDIT_MAIL_MINUTES";

    private const int UsualMinutes = 60;
    private const int MostMinutes = 24 * 60;

    /// <summary>Reads the settings; null when nobody is named.</summary>
    /// <exception cref="CommandRefusedException">They cannot be used.</exception>
    public static KeeperMailSettings? From(Func<string, string?> environment, ChannelSettings channels)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(channels);
        if (environment(AddressVariable)?.Trim() is not { Length: > 0 } address)
        {
            return null;
        }

        if (!MailAddresses.IsAddress(address) || channels.Smtp is null)
        {
            throw new CommandRefusedException(channels.Smtp is null
                ? $"{AddressVariable} is set, but no mail server is named: set {SmtpSettings.ServerVariable} and {SmtpSettings.FromVariable} too."
                : $"{AddressVariable}='{address}' is no mail address.");
        }

        return new(address, TimeSpan.FromMinutes(MinutesOf(environment(MinutesVariable))));
    }

    private static int MinutesOf(string? text) =>
        string.IsNullOrWhiteSpace(text) ? UsualMinutes
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is >= 1 and <= MostMinutes ? minutes
        : throw new CommandRefusedException($"{MinutesVariable}='{text}': write minutes from 1 to {MostMinutes}.");
}

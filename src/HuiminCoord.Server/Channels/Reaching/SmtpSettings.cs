using System.Globalization;
using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Channels.Reaching;

/// <summary>How the way to the mail server is kept from others' eyes.</summary>
public enum SmtpSecurity
{
    /// <summary>Plain at first, then TLS, or no mail at all: usual on port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte: usual on port 465.</summary>
    Tls,

    /// <summary>No encryption; only to an address that <see cref="ChannelSettings.Allowed"/> lists.</summary>
    None,
}

/// <summary>The mail server that takes mail from here.</summary>
/// <param name="User">Null = it takes mail without a sign-in.</param>
/// <param name="Password">Never printed.</param>
/// <param name="From">Sender address of every mail.</param>
public sealed record SmtpSettings(string Host, int Port, SmtpSecurity Security, string? User, string? Password, string From)
{
    /// <summary>Host and port: <c>smtp.example.org:587</c>. Without it there is no mail, and the other variables must not be set.</summary>
    public const string ServerVariable = "HUIMINCOORD_SMTP";

    /// <summary><c>starttls</c>, <c>tls</c> or <c>none</c>; <c>tls</c> on port 465, else <c>starttls</c> unless told.</summary>
    public const string SecurityVariable = "HUIMINCOORD_SMTP_SECURITY";

    /// <summary>Sets <see cref="User"/>.</summary>
    public const string UserVariable = "HUIMINCOORD_SMTP_USER";

    /// <summary>A file with the password in its first line; only the service's user should be able to read it.</summary>
    public const string PasswordFileVariable = "HUIMINCOORD_SMTP_PASSWORD_FILE";

    /// <summary>Sets <see cref="From"/>.</summary>
    public const string FromVariable = "HUIMINCOORD_MAIL_FROM";

    private const int UsualPort = 587;
    private const int PortOfTls = 465;

    /// <summary>What stands behind the <c>@</c>: mail's own ids end with it.</summary>
    public string Domain => From[(From.LastIndexOf('@') + 1)..];

    /// <summary>A record would print its members, the password among them.</summary>
    public override string ToString() => $"{Host}:{Port}";

    /// <exception cref="CommandRefusedException">A value that cannot be used.</exception>
    internal static SmtpSettings? Read(Func<string, string?> said)
    {
        if (said(ServerVariable) is not { } server)
        {
            var others = new[] { SecurityVariable, UserVariable, PasswordFileVariable, FromVariable }.Where(name => said(name) is not null).ToList();
            return others.Count == 0 ? null : throw new CommandRefusedException($"{others[0]} says something about mail, but no server is named: set {ServerVariable} too, or unset it.");
        }

        var (host, port) = Place(server);
        var security = SecurityOf(said(SecurityVariable), port);
        var (user, file) = (said(UserVariable), said(PasswordFileVariable));
        if ((user is null) != (file is null) || (user is not null && security == SmtpSecurity.None))
        {
            throw new CommandRefusedException(user is not null && file is not null
                ? $"{SecurityVariable}=none would send the password in the open. Use starttls or tls, or a server that needs no sign-in."
                : $"{UserVariable} and {PasswordFileVariable} belong together: set both or none.");
        }

        var from = said(FromVariable);
        return from is not null && MailAddresses.IsAddress(from)
            ? new(host, port, security, user, file is null ? null : PasswordIn(file), from)
            : throw new CommandRefusedException($"{FromVariable} must name the sender's mail address, such as huimin@example.org.");
    }

    private static (string Host, int Port) Place(string server)
    {
        var colon = server.LastIndexOf(':');
        var (host, text) = colon < 0 || server.EndsWith(']') ? (server, null) : (server[..colon], server[(colon + 1)..]);
        var port = UsualPort;
        return (text is null || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= 65535))
            && Uri.CheckHostName(host.Trim('[', ']')) != UriHostNameType.Unknown
                ? (host.Trim('[', ']'), port)
                : throw new CommandRefusedException($"{ServerVariable}={server} names no host and port. Write it like this: smtp.example.org:587");
    }

    private static SmtpSecurity SecurityOf(string? value, int port) => value switch
    {
        null => port == PortOfTls ? SmtpSecurity.Tls : SmtpSecurity.StartTls,
        "starttls" => SmtpSecurity.StartTls,
        "tls" => SmtpSecurity.Tls,
        "none" => SmtpSecurity.None,
        _ => throw new CommandRefusedException($"{SecurityVariable}={value} is unknown: use starttls, tls or none."),
    };

    private static string PasswordIn(string file)
    {
        try
        {
            return File.ReadLines(file).FirstOrDefault() is { Length: > 0 } password
                ? password
                : throw new CommandRefusedException($"The first line of {file} ({PasswordFileVariable}) is empty.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefusedException($"{PasswordFileVariable}: {unreadable.Message}", unreadable);
        }
    }
}

using Microsoft.AspNetCore.HttpOverrides;

namespace HuiminCoord.Server.Settings;

/// <summary>The address at which other machines reach a live server, and that stands in links and mails.</summary>
/// <remarks>
/// Without one the server listens on this machine only. With one it may listen anywhere, because people have to sign in; the address
/// is HTTPS, ended by Kestrel (its certificate comes from the framework's own settings) or by a proxy on this machine.
/// </remarks>
/// <param name="Url">Scheme, host and port; no path.</param>
public sealed record PublicAddress(Uri Url)
{
    internal const string Variable = "HUIMINCOORD_PUBLIC_URL";

    /// <summary>As browsers write it into <c>Origin</c>.</summary>
    public string Origin => Url.GetLeftPart(UriPartial.Authority);

    /// <summary>Reads the setting; null when there is none.</summary>
    /// <exception cref="CommandRefusedException">It is no such address.</exception>
    public static PublicAddress? From(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var text = environment(Variable);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url is { PathAndQuery: "/", UserInfo: "", Fragment: "" }
            ? new PublicAddress(url)
            : throw new CommandRefusedException($"{Variable}='{text}' is no public address: write https://HOST or https://HOST:PORT.");
    }

    /// <summary>Believes a proxy on this machine about who asks and over what.</summary>
    internal static void BelieveProxy(ForwardedHeadersOptions options) => options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
}

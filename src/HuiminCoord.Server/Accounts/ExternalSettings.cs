using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Accounts;

/// <summary>A district's own identity provider (统一身份认证) beside our passwords, by OpenID Connect.</summary>
/// <remarks>It says who somebody is. Accounts are still issued here, and what they may do comes from their seats.</remarks>
/// <param name="Authority">Where its discovery document is; HTTPS, or plain on this machine for trials.</param>
/// <param name="ClientId">What we are called there.</param>
/// <param name="SecretFile">File with the secret that it gave us.</param>
/// <param name="LoginClaim">The claim that holds our login name.</param>
/// <param name="Name">What the button says.</param>
public sealed record ExternalSettings(Uri Authority, string ClientId, string SecretFile, string LoginClaim, string Name)
{
    internal const string AuthorityVariable = "HUIMINCOORD_OIDC_AUTHORITY";
    internal const string ClientVariable = "HUIMINCOORD_OIDC_CLIENT_ID";
    internal const string SecretVariable = "HUIMINCOORD_OIDC_CLIENT_SECRET_FILE";
    internal const string ClaimVariable = "HUIMINCOORD_OIDC_LOGIN_CLAIM";
    internal const string NameVariable = "HUIMINCOORD_OIDC_NAME";

    /// <summary>Reads the settings; null when there is no provider.</summary>
    /// <exception cref="CommandRefusedException">They are incomplete or cannot be read.</exception>
    public static ExternalSettings? From(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (environment(AuthorityVariable) is not { Length: > 0 } text)
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var authority) || !(authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback)))
        {
            throw new CommandRefusedException($"{AuthorityVariable}='{text}' is no https address.");
        }

        if (environment(ClientVariable) is not { Length: > 0 } client || environment(SecretVariable) is not { Length: > 0 } secret || !File.Exists(secret))
        {
            throw new CommandRefusedException($"{AuthorityVariable} is set: {ClientVariable} and {SecretVariable} (an existing file) are needed, too.");
        }

        return new(authority, client, secret, Or(environment(ClaimVariable), "preferred_username"), Or(environment(NameVariable), "统一身份认证"));
    }

    private static string Or(string? value, string usual) => string.IsNullOrEmpty(value) ? usual : value;
}

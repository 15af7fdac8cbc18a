namespace HuiminCoord.Server.Channels.Reaching;

/// <summary>What this server may use to reach people outside. Everything comes from the environment: it is the operator's, not the office's.</summary>
public sealed record ChannelSettings
{
    /// <summary>Sets <see cref="Allowed"/>.</summary>
    public const string AllowVariable = "HUIMINCOORD_CHANNEL_ALLOW";

    /// <summary>Sets <see cref="Signature"/>.</summary>
    public const string SignatureVariable = "HUIMINCOORD_SIGNATURE";

    /// <summary>Sets <see cref="PublicUrl"/>.</summary>
    public const string PublicUrlVariable = "HUIMINCOORD_PUBLIC_URL";

    private const int LongestSignature = 20;
    private const int LongestUrl = 200;

    /// <summary>Nothing is said: webhooks to public addresses, no mail.</summary>
    public static ChannelSettings None { get; } = new();

    /// <summary>Null = there is no mail.</summary>
    public SmtpSettings? Smtp { get; init; }

    /// <summary>Who signs outside messages: 【联席会议办公室】.</summary>
    public string Signature { get; init; } = "联席会议办公室";

    /// <summary>Where people reach this server; null = messages go out without a link.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Addresses that are no public ones and may be reached all the same, and where no encryption is asked for.</summary>
    public NetworkList Allowed { get; init; } = NetworkList.Empty;

    /// <summary>Reads the environment.</summary>
    /// <exception cref="ChannelSettingsException">A value that cannot be used.</exception>
    public static ChannelSettings From(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        string? Said(string name) => variable(name)?.Trim() is { Length: > 0 } value ? value : null;
        return new()
        {
            Smtp = SmtpSettings.Read(Said),
            Signature = SignatureOf(Said(SignatureVariable)),
            PublicUrl = UrlOf(Said(PublicUrlVariable)),
            Allowed = Said(AllowVariable) is { } networks ? NetworkList.Parse(networks) : NetworkList.Empty,
        };
    }

    private static string SignatureOf(string? value) =>
        value is null ? None.Signature
        : value.Length <= LongestSignature && !value.Any(char.IsControl) ? value
        : throw new ChannelSettingsException($"{SignatureVariable} is longer than {LongestSignature} characters, or not one line.");

    private static string? UrlOf(string? value) =>
        value is null ? null
        : value.Length <= LongestUrl && Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            && url.Query.Length == 0 && url.Fragment.Length == 0 && url.UserInfo.Length == 0 ? value.TrimEnd('/')
        : throw new ChannelSettingsException($"{PublicUrlVariable} is no address such as https://host or https://host/path.");
}

/// <summary>The environment says something about channels that cannot be used; nothing has been started.</summary>
public sealed class ChannelSettingsException : Exception
{
    public ChannelSettingsException()
    {
    }

    public ChannelSettingsException(string message)
        : base(message)
    {
    }

    public ChannelSettingsException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

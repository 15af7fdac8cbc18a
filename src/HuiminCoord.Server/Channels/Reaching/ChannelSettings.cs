using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Channels.Reaching;

/// <summary>What this server may use to reach people outside. Everything comes from the environment: it is the operator's, not the office's.</summary>
public sealed record ChannelSettings
{
    /// <summary>Sets <see cref="Allowed"/>.</summary>
    public const string AllowVariable = "HUIMINCOORD_CHANNEL_ALLOW";

    /// <summary>Sets <see cref="Signature"/>.</summary>
    public const string SignatureVariable = "HUIMINCOORD_SIGNATURE";

    private const int LongestSignature = 20;

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
    /// <exception cref="CommandRefusedException">A value that cannot be used.</exception>
    public static ChannelSettings From(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        string? Said(string name) => variable(name)?.Trim() is { Length: > 0 } value ? value : null;
        return new()
        {
            Smtp = SmtpSettings.Read(Said),
            Signature = SignatureOf(Said(SignatureVariable)),
            PublicUrl = PublicAddress.From(variable)?.Origin,
            Allowed = Said(AllowVariable) is { } networks ? NetworkList.Parse(networks) : NetworkList.Empty,
        };
    }

    private static string SignatureOf(string? value) =>
        value is null ? None.Signature
        : value.Length <= LongestSignature && !value.Any(char.IsControl) ? value
        : throw new CommandRefusedException($"{SignatureVariable} is longer than {LongestSignature} characters, or not one line.");
}

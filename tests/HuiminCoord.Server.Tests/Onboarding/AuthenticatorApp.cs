using OtpNet;

namespace HuiminCoord.Server.Tests.Onboarding;

/// <summary>
/// An authenticator app that is not ours, in the hand of somebody who types no code twice: the server takes each once, and
/// however slow the machine is, the next one is another.
/// </summary>
internal sealed class AuthenticatorApp(string key)
{
    /// <summary>Half minutes from now, in the order in which they are tried: the server lets clocks differ by two either way.</summary>
    private static readonly int[] Near = [0, 1, -1];

    private readonly Totp _totp = new(Base32Encoding.ToBytes(key));
    private readonly HashSet<string> _shown = [];

    /// <summary>A code of about now that was not shown before.</summary>
    /// <exception cref="InvalidOperationException">All codes of about now were shown.</exception>
    public string Code()
    {
        var now = DateTime.UtcNow;
        return Near.Select(steps => _totp.ComputeTotp(now.AddSeconds(30 * steps))).First(_shown.Add);
    }
}

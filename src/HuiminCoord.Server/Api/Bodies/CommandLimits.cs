namespace HuiminCoord.Server.Api.Bodies;

/// <summary>Bounds of mutating requests.</summary>
public static class CommandLimits
{
    /// <summary>Largest body, in bytes.</summary>
    public const int BodyBytes = 64 * 1024;

    /// <summary>Longest <c>Idempotency-Key</c>, in characters.</summary>
    public const int KeyLength = 100;
}

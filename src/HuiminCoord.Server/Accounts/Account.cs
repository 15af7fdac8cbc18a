using Microsoft.AspNetCore.Identity;

namespace HuiminCoord.Server.Accounts;

/// <summary>Somebody who can sign in. Accounts are issued, never self-registered; what they may do comes from their seats.</summary>
/// <remarks><see cref="IdentityUser{TKey}.UserName"/> is the login name. It never changes: the audit names it.</remarks>
public sealed class Account : IdentityUser
{
    /// <summary>The person's name, for people.</summary>
    public string Name { get; set; } = "";

    /// <summary>When it was issued, real time.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was closed, real time; null = open.</summary>
    public DateTimeOffset? DisabledAt { get; set; }
}

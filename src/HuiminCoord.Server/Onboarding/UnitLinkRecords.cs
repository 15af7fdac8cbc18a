namespace HuiminCoord.Server.Onboarding;

/// <summary>A unit's link, just made.</summary>
/// <param name="Link">Its id, by which it is withdrawn.</param>
/// <param name="Unit">The unit's id.</param>
/// <param name="Name">The unit's name.</param>
/// <param name="Token">Opens it; shown now and never again.</param>
/// <param name="ExpiresAt">Real time.</param>
public sealed record MadeUnitLink(string Link, string Unit, string Name, string Token, DateTimeOffset ExpiresAt);

/// <summary>What has become of a unit's link.</summary>
public enum UnitLinkStage
{
    /// <summary>It can be used.</summary>
    Open,

    /// <summary>The unit has named its people by it.</summary>
    Used,

    /// <summary>The office withdrew it, or made another one.</summary>
    Withdrawn,

    /// <summary>Its days are over.</summary>
    Expired,
}

/// <summary>A unit's link as the office sees it later.</summary>
/// <param name="By">Who made it, as the audit names them.</param>
/// <param name="EndedAt">When it was used or withdrawn; null while it is open, and when its days are over.</param>
public sealed record UnitLinkEntry(
    string Link, string Unit, string Name, UnitLinkStage Stage, DateTimeOffset MadeAt, string By, DateTimeOffset ExpiresAt, DateTimeOffset? EndedAt);

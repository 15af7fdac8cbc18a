namespace HuiminCoord.Domain.Access;

/// <summary>Whose things a seat reaches with an operation, within its campaign.</summary>
[Flags]
public enum Reach
{
    /// <summary>The operation is not the seat's.</summary>
    None = 0,

    /// <summary>Its own: its unit's, its section's, its inbox.</summary>
    Own = 1,

    /// <summary>Those of the bureau that its section belongs to.</summary>
    Parent = 2,

    /// <summary>Those of every other unit.</summary>
    Other = 4,

    /// <summary>Everything in its campaign.</summary>
    All = Own | Parent | Other,
}

namespace HuiminCoord.Domain.Identity;

/// <summary>The seats of a member unit.</summary>
public enum SeatKind
{
    /// <summary>单位负责同志: the joint-meeting member.</summary>
    Leader,

    /// <summary>联络人.</summary>
    Liaison,

    /// <summary>备用联络人.</summary>
    Deputy,
}

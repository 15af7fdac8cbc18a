namespace HuiminCoord.Domain.Access;

/// <summary>What kind of seat somebody holds. Access is given to seats, never to people.</summary>
public enum SeatRole
{
    /// <summary>联席会议召集人.</summary>
    Convenor,

    /// <summary>联席会议办公室主任: convenes in practice, amends content and measures.</summary>
    OfficeDirector,

    /// <summary>Staff of the joint-meeting office.</summary>
    OfficeStaff,

    /// <summary>单位负责同志: the joint-meeting member of a unit.</summary>
    Leader,

    /// <summary>联络人 of a unit.</summary>
    Liaison,

    /// <summary>备用联络人 of a unit.</summary>
    Deputy,

    /// <summary>股室经办: an officer of a lead section inside its bureau.</summary>
    Section,

    /// <summary>督导工作组.</summary>
    Group,

    /// <summary>系统管理员: accounts, calendar papers, health. Reads no campaign's cases.</summary>
    SystemAdmin,

    /// <summary>安全管理员: who holds which seat, sessions.</summary>
    SecurityAdmin,

    /// <summary>审计管理员: the audit.</summary>
    AuditAdmin,
}

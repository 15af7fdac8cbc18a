using HuiminCoord.Domain.Access;

namespace HuiminCoord.Server.Accounts;

/// <summary>What roles are called in the office.</summary>
internal static class SeatNames
{
    /// <summary>联络人, 召集人 …</summary>
    internal static string Of(SeatRole role) => role switch
    {
        SeatRole.Convenor => "召集人",
        SeatRole.OfficeDirector => "联席办主任",
        SeatRole.OfficeStaff => "联席办工作人员",
        SeatRole.Leader => "负责同志",
        SeatRole.Liaison => "联络人",
        SeatRole.Deputy => "备用联络人",
        SeatRole.Section => "股室经办",
        SeatRole.Group => "督导工作组",
        SeatRole.SystemAdmin => "系统管理员",
        SeatRole.SecurityAdmin => "安全管理员",
        SeatRole.AuditAdmin => "审计管理员",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}

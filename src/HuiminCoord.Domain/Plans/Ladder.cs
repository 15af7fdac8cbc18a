namespace HuiminCoord.Domain.Plans;

/// <summary>The reminders of one kind of duty, earliest first.</summary>
/// <param name="Weekly">At most this many weekly lines after the last rung; 0 = none.</param>
public sealed record Ladder(IReadOnlyList<Rung> Rungs, int Weekly);

/// <summary>One reminder of a ladder.</summary>
/// <param name="Id">Stable name within the ladder: <c>t-5</c>, <c>due</c>, <c>due-15</c>, <c>plus-1</c>, <c>issue</c>.</param>
/// <param name="Offset">Working days from the 办理日 (negative = before); null = at the issue of the plan.</param>
/// <param name="At">Time of day, Asia/Shanghai.</param>
/// <param name="To">Roles that it is addressed to.</param>
public sealed record Rung(string Id, int? Offset, TimeOnly At, IReadOnlyList<Role> To);

/// <summary>Whom a reminder is meant for. Who really gets it depends on which seats are filled that day.</summary>
public enum Role
{
    /// <summary>联络人; the deputy while absent; the leader when there is none.</summary>
    Liaison,

    /// <summary>备用联络人, in addition to the liaison.</summary>
    Deputy,

    /// <summary>单位负责同志, the joint-meeting member.</summary>
    Leader,

    /// <summary>联席会议办公室.</summary>
    Office,

    /// <summary>联席会议召集人.</summary>
    Convenor,
}

namespace HuiminCoord.Domain.Plans;

/// <summary>Whose meetings the kinds are.</summary>
public static class MeetingKinds
{
    /// <summary>True for 推进会 and 调度会, which a unit holds; the others are the joint meeting's.</summary>
    public static bool IsHeldByUnits(this MeetingKind kind) => kind is MeetingKind.Advance or MeetingKind.Dispatch;
}

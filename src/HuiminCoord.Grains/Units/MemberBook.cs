using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Units;

/// <summary>What a unit has asked the joint meeting about its member stands in the unit's row, as its actor keeps it.</summary>
public static class MemberBook
{
    /// <summary>The matter; null = none was ever asked for.</summary>
    public static MemberMatter? Of(UnitRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return StoredJson.Read<MemberMatter>(row.Payload) is var matter && matter is { Pending: null, Answered: null } ? null : matter;
    }

    internal static void Record(UnitEvent @event, UnitScene scene)
    {
        if (scene.Batch.Db.Units.Local.FirstOrDefault(u => u.Campaign == scene.Event.Campaign && u.Unit == scene.Unit.Value) is { } row
            && Of(row) is var before && MemberMatter.Evolve(before, @event) is var matter && matter != before)
        {
            row.Payload = StoredJson.Write(matter ?? new MemberMatter(null, null));
        }
    }
}

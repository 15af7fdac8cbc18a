using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Accounts;

namespace HuiminCoord.Server.Access;

/// <summary>How papers on a meeting's agenda stand to askers.</summary>
internal sealed class MeetingTies(CoordinationDatabase database, AccessMatrix matrix)
{
    private const string Operation = "getMeeting";

    /// <summary>A paper is a unit's own where the unit reads an item that it is attached to; all of a meeting reads whoever runs it.</summary>
    internal async Task<Reach> Of(Asker asker, string campaign, string meeting, string hash)
    {
        if (asker.Standing.ReachOf(matrix, Operation) == Reach.None)
        {
            return Reach.None;
        }

        if (asker.Standing.Seat.Unit is not { } unit)
        {
            return Reach.Other;
        }

        await using var db = database.OpenToRead();
        var state = await db.Meetings.FindAsync(campaign, meeting) is { } row ? StoredJson.Read<MeetingState>(row.Payload) : null;
        if (state?.IsReachedBy(unit) != true)
        {
            return Reach.None;
        }

        var view = state.Unit == unit ? AgendaView.Whole(state) : AgendaView.For(unit, state);
        return view.Items.Any(i => i.Papers?.Any(p => p.Hash == hash) == true) ? Reach.Own : Reach.None;
    }
}

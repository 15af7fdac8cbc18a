using System.Globalization;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.Doors;

/// <summary>An actor's event that a read wants to see: <c>unit/huimin-2020/jiaoyu:12</c>, which a query takes without escaping.</summary>
internal sealed record AfterToken(string Grain, long Sequence)
{
    private static readonly string[] Actors = [Rooms.Campaign, Rooms.Unit, Rooms.Task, Rooms.Phase, Rooms.Office, Rooms.Meeting, Rooms.Supervision, Rooms.Report, Rooms.Consolidation];

    internal static string Of(Answer answer) => string.Create(CultureInfo.InvariantCulture, $"{answer.Grain}:{answer.Sequence}");

    /// <summary>Reads a token; it must speak of an actor of this campaign.</summary>
    /// <exception cref="RefusedException"><c>after.malformed</c>.</exception>
    internal static AfterToken Read(string text, string campaign)
    {
        var colon = text.LastIndexOf(':');
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var sequence = 0L;
        var sound = text.Length <= 200 && slash > 0 && colon > slash
            && long.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out sequence)
            && Actors.Contains(text[..slash])
            && RoomKey.IsStorable(text[(slash + 1)..colon])
            && RoomKey.CampaignOf(text[(slash + 1)..colon]) == campaign;
        return sound ? new AfterToken(text[..colon], sequence) : throw new RefusedException(new Refusal("after.malformed", CampaignDirectory.Shown(text)));
    }
}

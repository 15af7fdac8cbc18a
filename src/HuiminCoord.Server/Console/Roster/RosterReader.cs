using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Onboarding;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Onboarding;

namespace HuiminCoord.Server.Console.Roster;

/// <summary>Reads who sits for each unit today, with the newest of its links.</summary>
internal sealed class RosterReader(CoordinationDatabase database, CampaignDirectory campaigns, UnitLinks links)
{
    /// <summary>The member units in the order of the plan.</summary>
    internal async Task<IReadOnlyList<RosterLine>> Lines(string campaign, CancellationToken cancellation)
    {
        var scene = await campaigns.Campaign(campaign, cancellation);
        await using var db = database.OpenToRead();
        var seats = await Onboarding.Roster.Of(db, campaign, scene.Today, cancellation);
        var newest = (await links.List(campaign, cancellation)).GroupBy(l => l.Unit).ToDictionary(g => g.Key, g => g.First());
        return [.. scene.Plan.Units.Select(u => new RosterLine(
            u.Id.Value, u.Name, Holder(u.Id.Value, SeatKind.Liaison), Holder(u.Id.Value, SeatKind.Deputy), Holder(u.Id.Value, SeatKind.Leader), newest.GetValueOrDefault(u.Id.Value)))];

        string? Holder(string unit, SeatKind seat) => seats.TryGetValue((unit, seat), out var row) && !NamingRules.IsPlaceholder(row.Holder) ? row.Holder : null;
    }
}

/// <summary>A unit with its people; null where a seat is vacant or no link was made.</summary>
internal sealed record RosterLine(string Unit, string Name, string? Liaison, string? Deputy, string? Leader, UnitLinkEntry? Link);

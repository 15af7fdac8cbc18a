using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.Doors;

/// <summary>A campaign as a door sees it: its row, the plan in force, and the campaign's today.</summary>
public sealed record CampaignScene(CampaignRow Row, Plan Plan, WorkingCalendars Calendars, DateTimeOffset Now)
{
    /// <summary>The campaign's id.</summary>
    public string Id => Row.Campaign;

    /// <summary>Shanghai date by the campaign's clock.</summary>
    public DateOnly Today => ChinaTime.DateOf(Now);

    /// <summary>The versions from the first to the one in force.</summary>
    public required IReadOnlyList<Plan> Versions { get; init; }

    /// <summary>The calendar as known today.</summary>
    public WorkingCalendar Calendar => Calendars.AsKnownAt(Now);
}

/// <summary>Says what exists. An id that belongs to another campaign or unit is as unknown as one that nobody has.</summary>
/// <remarks>Doors ask here before they call an actor: an actor would come to life for any key.</remarks>
public sealed class CampaignDirectory(CoordinationDatabase database, PlanShelf plans, CampaignClock clock)
{
    /// <summary>A campaign.</summary>
    /// <exception cref="RefusedException"><c>id.malformed</c> or <c>campaign.unknown</c>.</exception>
    public async Task<CampaignScene> Campaign(string campaign, CancellationToken cancellation = default)
    {
        if (!CampaignId.IsValid(campaign))
        {
            throw new RefusedException(new Refusal("id.malformed", Shown(campaign)));
        }

        await using var db = database.OpenToRead();
        var row = await db.Campaigns.FindAsync([campaign], cancellation)
            ?? throw new RefusedException(new Refusal("campaign.unknown", campaign));
        var versions = await plans.Through(campaign, row.PlanVersion);
        return new CampaignScene(row, versions[^1], plans.Calendars(versions[^1]), clock.Now) { Versions = versions };
    }

    /// <summary>Refuses a recipient that no message of the campaign can ever be for.</summary>
    /// <exception cref="RefusedException"><c>id.malformed</c> or <c>recipient.unknown</c>.</exception>
    public static void RequireRecipient(CampaignScene scene, string? recipient)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var parts = (recipient ?? "").Split('/');
        if (parts.Length > 2 || !parts.All(IdText.IsValid))
        {
            throw new RefusedException(new Refusal("id.malformed", Shown(recipient)));
        }

        // The inbox of a unit that was a member by an earlier version stays readable.
        var known = parts.Length == 1
            ? recipient is Recipients.Office or Recipients.Convenor or Recipients.Group
            : scene.Versions.Any(v => v.Unit(new UnitId(parts[0])) is not null) && Seats.Find(parts[1]) is not null;
        if (!known)
        {
            throw new RefusedException(new Refusal("recipient.unknown", recipient!));
        }
    }

    /// <summary>What somebody typed, cut to a length that can be shown again.</summary>
    internal static string Shown(string? text) => text is null ? "" : text.Length <= 60 ? text : text[..60] + "…";
}

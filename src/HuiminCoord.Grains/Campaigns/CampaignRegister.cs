using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Campaigns;

/// <summary>How a campaign's events become its row.</summary>
public sealed class CampaignRegister(PlanShelf plans) : IRegister
{
    /// <inheritdoc/>
    public string GrainType => Rooms.Campaign;

    /// <inheritdoc/>
    public async Task Apply(RelayedEvent e, RelayBatch batch, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(e);
        ArgumentNullException.ThrowIfNull(batch);
        var row = await batch.Db.Campaigns.FindAsync([e.Campaign], ct);
        var @event = e.Read<CampaignEvent>();
        switch (@event)
        {
            case CampaignEvent.Issued x when row is null:
                var plan = await plans.Get(e.Campaign, x.PlanVersion);
                batch.Db.Campaigns.Add(new CampaignRow { Campaign = e.Campaign, Title = plan.Title, PlanVersion = x.PlanVersion, Stage = "starting", Payload = "{}" });
                break;
            case CampaignEvent.Issued x:
                (row!.PlanVersion, row.Stage) = (x.PlanVersion, "starting");
                row.Title = (await plans.Get(e.Campaign, x.PlanVersion)).Title;
                break;
            case CampaignEvent.Started:
                row!.Stage = "running";
                break;
            case CampaignEvent.MembershipProposed or CampaignEvent.MembershipWithdrawn or CampaignEvent.MembershipSettled:
                var known = new CampaignState { Wishes = [.. StoredJson.Read<MembershipWishes>(row!.Payload).Wishes] };
                row.Payload = StoredJson.Write(new MembershipWishes { Wishes = CampaignRules.Evolve(known, @event).Wishes });
                break;
            case CampaignEvent.CalendarAdopted x:
                // The messages that follow are written by the new days, also when another silo took the import.
                plans.SeeCalendar(x.Revision);
                break;
        }
    }
}

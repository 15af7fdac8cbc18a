using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Phases;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Offices;
using HuiminCoord.Grains.Phases;
using HuiminCoord.Grains.Units;

namespace HuiminCoord.Grains.Campaigns;

/// <summary>How an imported holiday paper reaches everybody with dates. Tasks have none that follow working days.</summary>
public sealed partial class CampaignGrain
{
    /// <summary>Each call may be repeated, so an interrupted telling is simply done again.</summary>
    private async Task TellCalendar()
    {
        if (!CampaignRules.HasToTellCalendar(State))
        {
            return;
        }

        var (revision, paper) = (State.CalendarRevision, State.CalendarPaper ?? "");
        var plan = await plans.Get(Campaign, State.PlanVersion);
        foreach (var unit in plan.Units)
        {
            await GrainFactory.GetGrain<IUnitGrain>(plan.Campaign.Key(unit.Id.Value)).Do(new UnitCommand.AdoptCalendar(revision), null);
        }

        foreach (var phase in plan.Phases)
        {
            await GrainFactory.GetGrain<IPhaseGrain>(plan.Campaign.Key(phase.Id.Value)).Do(new PhaseCommand.AdoptCalendar(revision, paper), null);
        }

        await GrainFactory.GetGrain<IOfficeGrain>(Campaign).Do(new OfficeCommand.AdoptCalendar(revision, paper), null);
        await Handle(new CampaignCommand.ConfirmCalendarTold(revision), null);
    }
}

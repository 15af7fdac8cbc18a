using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tests.Simulation.Reference;

namespace HuiminCoord.Domain.Tests.Simulation.Meetings;

/// <summary>What an agenda is composed from: as registers have it of the units, and as the units' models have it.</summary>
internal static class CampaignFacts
{
    public static (AgendaFacts Registers, ReferenceFacts Model) Of(IEnumerable<PlayedUnit> units, CampaignWorld world, DateTimeOffset now)
    {
        var (at, played) = (Shanghai.Of(now), units.ToList());
        var today = DateOnly.FromDateTime(at);

        // Registers give rows in an order of their own.
        var registers = new AgendaFacts(today, [.. played.SelectMany(u => Duties(u, today)).Reverse()], [], [], [.. played.SelectMany(u => Members(u, today)).Reverse()]);
        var sentences = AgendaComposer.Compose(registers, world.PlanAt(at), world.CalendarAt(now)).ToDictionary(i => i.Id, i => i.Fact);
        return (registers, ReferenceFacts.Of(played.Select(u => u.Model), today) with { Sentences = sentences });
    }

    private static IEnumerable<AgendaDuty> Duties(PlayedUnit unit, DateOnly today) =>
        from duty in unit.Terms.Open(unit.State)
        let returned = duty.PartsIn(PartStage.Returned).Count > 0
        let asked = duty.Kept.ExtensionAsked
        where !duty.EnteredLate && (duty.Terms.Kind == DutyKind.Decision || returned || asked is not null || (!duty.Reported && duty.Due < today))
        select new AgendaDuty(unit.Terms.Unit.Id, duty.Kept.Id, duty.Terms.Kind, duty.Terms.Title, duty.Due, returned, duty.Reported, asked, asked is null ? null : "原因");

    private static IEnumerable<AgendaMember> Members(PlayedUnit unit, DateOnly today) => unit.State.Member?.Pending is { Agreed: null } asked
        ? [new(MemberMatterKind.Seat, unit.Terms.Unit.Id, asked.Holder, asked.Title, unit.State.Leader?.LivingOn(today) == true ? unit.State.Leader.Holder : null, asked.WishedFrom, asked.Reason)]
        : [];
}

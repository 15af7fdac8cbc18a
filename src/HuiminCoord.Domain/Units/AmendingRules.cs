using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Units;

/// <summary>What a later plan version changes for a unit. Follows "Amendments" in <c>../Obligations/README.md</c>.</summary>
internal static class AmendingRules
{
    /// <param name="state">With everything done that the former plan had due.</param>
    internal static IEnumerable<UnitEvent> Amend(UnitState state, UnitCommand.Begin command, UnitTerms former, UnitTerms terms, DateTimeOffset now)
    {
        var at = command.IssuedAt;
        var (issuedOn, today) = (ChinaTime.DateOf(at), ChinaTime.DateOf(now));
        var ended = state.Open.Where(o => o.Assigned is null && terms.Find(o.Id) is null).Select(o => o.Id).ToList();
        var stays = state.Open.Where(o => !ended.Contains(o.Id)).Select(o => new AmendedTerms(former.Of(state, o), terms.Of(state, o), issuedOn)).ToList();
        var amended = stays.Select(a => a.Change(former, terms, at, now)).OfType<AmendedDuty>().ToList();
        var opened = former.Duties.Where(d => d.OpensOn is null || d.OpensOn <= state.OpenedThrough).Select(d => d.Id).ToHashSet();
        var notAgain = opened.Where(id => terms.Find(id) is not { } planned || planned.OpensOn > today).Select(id => id.Value);
        var first = new UnitEvent.Amended(command.PlanVersion, at, amended, ended, [.. notAgain]);
        var after = UnitEvolution.Evolve(state, first);

        // An amendment may reach the unit days after its issue: what opened in between is open now, too.
        var brought = terms.Duties
            .Where(d => (d.OpensOn is null || d.OpensOn <= today) && OpeningRules.IsOwedFrom(issuedOn, d))
            .Where(d => !opened.Contains(d.Id) && !after.NotAgain.Contains(d.Id.Value))
            .ToList();
        var parts = stays.SelectMany(a => a.Settle(after, terms, now));
        return [first, Opening(brought, after, terms, today, at, now), .. parts, .. Told(command, amended, ended, brought, now)];
    }

    /// <summary>A unit that is no member any more owes nothing; what it handed in stays in the registers.</summary>
    internal static Decision<UnitEvent> Leave(UnitState state, UnitCommand.Leave command, IReadOnlyList<UnitEvent> due, DateTimeOffset now)
    {
        if (state.LeftWith > 0 || command.PlanVersion <= state.PlanVersion)
        {
            return Decision<UnitEvent>.Nothing;
        }

        var caughtUp = due.Aggregate(state, UnitEvolution.Evolve);
        return Decision<UnitEvent>.Keep([.. due, new UnitEvent.Left(command.PlanVersion, now, [.. caughtUp.Open.Select(o => o.Id)])]);
    }

    /// <summary>Also when it opens nothing: what opened before this day is not opened again.</summary>
    /// <param name="today">Day on which the version reaches the unit.</param>
    private static UnitEvent.Opened Opening(IEnumerable<DutyTerms> brought, UnitState after, UnitTerms terms, DateOnly today, DateTimeOffset at, DateTimeOffset now)
    {
        var through = today > after.OpenedThrough ? today : after.OpenedThrough;
        return new(through, [.. brought.Select(d => terms.Dated(new OpenDuty(new Obligation(d.Id) { BroughtAt = at }, d, after.IssuedAt), now))], at);
    }

    private static IEnumerable<UnitEvent> Told(
        UnitCommand.Begin command, IEnumerable<AmendedDuty> amended, IEnumerable<DutyId> ended, IEnumerable<DutyTerms> brought, DateTimeOffset now) =>
        new[] { $"plan:{command.PlanVersion}" }
            .Concat(amended.Where(d => d.Replanned).Select(d => $"replanned:{d.Duty}"))
            .Concat(ended.Select(d => $"ended:{d}"))
            .Concat(brought.Select(d => $"brought:{d.Id}"))
            .Select(item => new UnitEvent.ChangeNoted(now, item));
}

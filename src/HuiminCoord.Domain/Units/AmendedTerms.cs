using HuiminCoord.Domain.Obligations;

namespace HuiminCoord.Domain.Units;

/// <summary>One open obligation under the former and the amended plan.</summary>
/// <param name="Former">By the plan that the unit worked by.</param>
/// <param name="Present">By the amended plan, with nothing changed in what is kept.</param>
/// <param name="Today">Day of the amendment, Asia/Shanghai.</param>
internal sealed record AmendedTerms(OpenDuty Former, OpenDuty Present, DateOnly Today)
{
    private bool PlanMovesIt => Former.Terms.Due != Present.Terms.Due;

    /// <summary>
    /// The plan's new date holds when it is still to come and the report is not in. A date that the office gave this unit
    /// alone stays, unless the plan's new one is later.
    /// </summary>
    private bool Replanned => PlanMovesIt && !Former.Reported
        && (Present.Terms.Due is not { } due || (due >= Today && !(due <= Former.Kept.MovedTo)));

    /// <summary>What has to be kept of the change, or null when the new terms say it all.</summary>
    internal AmendedDuty? Change(UnitTerms former, UnitTerms terms, DateTimeOffset at, DateTimeOffset now)
    {
        var keeps = PlanMovesIt && !Replanned && !Former.EnteredLate && Former.Kept.MovedTo is null ? Former.Due : null;
        var dropped = Former.Kept.Parts.Where(p => IsDropped(p.Key, p.Value)).Select(p => p.Key).ToList();
        var present = Present with
        {
            Kept = Present.Kept with
            {
                MovedTo = Replanned ? null : keeps ?? Present.Kept.MovedTo,
                EnteredLate = !Replanned && Former.EnteredLate,
                Since = Replanned ? at : Former.Since,
                Parts = Present.Kept.Parts.RemoveRange(dropped),
            },
        };
        var passed = Replanned || Former.Reported ? [] : Passed(present, former, terms, now);
        var parts = StagesOf(Former).SequenceEqual(StagesOf(present)) ? null : StagesOf(present);
        DateTimeOffset? since = Replanned || Former.Since != Present.Since ? present.Since : null;
        var late = Former.EnteredLate && !Replanned && !Present.EnteredLate;
        return Replanned || keeps is not null || late || since is not null || passed.Count > 0 || parts is not null
            ? new(terms.Dated(present, now), Replanned, keeps, passed, dropped, parts, since)
            : null;
    }

    /// <summary>What was handed in stays for as long as the plan has the part; what was returned, only while the unit owes it.</summary>
    private bool IsDropped(string part, PartStage stage) =>
        !Present.Terms.Parts.Contains(part) || (stage == PartStage.Returned && Present.Terms.ExcludedParts.Contains(part));

    private static SortedDictionary<string, PartStage> StagesOf(OpenDuty duty) => new(duty.Terms.Parts.ToDictionary(p => p, duty.Stage), StringComparer.Ordinal);

    /// <summary>What follows from other parts: a report that is in is never opened again, and one of which nothing is left closes.</summary>
    internal IEnumerable<UnitEvent> Settle(UnitState after, UnitTerms terms, DateTimeOffset now)
    {
        var duty = terms.Of(after, after.Find(Former.Kept.Id)!);
        var open = duty.PartsIn(PartStage.Open);
        if (Former.Reported && open.Count > 0)
        {
            var waived = new UnitEvent.Waived(duty.Kept.Id, open, $"plan-{after.PlanVersion}");
            yield return waived;
            duty = terms.Of(after, UnitEvolution.Evolve(after, waived).Find(duty.Kept.Id)!);
        }
        else if (!Former.Reported && duty.Reported)
        {
            yield return SubmittingRules.ReportOf(duty, terms.Calendars.AsKnownAt(now));
        }

        if (duty.Settled)
        {
            yield return new UnitEvent.Closed(duty.Kept.Id);
        }
    }

    /// <summary>
    /// A reminder that only the new ladder has, for a morning that is over, would speak of the past. A correction's only
    /// reminder is given all the same.
    /// </summary>
    private IReadOnlyList<string> Passed(OpenDuty present, UnitTerms former, UnitTerms terms, DateTimeOffset now)
    {
        var calendar = terms.Calendars.AsKnownAt(now);
        var planned = RungPlanner.Plan(Former, former.Settings, calendar).Where(r => r.At <= now).Select(r => r.Id).ToHashSet();
        return [.. RungPlanner.Plan(present, terms.Settings, calendar)
            .Where(r => r.At <= now && !r.IsCorrection && !planned.Contains(r.Id) && !present.Kept.Given.Contains(r.Id))
            .Select(r => r.Id)];
    }
}

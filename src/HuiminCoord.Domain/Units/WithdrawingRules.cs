using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Obligations;

namespace HuiminCoord.Domain.Units;

/// <summary>The office begins a review; until then the unit may take back what it handed in. Follows "Review and taking back" in <c>../Obligations/README.md</c>.</summary>
internal static class WithdrawingRules
{
    internal static Decision<UnitEvent> BeginReview(OpenDuty duty, UnitCommand.BeginReview command)
    {
        var (asked, refusal) = ReviewRules.Asked(duty, command.Parts, done: PartStage.Submitted);
        if (refusal is not null)
        {
            return refusal;
        }

        var parts = asked.Where(p => !duty.Kept.UnderReview.Contains(p)).ToList();
        return parts.Count == 0 ? Decision<UnitEvent>.Nothing : Decision<UnitEvent>.Keep(new UnitEvent.ReviewBegun(duty.Kept.Id, parts));
    }

    internal static Decision<UnitEvent> Withdraw(OpenDuty duty, UnitCommand.Withdraw command, UnitTerms terms, DateTimeOffset now)
    {
        if (FreeText.RefuseLength(command.Reason) is { } tooLong)
        {
            return tooLong;
        }

        var submitted = duty.PartsIn(PartStage.Submitted);
        var free = submitted.Where(p => Refuse(duty, p) is null).ToList();
        var parts = command.Parts.Count > 0 ? command.Parts.Distinct().ToList() : free.Count > 0 ? free : submitted;
        if (parts.Count == 0)
        {
            return new Refusal("part.not-submitted", duty.Terms.Title);
        }

        return parts.Select(p => Refuse(duty, p)).FirstOrDefault(r => r is not null) is { } refusal
            ? refusal
            : TakeBack(duty, parts, command.Reason, terms, now);
    }

    private static Refusal? Refuse(OpenDuty duty, string part) =>
        duty.Kept.UnderReview.Contains(part) ? new("withdraw.review-begun", part, duty.Terms.Title)
        : duty.Kept.OnBehalf.Contains(part) ? new("withdraw.entered-by-office", part, duty.Terms.Title)
        : ReviewRules.RefuseReview(duty, part, done: PartStage.Submitted);

    private static Decision<UnitEvent> TakeBack(OpenDuty duty, IReadOnlyList<string> parts, string reason, UnitTerms terms, DateTimeOffset now)
    {
        var becomes = new SortedDictionary<string, PartStage>(parts.ToDictionary(p => p, p => Becomes(duty, p)), StringComparer.Ordinal);
        var withdrawn = new UnitEvent.Withdrawn(duty.Kept.Id, becomes, reason, false, null, []);
        var after = duty with { Kept = UnitEvolution.Evolve(duty.Kept, withdrawn) };
        withdrawn = withdrawn with
        {
            Unreported = duty.Reported && !after.Reported,
            CorrectionDue = after.CorrectionDue,
            Passed = Passed(duty, after, terms, now),
        };
        return Decision<UnitEvent>.Keep([withdrawn, .. ReviewRules.ClosedBy(duty, withdrawn)]);
    }

    private static PartStage Becomes(OpenDuty duty, string part) =>
        duty.Terms.ExcludedParts.Contains(part) ? PartStage.Waived
        : duty.CameBack(part) ? PartStage.Returned
        : PartStage.Open;

    /// <summary>What would have come while the submission silenced it would speak of the past.</summary>
    private static IReadOnlyList<string> Passed(OpenDuty before, OpenDuty after, UnitTerms terms, DateTimeOffset now)
    {
        var calendar = terms.Calendars.AsKnownAt(now);
        var planned = RungPlanner.Plan(before, terms.Settings, calendar).Select(r => r.Id).ToHashSet();
        return [.. RungPlanner.Plan(after, terms.Settings, calendar)
            .Where(r => r.At <= now && !planned.Contains(r.Id) && !after.Kept.Given.Contains(r.Id))
            .Select(r => r.Id)];
    }
}

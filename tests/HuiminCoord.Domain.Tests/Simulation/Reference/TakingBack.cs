using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>README, "Review and taking back".</summary>
internal static class TakingBack
{
    public static void HandedIn(ReferenceDuty duty, string part, bool byOffice)
    {
        duty.UnderReview.Remove(part);
        duty.ByOffice.Remove(part);
        if (byOffice)
        {
            duty.ByOffice.Add(part);
        }
    }

    public static List<string> RefuseReview(ReferenceDuty duty, UnitCommand.BeginReview c) =>
        c.Parts.Count == 0 ? Verdict.Reasons(("part.not-submitted", !duty.Parts.ContainsValue(Stage.Submitted)))
        : DutyVerdict.Parts(duty, c.Parts, Stage.Open, Stage.Returned, Stage.Accepted, Stage.Waived);

    public static void Review(ReferenceUnit unit, ReferenceDuty duty, UnitCommand.BeginReview c)
    {
        var begun = DutyCommands.Named(duty, c.Parts, Stage.Submitted).Where(duty.UnderReview.Add).ToList();
        if (begun.Count > 0)
        {
            unit.History.Reviews.Add($"{duty.Id} {string.Join(' ', begun.Order(StringComparer.Ordinal))}");
        }
    }

    /// <summary>None named is refused only when nothing can be taken back, for any reason that keeps something from it.</summary>
    public static List<string> Refuse(ReferenceDuty duty, UnitCommand.Withdraw c)
    {
        var submitted = DutyCommands.Named(duty, [], Stage.Submitted);
        return c.Parts.Count > 0 ? [.. DutyVerdict.Parts(duty, c.Parts, Stage.Open, Stage.Returned, Stage.Accepted, Stage.Waived), .. Kept(duty, c.Parts)]
            : submitted.Exists(p => CanBeTakenBack(duty, p)) ? []
            : submitted.Count == 0 ? ["part.not-submitted"]
            : Kept(duty, submitted);
    }

    public static void Apply(ReferenceUnit unit, ReferenceDuty duty, UnitCommand.Withdraw c, DateTime now)
    {
        var parts = DutyCommands.Named(duty, c.Parts, Stage.Submitted).Where(p => CanBeTakenBack(duty, p)).ToList();
        var (days, wasReported) = (unit.DaysAt(now), duty.Reported);
        var planned = unit.RungsOf(duty, days).Select(r => r.Id).ToHashSet();
        parts.ForEach(p => GoesBack(unit, duty, p));
        duty.Reported = duty.Reported && !duty.Parts.ContainsValue(Stage.Open);
        duty.CorrectionDue = duty.Parts.ContainsValue(Stage.Returned) ? duty.LastCorrection : null;
        duty.Plan = null;
        var passed = unit.RungsOf(duty, days).Where(r => r.At <= now && !planned.Contains(r.Id) && !duty.Given.Contains(r.Id)).Select(r => r.Id).ToList();
        duty.Given.UnionWith(passed);
        duty.Plan = null;
        unit.History.Withdrawals.Add(new(
            now, duty.Id, Withdrawal.Text(parts.Select(p => KeyValuePair.Create(p, duty.Parts[p]))), wasReported && !duty.Reported, duty.CorrectionDue,
            string.Join(' ', passed.Order(StringComparer.Ordinal))));
        DutyCommands.Settle(unit, duty, now);
    }

    /// <summary>Rule 1.</summary>
    private static void GoesBack(ReferenceUnit unit, ReferenceDuty duty, string part)
    {
        var returned = duty.CameBack.Contains(part);
        if (!returned)
        {
            duty.FirstSubmitted.Remove(part);
        }

        if (part == "table" && unit.Unit.Table == TableProfile.None)
        {
            duty.NotOwed.Add(part);
            Amending.Drop(duty, part);
            duty.Parts[part] = Stage.Waived;
            return;
        }

        duty.Parts[part] = returned ? Stage.Returned : Stage.Open;
    }

    private static bool CanBeTakenBack(ReferenceDuty duty, string part) =>
        duty.Parts[part] == Stage.Submitted && !duty.UnderReview.Contains(part) && !duty.ByOffice.Contains(part);

    private static List<string> Kept(ReferenceDuty duty, IReadOnlyList<string> parts)
    {
        var submitted = parts.Where(p => duty.Parts.GetValueOrDefault(p) == Stage.Submitted).ToList();
        return Verdict.Reasons(
            ("withdraw.review-begun", submitted.Exists(duty.UnderReview.Contains)),
            ("withdraw.entered-by-office", submitted.Exists(duty.ByOffice.Contains)));
    }
}

using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Units;

/// <summary>What the office does with what was handed in: accept, return, waive.</summary>
internal static class ReviewRules
{
    internal static Decision<UnitEvent> Accept(OpenDuty duty, UnitCommand.Accept command, DateTimeOffset now)
    {
        var (asked, refusal) = Asked(duty, command.Parts, done: PartStage.Accepted);
        if (refusal is not null)
        {
            return refusal;
        }

        var parts = asked.Where(p => duty.Stage(p) == PartStage.Submitted).ToList();
        if (parts.Count == 0)
        {
            return Decision<UnitEvent>.Nothing;
        }

        if (command.Version is { } seen && seen != duty.Kept.FormVersion)
        {
            return new Refusal("report.other-version", $"{duty.Kept.FormVersion}");
        }

        var accepted = new UnitEvent.Accepted(duty.Kept.Id, parts);
        return Decision<UnitEvent>.Keep([accepted, new UnitEvent.ChangeNoted(now, $"accepted:{duty.Kept.Id}"), .. ClosedBy(duty, accepted)]);
    }

    internal static Decision<UnitEvent> Return(UnitState state, OpenDuty duty, UnitCommand.Return command, UnitTerms terms, DateTimeOffset now)
    {
        if (RefuseReview(duty, command.Part, done: PartStage.Returned) is { } refusal)
        {
            return refusal;
        }

        if (duty.Stage(command.Part) == PartStage.Returned)
        {
            return Decision<UnitEvent>.Nothing;
        }

        if (command.Remarks.Count == 0 || command.Remarks.Any(r => string.IsNullOrWhiteSpace(r.Place) || string.IsNullOrWhiteSpace(r.Text)))
        {
            return new Refusal("return.remark-needed", duty.Terms.Title);
        }

        if (command.Remarks.Sum(r => r.Place.Length + r.Text.Length) > FreeText.MaxLength)
        {
            return new Refusal("text.too-long", $"{FreeText.MaxLength}");
        }

        var today = ChinaTime.DateOf(now);
        var again = terms.Calendars.AsKnownAt(now).AddWorkingDays(today, terms.Settings.CorrectionWorkdays);
        // What a supervision group sends back early keeps the date that it had: the group set it, and the check came before it.
        again = command.Source is not null && duty.Due is { } due && due > again ? due : again;
        return Decision<UnitEvent>.Keep(new UnitEvent.Returned(duty.Kept.Id, command.Part, command.Remarks, again, Routing.Liaison(state, terms.Unit.Id, today)));
    }

    internal static Decision<UnitEvent> Waive(OpenDuty duty, UnitCommand.Waive command, UnitTerms terms, DateTimeOffset now)
    {
        if (FreeText.Refuse(command.Reason, "reason.needed") is { } refusal)
        {
            return refusal;
        }

        var asked = command.Parts.Count == 0 ? duty.Terms.Parts.Where(p => duty.Stage(p) != PartStage.Accepted).ToList() : command.Parts.Distinct().ToList();
        if (asked.FirstOrDefault(p => !duty.Terms.Parts.Contains(p)) is { } unknown)
        {
            return new Refusal("part.unknown", unknown, duty.Terms.Title);
        }

        if (asked.FirstOrDefault(p => duty.Stage(p) == PartStage.Accepted) is { } accepted)
        {
            return new Refusal("part.already-accepted", accepted, duty.Terms.Title);
        }

        var parts = asked.Where(p => duty.Stage(p) != PartStage.Waived).ToList();
        if (parts.Count == 0)
        {
            return Decision<UnitEvent>.Nothing;
        }

        var waived = new UnitEvent.Waived(duty.Kept.Id, parts, command.Reason);
        return Decision<UnitEvent>.Keep([
            waived,
            .. SubmittingRules.ReportedBy(duty, waived, terms.Calendars.AsKnownAt(now)),
            new UnitEvent.ChangeNoted(now, $"waived:{duty.Kept.Id}"),
            .. ClosedBy(duty, waived)]);
    }

    /// <summary>What a supervision group laid on the unit is settled by that group's check alone: not by the office, not by another group.</summary>
    internal static Refusal? RefuseSupervised(OpenDuty duty, string? source) =>
        duty.Kept.Assigned?.Source is { } laid && laid.StartsWith(Assignment.OfSupervision, StringComparison.Ordinal) && laid != source
            ? new("obligation.supervised", duty.Terms.Title)
            : null;

    /// <summary>The parts that are meant, none named = everything submitted; and why they are not there to be reviewed.</summary>
    /// <param name="done">The stage that fulfils the wish.</param>
    internal static (IReadOnlyList<string> Parts, Refusal? Refusal) Asked(OpenDuty duty, IReadOnlyList<string> named, PartStage done)
    {
        var asked = named.Count == 0 ? duty.PartsIn(PartStage.Submitted) : [.. named.Distinct()];
        return (asked, asked.Count == 0 ? new("part.not-submitted", duty.Terms.Title) : asked.Select(p => RefuseReview(duty, p, done)).FirstOrDefault(r => r is not null));
    }

    /// <summary>Why a part is not there to be reviewed, or to be taken back.</summary>
    /// <param name="done">The stage that fulfils the wish.</param>
    internal static Refusal? RefuseReview(OpenDuty duty, string part, PartStage done)
    {
        if (!duty.Terms.Parts.Contains(part))
        {
            return new Refusal("part.unknown", part, duty.Terms.Title);
        }

        var stage = duty.Stage(part);
        return stage switch
        {
            PartStage.Submitted => null,
            _ when stage == done => null,
            PartStage.Open => new Refusal("part.not-submitted", part, duty.Terms.Title),
            PartStage.Returned => new Refusal("part.returned", part, duty.Terms.Title),
            PartStage.Accepted => new Refusal("part.already-accepted", part, duty.Terms.Title),
            _ => new Refusal("part.waived", part, duty.Terms.Title),
        };
    }

    /// <summary>The event that follows when an event settles the last part.</summary>
    internal static IEnumerable<UnitEvent> ClosedBy(OpenDuty before, UnitEvent cause)
    {
        var after = before with { Kept = UnitEvolution.Evolve(before.Kept, cause) };
        return after.Settled ? [new UnitEvent.Closed(before.Kept.Id)] : [];
    }
}

using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Units;

/// <summary>Handing in, and being urged to.</summary>
internal static class SubmittingRules
{
    internal static Decision<UnitEvent> Submit(UnitState state, OpenDuty duty, UnitCommand.Submit command, UnitTerms terms, DateTimeOffset now)
    {
        if (duty.Terms.Kind == DutyKind.Liaison)
        {
            return new Refusal("submit.name-the-liaison", duty.Terms.Title);
        }

        if ((FreeText.RefuseLength(command.Note) ?? FileRules.Refuse(command.Files)) is { } unfit)
        {
            return unfit;
        }

        if (command.ReceivedAt > now || command.ReceivedAt < state.IssuedAt)
        {
            return new Refusal("submit.received-out-of-range", $"{command.ReceivedAt:O}");
        }

        if (command.Parts.FirstOrDefault(p => !duty.Terms.Parts.Contains(p)) is { } unknown)
        {
            return new Refusal("part.unknown", unknown, duty.Terms.Title);
        }

        return RefuseForm(duty, command, terms) is { } unformed ? unformed : SubmitParts(state, duty, command, terms, now);
    }

    /// <summary>A report of a plan with forms comes through its own actor, which brings the form.</summary>
    private static Refusal? RefuseForm(OpenDuty duty, UnitCommand.Submit command, UnitTerms terms) =>
        command.Form is null && FormRef.IsAskedFor(terms.Plan, duty.Terms.Kind) ? new("submit.form-needed", duty.Terms.Title) : null;

    private static Decision<UnitEvent> SubmitParts(UnitState state, OpenDuty duty, UnitCommand.Submit command, UnitTerms terms, DateTimeOffset now)
    {
        if (command.Form is { } known && known.Version <= duty.Kept.FormVersion)
        {
            // The report tells again what it does not know to have been taken.
            return Decision<UnitEvent>.Nothing;
        }

        var asked = command.Parts.Count == 0 ? duty.PartsIn(PartStage.Open, PartStage.Returned) : command.Parts.Distinct().ToList();
        foreach (var part in asked)
        {
            if (duty.Stage(part) is PartStage.Accepted or PartStage.Waived)
            {
                return new Refusal(duty.Stage(part) == PartStage.Accepted ? "part.already-accepted" : "part.waived", part, duty.Terms.Title);
            }
        }

        var parts = asked.Where(p => duty.Stage(p) != PartStage.Submitted).ToList();
        if (parts.Count == 0)
        {
            if (command.Form is not null)
            {
                return new Refusal("submit.with-office", duty.Terms.Title);
            }

            // Files that came too late must not look as if they had been taken.
            return command.Files is { Count: > 0 } ? new Refusal("file.too-late", duty.Terms.Title) : Decision<UnitEvent>.Nothing;
        }

        var to = Routing.Liaison(state, terms.Unit.Id, ChinaTime.DateOf(now));
        var submitted = new UnitEvent.Submitted(duty.Kept.Id, parts, command.ReceivedAt ?? command.Form?.ApprovedAt ?? now, command.Note, command.Nil, command.ReceivedAt is not null, to, FileRules.Carried(command.Files), command.Form);
        return Decision<UnitEvent>.Keep([submitted, .. ReportedBy(duty, submitted, terms.Calendars.AsKnownAt(now))]);
    }

    /// <summary>The event that follows when an event completes the report.</summary>
    internal static IEnumerable<UnitEvent> ReportedBy(OpenDuty before, UnitEvent cause, WorkingCalendar calendar)
    {
        var after = before with { Kept = UnitEvolution.Evolve(before.Kept, cause) };
        return before.Reported || !after.Reported ? [] : [ReportOf(after, calendar)];
    }

    /// <summary>How a report that has just become complete is judged.</summary>
    internal static UnitEvent.Reported ReportOf(OpenDuty duty, WorkingCalendar calendar)
    {
        var allWaived = duty.Terms.Parts.All(p => duty.Stage(p) == PartStage.Waived);
        var at = duty.EnteredLate || allWaived ? null : duty.JudgedAt;
        return at is { } instant
            ? new(duty.Kept.Id, at, !duty.LateAt(instant), calendar.WorkingDaysBetween(duty.Due!.Value, ChinaTime.DateOf(instant)))
            : new(duty.Kept.Id, null, null, 0);
    }

    internal static Decision<UnitEvent> Urge(UnitState state, OpenDuty duty, UnitCommand.Urge command, UnitTerms terms, DateTimeOffset now)
    {
        var today = ChinaTime.DateOf(now);
        if (RefuseUrge(duty, command.Reason, today) is { } refusal)
        {
            return refusal;
        }

        return Routing.Liaison(state, terms.Unit.Id, today) is not { } to
            ? new Refusal("urge.nobody-to-receive", terms.Unit.Name)
            : Decision<UnitEvent>.Keep(new UnitEvent.Urged(duty.Kept.Id, today, command.Reason, to));
    }

    private static Refusal? RefuseUrge(OpenDuty duty, string reason, DateOnly today) =>
        duty.Reported ? new("urge.already-reported", duty.Terms.Title)
        : duty.EnteredLate ? new("urge.entered-late", duty.Terms.Title)
        : duty.Kept.UrgedOn == today && string.IsNullOrWhiteSpace(reason) ? new("urge.reason-needed", duty.Terms.Title)
        : FreeText.RefuseLength(reason);
}

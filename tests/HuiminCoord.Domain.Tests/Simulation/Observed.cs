using System.Globalization;
using HuiminCoord.Domain.Tests.Simulation.Reference;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>Reads the events of the rules into the same form that the reference model writes.</summary>
internal static class Observed
{
    public static void Add(Reference.History history, UnitEvent @event, DateTimeOffset now)
    {
        switch (@event)
        {
            case UnitEvent.Opened e:
                history.Opened.AddRange(e.Duties.Select(d => d.Duty.Value));
                break;
            case UnitEvent.Assigned e:
                history.Opened.Add(e.Duty.Value);
                break;
            case UnitEvent.Reported e:
                history.Reports.Add(new(e.Duty.Value, e.At is { } at ? Shanghai.Of(at) : null, e.OnTime, e.LateWorkdays));
                break;
            case UnitEvent.Closed e:
                history.Closed.Add(e.Duty.Value);
                break;
            case UnitEvent.Submitted e:
                history.AtOnce.Add(new(Shanghai.Of(now), "receipt", e.Duty.Value, e.To));
                break;
            case UnitEvent.Returned e:
                history.AtOnce.Add(new(Shanghai.Of(now), "return", e.Duty.Value, e.To));
                break;
            case UnitEvent.Urged e:
                history.AtOnce.Add(new(Shanghai.Of(now), "urge", e.Duty.Value, e.To));
                break;
            case UnitEvent.DatesRevised e:
                history.Revisions.Add(new(e.KnownOn, e.Paper, string.Join(' ', e.Duties.Select(d => $"{d.Duty}={d.DoBy:MM-dd}{(d.Provisional ? "?" : "")}")), e.Reason, Moves(e)));
                break;
            case UnitEvent.Amended e:
                history.Amendments.Add(Amendment.Of(e.PlanVersion, Shanghai.Of(e.At), e.Duties.Where(d => d.Replanned).Select(d => d.Duty.Value), e.Ended.Select(d => d.Value)));
                break;
            case UnitEvent.ReviewBegun e:
                history.Reviews.Add($"{e.Duty} {string.Join(' ', e.Parts.Order(StringComparer.Ordinal))}");
                break;
            case UnitEvent.Withdrawn e:
                history.Withdrawals.Add(new(Shanghai.Of(now), e.Duty.Value, Withdrawal.Text(e.Parts), e.Unreported, e.CorrectionDue, string.Join(' ', e.Passed.Order(StringComparer.Ordinal))));
                break;
            case UnitEvent.Left e:
                history.Amendments.Add(Amendment.Of(e.PlanVersion, Shanghai.Of(e.At), [], e.Ended.Select(d => d.Value)) with { Left = true });
                break;
            case UnitEvent.Reminded e:
                Add(history, e);
                break;
        }
    }

    public static DateTime SlotOf(UnitEvent.Reminded reminded) => DateTime.ParseExact(reminded.Slot, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static string Moves(UnitEvent.DatesRevised e) => string.Join(' ', e.Moved.Select(m => Revision.Move(m.Duty.Value, m.Rung, Of(m.From), Of(m.To))).Order(StringComparer.Ordinal));

    private static DateTime? Of(DateTimeOffset? at) => at is { } instant ? Shanghai.Of(instant) : null;

    private static void Add(Reference.History history, UnitEvent.Reminded e)
    {
        var slot = SlotOf(e);
        var steps = e.Steps.Select(s => new Step(slot, s.Duty.Value, s.Rung, s.Recipient, Shanghai.Of(s.PlannedAt), s.Fate, s.By)).ToList();
        steps.Sort(Step.ByName);
        history.Steps.AddRange(steps);
        if (e.Told.Count > 0)
        {
            history.Tellings.Add(new(slot, string.Join(' ', e.Told.Order(StringComparer.Ordinal)), string.Join(' ', e.Changes.Order(StringComparer.Ordinal))));
        }
    }
}

using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>What a wake does: look at new papers, open, give what is due. README, "Opening", "Firing", "New papers".</summary>
internal static class ReferenceWakes
{
    public static void Wake(ReferenceUnit unit, DateTime now)
    {
        if (unit.PlanVersion == 0 || unit.LeftWith > 0)
        {
            return;
        }

        CatchUp(unit, now);
        if (unit.DaysAt(now).IsSendingTime(now, unit.Plan.Settings))
        {
            Give(unit, now);
        }
    }

    /// <summary>Before a wake or a command does anything else: papers, then openings, then who sits there.</summary>
    public static void CatchUp(ReferenceUnit unit, DateTime now)
    {
        if (unit.PlanVersion != 0 && unit.LeftWith == 0)
        {
            Revise(unit, now);
            Openings.Through(unit, DateOnly.FromDateTime(now));
            SeatChanges.PassOn(unit, now);
        }
    }

    public static void Revise(ReferenceUnit unit, DateTime now)
    {
        var (old, days) = (unit.Papers.At(unit.DatesKnownAt), unit.DaysAt(now));
        if (old.Edition == days.Edition)
        {
            return;
        }

        var revised = unit.Open.Where(d => d is { EnteredLate: false, Due: not null } && Shown(d.Due.Value, old) != Shown(d.Due.Value, days)).ToList();
        unit.DatesKnownAt = now;
        unit.History.Revisions.Add(new(
            DateOnly.FromDateTime(now), days.LatestPaper, string.Join(' ', revised.Select(d => Date(d.Id, Shown(d.Due!.Value, days)))), days.LatestReason, Moves(unit, old, days)));
        foreach (var duty in revised.Where(d => !d.Reported && old.DoBy(d.Due!.Value) != days.DoBy(d.Due.Value)))
        {
            unit.Note(now, $"dates:{duty.Id}");
        }
    }

    private static string Date(string duty, (DateOnly DoBy, bool Provisional) shown) => $"{duty}={shown.DoBy:MM-dd}{(shown.Provisional ? "?" : "")}";

    /// <summary>Reminders not given whose planned time is another one.</summary>
    private static string Moves(ReferenceUnit unit, KnownDays old, KnownDays days)
    {
        var moves = new List<string>();
        foreach (var duty in unit.Open)
        {
            var (before, after) = (unit.Papers.Remembered(duty, old, unit.Plan), unit.Papers.Remembered(duty, days, unit.Plan));
            foreach (var rung in before.Concat(after).Select(r => r.Id).Distinct().Where(r => !duty.Given.Contains(r)))
            {
                var (from, to) = (before.Find(r => r.Id == rung)?.At, after.Find(r => r.Id == rung)?.At);
                if (from != to)
                {
                    moves.Add(Revision.Move(duty.Id, rung, from, to));
                }
            }
        }

        moves.Sort(StringComparer.Ordinal);
        return string.Join(' ', moves);
    }

    private static (DateOnly DoBy, bool Provisional) Shown(DateOnly due, KnownDays days) => (days.DoBy(due), days.MayChange(due));

    private static void Give(ReferenceUnit unit, DateTime now)
    {
        var days = unit.DaysAt(now);
        var steps = new List<Step>();
        foreach (var duty in unit.Open)
        {
            if (Firing.HasDue(duty, unit.RungsOf(duty, days), now))
            {
                Firing.AddSteps(unit, duty, now, steps);
            }
        }

        var reader = unit.Changes is { } waiting && now >= days.NextDigest(waiting.Since, unit.Plan.Settings) ? unit.Route(Role.Liaison, DateOnly.FromDateTime(now)) : null;
        if (steps.Count == 0 && reader is null)
        {
            return;
        }

        steps.Sort(Step.ByName);
        unit.History.Steps.AddRange(steps);
        Tell(unit, Firing.Minute(now), steps, reader);
    }

    private static void Tell(ReferenceUnit unit, DateTime slot, List<Step> steps, string? reader)
    {
        var told = new List<string>();
        foreach (var step in steps)
        {
            if (step.Fate == Domain.Units.StepFate.Delivered && !told.Contains(step.Recipient))
            {
                told.Add(step.Recipient);
            }
        }

        if (reader is not null && !told.Contains(reader))
        {
            told.Add(reader);
        }

        if (told.Count > 0)
        {
            told.Sort(StringComparer.Ordinal);
            unit.History.Tellings.Add(new(slot, string.Join(' ', told), reader is null ? "" : string.Join(' ', unit.Changes!.Value.Items.Order(StringComparer.Ordinal))));
        }

        unit.Changes = reader is null ? unit.Changes : null;
    }
}

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

    /// <summary>Before a wake or a command does anything else: papers, then openings.</summary>
    public static void CatchUp(ReferenceUnit unit, DateTime now)
    {
        if (unit.PlanVersion != 0 && unit.LeftWith == 0)
        {
            Revise(unit, now);
            Openings.Through(unit, DateOnly.FromDateTime(now));
        }
    }

    public static void Revise(ReferenceUnit unit, DateTime now)
    {
        var (old, days) = (unit.Papers.On(unit.DatesKnownOn), unit.DaysAt(now));
        if (old.Edition == days.Edition)
        {
            return;
        }

        var revised = unit.Open.Where(d => d is { EnteredLate: false, Due: not null } && Shown(d.Due.Value, old) != Shown(d.Due.Value, days)).ToList();
        unit.DatesKnownOn = DateOnly.FromDateTime(now);
        unit.History.Revisions.Add(new(unit.DatesKnownOn, days.LatestPaper, string.Join(' ', revised.Select(d => d.Id))));
        foreach (var duty in revised.Where(d => !d.Reported && old.DoBy(d.Due!.Value) != days.DoBy(d.Due.Value)))
        {
            unit.Note(now, $"dates:{duty.Id}");
        }
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

using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>Which steps one obligation takes at a wake in sending time. README, "Firing".</summary>
internal static class Firing
{
    public static bool HasDue(ReferenceDuty duty, List<ReferenceRung> rungs, DateTime now)
    {
        if (now < duty.QuietUntil)
        {
            return false;
        }

        foreach (var rung in rungs)
        {
            if (rung.At > now || !duty.Given.Contains(rung.Id))
            {
                duty.QuietUntil = rung.At;
                return rung.At <= now;
            }
        }

        duty.QuietUntil = DateTime.MaxValue;
        return false;
    }

    public static void AddSteps(ReferenceUnit unit, ReferenceDuty duty, DateTime now, List<Step> steps)
    {
        var due = new List<(ReferenceRung Rung, List<string> To)>();
        foreach (var rung in unit.RungsOf(duty, unit.DaysAt(now)))
        {
            if (rung.At > now || duty.Given.Contains(rung.Id))
            {
                continue;
            }

            var to = Recipients(unit, rung, DateOnly.FromDateTime(now));
            if (to.Count > 0)
            {
                due.Add((rung, to));
            }
            else if (duty.FoundNobody.Add(rung.Id))
            {
                steps.Add(new(Minute(now), duty.Id, rung.Id, unit.OwnSeat(rung.To[0]), rung.At, StepFate.Undeliverable, null));
            }
        }

        foreach (var (rung, to) in due)
        {
            duty.Given.Add(rung.Id);
            to.ForEach(recipient => steps.Add(StepTo(recipient, duty, rung, due, now)));
        }
    }

    public static DateTime Minute(DateTime at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMinute));

    /// <summary>The rung with the latest planned time, and what is planned for the same time, is delivered; it supersedes the others.</summary>
    private static Step StepTo(string recipient, ReferenceDuty duty, ReferenceRung rung, List<(ReferenceRung Rung, List<string> To)> due, DateTime now)
    {
        var last = rung;
        foreach (var (other, to) in due)
        {
            last = other.At >= last.At && to.Contains(recipient) ? other : last;
        }

        return rung.At < last.At
            ? new(Minute(now), duty.Id, rung.Id, recipient, rung.At, StepFate.Superseded, last.Id)
            : new(Minute(now), duty.Id, rung.Id, recipient, rung.At, recipient is "office" or "convenor" ? StepFate.Pending : StepFate.Delivered, null);
    }

    private static List<string> Recipients(ReferenceUnit unit, ReferenceRung rung, DateOnly on)
    {
        var to = new List<string>();
        foreach (var role in rung.To)
        {
            if (unit.Route(role, on) is { } recipient && !to.Contains(recipient))
            {
                to.Add(recipient);
            }
        }

        return to;
    }
}

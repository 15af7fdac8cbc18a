using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>The section "Planned rungs" of the rules' README, rule by rule.</summary>
internal static class ReferenceLadder
{
    public static List<ReferenceRung> Plan(ReferenceDuty duty, KnownDays days, PlanSettings settings)
    {
        var rungs = new List<ReferenceRung>();
        if (duty.EnteredLate || duty.Due is not { } due || duty.Closed)
        {
            return rungs;
        }

        if (!duty.Reported)
        {
            rungs.AddRange(Steps(duty.Ladder, due, duty.Since, days, settings));
            rungs.AddRange(WeeklyLines(duty, due, days, settings));
            rungs.RemoveAll(r => r.At < duty.Since);
        }

        var suffix = duty.Grants == 0 ? "" : $".{duty.Grants}";
        rungs = rungs.ConvertAll(r => r with { Id = r.Id + suffix });
        if (duty.CorrectionDue is { } correction)
        {
            rungs.Add(new($"correction-{duty.Returns}", BeforeLongRest(days.DoBy(correction), days, settings).ToDateTime(settings.DigestAt), [Role.Liaison]));
        }

        return rungs.OrderBy(r => r.At).ToList();
    }

    /// <summary>Rules 1 and 2.</summary>
    private static IEnumerable<ReferenceRung> Steps(Ladder ladder, DateOnly due, DateTime since, KnownDays days, PlanSettings settings)
    {
        var doBy = days.DoBy(due);
        foreach (var rung in ladder.Rungs)
        {
            if (rung.Offset is not { } offset)
            {
                yield return new(rung.Id, days.NextDigest(since, settings with { DigestAt = rung.At }, orAt: true), rung.To);
                continue;
            }

            var day = days.Walk(doBy, offset);
            var shown = day == days.Walk(doBy, 1) ? day : BeforeLongRest(day, days, settings);
            yield return new(rung.Id, shown.ToDateTime(rung.At), rung.To);
        }
    }

    /// <summary>Rule 3.</summary>
    private static IEnumerable<ReferenceRung> WeeklyLines(ReferenceDuty duty, DateOnly due, KnownDays days, PlanSettings settings)
    {
        var last = days.Walk(days.DoBy(due), duty.Ladder.Rungs.Max(r => r.Offset ?? 0));
        var absorbedFrom = duty.NextDue is { } next ? Steps(duty.Ladder, next, default, days, settings).Min(r => r.At) : DateTime.MaxValue;
        var monday = MondayAfter(last);
        for (var week = 1; week <= duty.Ladder.Weekly; monday = monday.AddDays(7))
        {
            var worked = Enumerable.Range(0, 7).Select(monday.AddDays).Where(days.Works).ToList();
            if (worked.Count == 0)
            {
                continue;
            }

            var at = worked[0].ToDateTime(settings.DigestAt);
            if (at < absorbedFrom)
            {
                yield return new($"week-{week}", at, [Role.Liaison]);
            }

            week++;
        }
    }

    private static DateOnly MondayAfter(DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (day.DayOfWeek != DayOfWeek.Monday);
        return day;
    }

    private static DateOnly BeforeLongRest(DateOnly day, KnownDays days, PlanSettings settings) => days.FollowsLongRest(day, settings.LongRestDays) ? days.Walk(day, -1) : day;
}

using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tests.Simulation;

namespace HuiminCoord.Domain.Tests.Units;

/// <summary>Second versions of the notice's plan, and a unit that works by the first.</summary>
internal static class LaterVersions
{
    public const string Annual = "annual-2020";

    /// <summary>Friday: between the first and the second reminder of the annual report.</summary>
    public const string Morning = "2020-11-20 10:00";

    public static UnitInPlay Begun() => new UnitInPlay().Begun().Named("2020-09-17 10:00", SeatKind.Liaison, "张三");

    public static DutySchedule.Once Once(int month, int day) => new(new(2020, month, day), null);

    public static Plan Due(int month, int day) => Changed(Annual, d => d with { Schedule = Once(month, day) with { OpensOn = new(2020, 11, 1) } });

    public static Plan Changed(string duty, Func<DutyPlan, DutyPlan> change) => Next(NoticePlan.Plan with { Duties = [.. NoticePlan.Duties().Select(d => d.Id == duty ? change(d) : d)] });

    public static Plan With(string duty, DutySchedule schedule) =>
        Next(NoticePlan.Plan with { Duties = [.. NoticePlan.Duties(), new(duty, DutyKind.Other, duty, "", [NoticePlan.Units[0].Id], schedule, [], null)] });

    public static Plan Ladder(DutyKind kind, params Rung[] more)
    {
        var ladder = NoticePlan.Ladders[kind];
        var rungs = ladder.Rungs.Concat(more).OrderBy(r => r.Offset).ToList();
        return Next(NoticePlan.Plan with { Ladders = NoticePlan.Ladders.ToDictionary(l => l.Key, l => l.Key == kind ? ladder with { Rungs = rungs } : l.Value) });
    }

    public static Plan Next(Plan plan) => plan with { Version = 2 };

    /// <summary>The changes of a digest in ordinal order.</summary>
    public static string Sorted(string told) => $"{told[..(told.IndexOf(": ", StringComparison.Ordinal) + 2)]}{string.Join(' ', told[(told.IndexOf(": ", StringComparison.Ordinal) + 2)..].Split(' ').Order(StringComparer.Ordinal))}";
}

using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>Makes up the next version of a plan: mostly small changes, dated near the day on which it is issued.</summary>
internal sealed class PlanAmender(SplitMix random, DateOnly issuedOn, UnitPlan of)
{
    private static readonly string[][] Parts = [[], ["summary"], ["table"], ["summary", "table"], ["summary", "table", "cover"], ["cover"]];

    public Plan Next(Plan plan, UnitPlan unit, bool isMember)
    {
        var version = plan.Version + 1;
        var member = random.Chance(35) ? unit with { Table = unit.Table == TableProfile.None ? TableProfile.Managing : TableProfile.None } : unit;
        var duties = plan.Duties.Select(d => random.Chance(40) ? Changed(d) : d).Where(_ => !random.Chance(3)).ToList();
        duties.AddRange(Enumerable.Range(0, random.Below(3)).Select(i => New($"extra-{version}-{i}")));
        return plan with
        {
            Version = version,
            Amendment = new("试行情况", "", AmendingBody.Meeting),
            Settings = random.Chance(30) ? Changed(plan.Settings) : plan.Settings,
            Units = [.. plan.Units.Where(u => u.Id != unit.Id), .. isMember ? [member] : Array.Empty<UnitPlan>()],
            Duties = duties,
            Ladders = plan.Ladders.ToDictionary(l => l.Key, l => random.Chance(25) ? Changed(l.Value) : l.Value),
        };
    }

    private PlanSettings Changed(PlanSettings settings) => settings with
    {
        DigestAt = random.Pick([settings.DigestAt, new(8, 30), new(9, 0), new TimeOnly(9, 45)]),
        CloseOfBusiness = random.Pick([new(17, 0), new(17, 30), new TimeOnly(18, 0)]),
        CorrectionWorkdays = random.Between(1, 3),
        LongRestDays = random.Between(2, 4),
    };

    private DutyPlan New(string id) => new(id, random.Pick([DutyKind.Other, DutyKind.Decision, DutyKind.Annual]), id, "", [of.Id], Schedule(), random.Chance(50) ? [] : random.Pick(Parts), null);

    private DutyPlan Changed(DutyPlan duty) => random.Weighted([50, 28, 17, 5]) switch
    {
        0 => duty with { Schedule = Changed(duty.Schedule) },
        1 => duty with { Parts = duty.Kind == DutyKind.Liaison ? duty.Parts : random.Pick(Parts) },
        2 => duty with { OwedBy = duty.OwedBy.Contains(of.Id) ? [.. duty.OwedBy.Where(u => u != of.Id), new UnitId("shangwu")] : [.. duty.OwedBy, of.Id] },
        _ => duty with { Kind = duty.Kind is DutyKind.Other or DutyKind.Annual ? DutyKind.Decision : duty.Kind },
    };

    private DutySchedule Changed(DutySchedule schedule) => schedule switch
    {
        DutySchedule.Monthly m when random.Chance(40) => m with { Day = random.Pick([5, 20, 25, 29, 31]) },
        DutySchedule.Monthly m when random.Chance(50) => m with { To = m.To.AddMonths(random.Between(-2, 1)) },
        DutySchedule.Monthly m => m with { From = m.From.AddMonths(random.Between(-2, 2)) },
        DutySchedule.Once o when random.Chance(60) => Once(o.Due.AddDays(random.Chance(70) ? random.Between(-30, 45) : random.Between(45, 150))),
        _ => Schedule(),
    };

    private DutySchedule Schedule() => random.Chance(25) ? new DutySchedule.Undated() : Once(issuedOn.AddDays(random.Chance(30) ? random.Between(-12, 4) : random.Between(-3, 90)));

    private DutySchedule.Once Once(DateOnly due) => new(due, random.Weighted([40, 30, 30]) switch
    {
        0 => null,
        1 => due.AddDays(-random.Below(60)),
        _ => issuedOn.AddDays(random.Between(-5, 40)) is var near && near < due ? near : due,
    });

    private Ladder Changed(Ladder ladder)
    {
        var rungs = ladder.Rungs.ToList();
        if (random.Chance(40) && rungs.Count > 1)
        {
            rungs.RemoveAt(random.Below(rungs.Count));
        }

        if (random.Chance(60))
        {
            var offset = random.Pick([-12, -8, -3, -2, 4, 6]);
            rungs.RemoveAll(r => r.Offset == offset);
            rungs.Add(NoticePlan.To(offset < 0 ? $"t{offset}" : $"plus-{offset}", offset, random.Pick([Role.Liaison, Role.Leader, Role.Office])));
        }

        var at = random.Below(rungs.Count);
        rungs[at] = random.Chance(30) ? rungs[at] with { At = new(random.Between(8, 18), 0), To = [Role.Liaison, Role.Leader] } : rungs[at];
        return new([.. rungs.OrderBy(r => r.Offset ?? -99).ThenBy(r => r.At)], random.Chance(30) ? random.Below(3) : ladder.Weekly);
    }
}

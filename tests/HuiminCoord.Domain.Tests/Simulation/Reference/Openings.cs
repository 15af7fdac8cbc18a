using System.Globalization;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>README, "Opening": which occurrences there are, when each opens and whether it was entered late.</summary>
internal static class Openings
{
    /// <summary>Every occurrence that the plan lays on the unit.</summary>
    /// <param name="OpensOn">Null = at the issue.</param>
    public sealed record Occurring(DutyPlan Duty, string Id, DateOnly? Due, DateOnly? OpensOn, DateOnly? NextDue);

    /// <summary>Opens what opens on or before the day and has not been opened.</summary>
    public static void Through(ReferenceUnit unit, DateOnly day)
    {
        if (day <= unit.OpenedThrough)
        {
            return;
        }

        foreach (var one in unit.Papers.Remembered(unit))
        {
            if (one.OpensOn > unit.OpenedThrough && one.OpensOn <= day)
            {
                Open(unit, one, one.OpensOn.Value.ToDateTime(TimeOnly.MinValue));
            }
        }

        unit.OpenedThrough = day;
    }

    public static void AtIssue(ReferenceUnit unit, DateTime issuedAt)
    {
        var day = DateOnly.FromDateTime(issuedAt);
        foreach (var one in unit.Papers.Remembered(unit).Where(o => o.OpensOn is null || o.OpensOn <= day))
        {
            Open(unit, one, issuedAt);
        }

        unit.OpenedThrough = day;
    }

    public static IEnumerable<Occurring> Of(ReferenceUnit unit)
    {
        foreach (var duty in unit.Plan.Duties.Where(d => d.OwedBy.Contains(unit.Unit.Id)))
        {
            switch (duty.Schedule)
            {
                case DutySchedule.Undated:
                    yield return new(duty, duty.Id, null, null, null);
                    break;
                case DutySchedule.Once once:
                    yield return new(duty, duty.Id, once.Due, once.OpensOn, null);
                    break;
                case DutySchedule.Monthly monthly:
                    for (var month = monthly.From; month <= monthly.To; month = month.AddMonths(1))
                    {
                        yield return Monthly(duty, monthly, month);
                    }

                    break;
            }
        }
    }

    private static Occurring Monthly(DutyPlan duty, DutySchedule.Monthly monthly, DateOnly month) => new(
        duty,
        string.Create(CultureInfo.InvariantCulture, $"{duty.Id}-{month.Year:0000}-{month.Month:00}"),
        DueIn(monthly, month),
        month == monthly.From ? null : DueIn(monthly, month.AddMonths(-1)).AddDays(1),
        month == monthly.To ? null : DueIn(monthly, month.AddMonths(1)));

    private static DateOnly DueIn(DutySchedule.Monthly monthly, DateOnly month)
    {
        var day = month.AddDays(monthly.Day - 1);
        return day.Month == month.Month ? day : month.AddMonths(1).AddDays(-1);
    }

    private static void Open(ReferenceUnit unit, Occurring one, DateTime since)
    {
        var parts = one.Duty.Parts.Count == 0 ? ["all"] : one.Duty.Parts;
        var duty = new ReferenceDuty(one.Id, one.Duty.Kind, unit.Plan.Ladders[one.Duty.Kind], parts)
        {
            Due = one.Due,
            NextDue = one.NextDue,
            EnteredLate = one.Due is not { } due || due < DateOnly.FromDateTime(unit.IssuedAt),
            Since = since,
        };
        if (unit.Unit.Table == TableProfile.None && parts.Contains("table"))
        {
            duty.Parts["table"] = Stage.Waived;
        }

        unit.Open.Add(duty);
        unit.History.Opened.Add(duty.Id);
    }
}

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
            if (one.OpensOn > unit.OpenedThrough && one.OpensOn <= day && !unit.EverOpened.Contains(one.Id))
            {
                Open(unit, one, one.OpensOn.Value.ToDateTime(TimeOnly.MinValue), unit.IssuedAt);
            }
        }

        unit.OpenedThrough = day;
    }

    public static void AtIssue(ReferenceUnit unit, DateTime issuedAt)
    {
        var day = DateOnly.FromDateTime(issuedAt);
        foreach (var one in unit.Papers.Remembered(unit).Where(o => o.OpensOn is null || o.OpensOn <= day))
        {
            unit.EverOpened.Add(one.Id);
            if (unit.PlanVersion == 1 || Amending.MayBegin(one, day))
            {
                Open(unit, one, issuedAt, issuedAt);
            }
        }

        unit.OpenedThrough = day;
    }

    /// <summary>The plan lays it on the unit, whose profile leaves something of it.</summary>
    public static bool IsOwed(ReferenceUnit unit, DutyPlan duty) =>
        duty.OwedBy.Contains(unit.Unit.Id) && !(unit.Unit.Table == TableProfile.None && duty.Parts is ["table"]);

    public static IReadOnlyList<string> PartsOf(Occurring one) => one.Duty.Parts.Count == 0 ? ["all"] : one.Duty.Parts;

    public static IEnumerable<Occurring> Of(ReferenceUnit unit) => unit.Plan.Duties.Where(d => IsOwed(unit, d)).SelectMany(Of);

    public static IEnumerable<Occurring> Of(DutyPlan duty)
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

    /// <param name="issued">When the version that brought it was issued.</param>
    public static void Open(ReferenceUnit unit, Occurring one, DateTime since, DateTime issued)
    {
        var parts = PartsOf(one);
        var duty = new ReferenceDuty(one.Id, one.Duty.Kind, unit.Plan.Ladders[one.Duty.Kind], parts)
        {
            Due = one.Due,
            Named = one.Due,
            NextDue = one.NextDue,
            EnteredLate = one.Due is not { } due || due < DateOnly.FromDateTime(issued),
            Since = since,
        };
        if (unit.Unit.Table == TableProfile.None && parts.Contains("table"))
        {
            duty.Parts["table"] = Stage.Waived;
            duty.NotOwed.Add("table");
        }

        unit.Open.Add(duty);
        unit.EverOpened.Add(duty.Id);
        unit.History.Opened.Add(duty.Id);
    }
}

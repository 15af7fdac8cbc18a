using FsCheck;
using FsCheck.Fluent;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using Microsoft.FSharp.Core;

namespace HuiminCoord.Domain.Tests.Reports;

/// <summary>Whatever the last day of a month's report, the campaign's window and its annual windows: every day is counted once.</summary>
public sealed class ReportPeriodPropertyTests
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(500)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20201031, 150103), FSharpOption<int>.None)));

    /// <summary>The first month, how many, and where the first day lies beside it; the lengths of annual windows that follow each other from the first day.</summary>
    private static readonly Gen<Plan> Plans =
        from lastDay in Gen.Choose(1, 28)
        from due in Gen.Choose(1, 31)
        from first in Gen.Choose(0, 30)
        from months in Gen.Choose(0, 20)
        from shift in Gen.Choose(-70, 70)
        from lengths in Gen.Choose(1, 400).ListOf()
        from shorter in Gen.Elements(1, 20)
        select Of(lastDay, due, new DateOnly(2020, 1, 1).AddMonths(first), months, shift, [.. lengths.Select(l => 1 + (l / shorter))]);

    [Fact]
    public void Months_cover_every_day_once() => Prop.ForAll(Plans.ToArbitrary(), plan =>
    {
        var next = plan.Forms!.Periods.From;
        foreach (var (_, period) in ReportPeriods.Months(plan))
        {
            Assert.Equal(next, period.From);
            Assert.True(period.From <= period.To);
            next = period.To.AddDays(1);
        }

        var monthly = (DutySchedule.Monthly)plan.Duties[0].Schedule;
        var last = new DateOnly(monthly.To.Year, monthly.To.Month, plan.Forms.Periods.LastDay);
        return next == last.AddDays(1) || (next == plan.Forms.Periods.From && next > last);
    }).Check(Repeatable);

    [Fact]
    public void Annual_reports_cover_every_day_of_their_windows_once_and_no_other() => Prop.ForAll(Plans.ToArbitrary(), plan =>
    {
        foreach (var (id, window) in plan.Forms!.Periods.Annuals)
        {
            var counted = new Dictionary<DateOnly, int>();
            var parts = AnnualParts.Of(plan, id)!;
            parts.Months.ToList().ForEach(month => Count(counted, month.Period, 1));
            Count(counted, parts.Remainder, 1);
            parts.Earlier.ToList().ForEach(earlier => Count(counted, ReportPeriods.Remainder(plan, earlier), -1));
            Assert.Equal(Days(window.From, window.To), counted.Where(d => d.Value == 1).Select(d => d.Key).Order());
            Assert.All(counted.Values, times => Assert.InRange(times, 0, 1));
        }
    }).Check(Repeatable);

    private static void Count(Dictionary<DateOnly, int> counted, ReportPeriod? period, int times)
    {
        foreach (var day in period is null ? [] : Days(period.From, period.To))
        {
            counted[day] = counted.GetValueOrDefault(day) + times;
        }
    }

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to) => Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays);

    private static Plan Of(int lastDay, int due, DateOnly first, int months, int shift, int[] lengths)
    {
        var (from, annuals) = (first.AddDays(shift), new Dictionary<string, DateWindow>());
        var next = from;
        foreach (var length in lengths)
        {
            annuals[$"annual-{annuals.Count}"] = new(next, next.AddDays(length - 1));
            next = next.AddDays(length);
        }

        var duty = SampleForms.Plan.Duties.Single(d => d.Kind == DutyKind.Monthly) with { Schedule = new DutySchedule.Monthly(due, first, first.AddMonths(months)) };
        return SampleForms.Plan with { Duties = [duty], Forms = SampleForms.Plan.Forms! with { Periods = new(from, lastDay, annuals) } };
    }
}

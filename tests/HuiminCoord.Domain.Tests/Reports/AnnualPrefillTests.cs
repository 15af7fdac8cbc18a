using FsCheck;
using FsCheck.Fluent;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using Microsoft.FSharp.Core;

namespace HuiminCoord.Domain.Tests.Reports;

/// <summary>Annual reports begin with the sums of their months and their final entry.</summary>
public sealed class AnnualPrefillTests
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(300)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20201203, 150103), FSharpOption<int>.None)));

    private static readonly AnnualParts First = AnnualParts.Of(SampleForms.Plan, "annual-2020")!;

    private static readonly AnnualParts Second = AnnualParts.Of(SampleForms.Plan, "annual-2021")!;

    private static readonly CellAt Filed = new("chi-shipin", "filed");

    [Fact]
    public void The_first_year_is_three_months_and_the_last_days_of_November()
    {
        var prefill = AnnualPrefill.Of(First, Months("2020-09 5", "2020-10 1", "2020-11 2", "2020-12 9"), Entries("annual-2020 3"));
        Assert.Equal((5 + 1 + 2 + 3, true), (prefill.Figures[Filed], prefill.IsWhole));
    }

    [Fact]
    public void The_second_has_December_without_them()
    {
        var prefill = AnnualPrefill.Of(Second, All(4), Entries("annual-2020 3", "annual-2021 10"));
        Assert.Equal(((4 - 3) + (9 * 4) + 10, true), (prefill.Figures[Filed], prefill.IsWhole));
    }

    [Fact]
    public void What_is_not_there_is_named_and_not_taken_for_zero()
    {
        var prefill = AnnualPrefill.Of(First, Months("2020-09 5", "2020-11 2"), Entries());
        Assert.Equal((7L, false), (prefill.Figures[Filed], prefill.IsWhole));
        Assert.Equal(["monthly-2020-10"], prefill.LeftOut.Select(m => m.Value));
        Assert.Equal(["annual-2020"], prefill.Entries);
        Assert.Null(AnnualPrefill.Of(First, Months(), Entries()).Figures[Filed]);
    }

    [Fact]
    public void A_month_that_crosses_waits_until_the_earlier_year_has_said_its_part()
    {
        var prefill = AnnualPrefill.Of(Second, All(4), Entries("annual-2021 10"));
        Assert.Equal(46, prefill.Figures[Filed]);
        Assert.Equal(("monthly-2020-12", "annual-2020"), (Assert.Single(prefill.LeftOut).Value, Assert.Single(prefill.Entries)));
    }

    [Fact]
    public void A_month_that_nobody_divides_stays_out()
    {
        var annuals = new Dictionary<string, DateWindow> { ["annual-2021"] = new(new(2020, 12, 1), new(2021, 10, 31)) };
        var plan = SampleForms.Plan with { Forms = SampleForms.Plan.Forms! with { Periods = SampleForms.Periods with { Annuals = annuals } } };
        var prefill = AnnualPrefill.Of(AnnualParts.Of(plan, "annual-2021")!, All(4), Entries("annual-2021 10"));
        Assert.Equal((46L, false, "monthly-2020-12"), (prefill.Figures[Filed], prefill.IsWhole, Assert.Single(prefill.LeftOut).Value));
    }

    [Fact]
    public void A_part_that_is_more_than_its_month_is_a_contradiction()
    {
        var prefill = AnnualPrefill.Of(Second, All(4), Entries("annual-2020 5", "annual-2021 10"));
        Assert.Equal(Filed, Assert.Single(prefill.Contradicting));
        Assert.Equal((null, false), (prefill.Figures[Filed], prefill.IsWhole));
    }

    /// <summary>A figure for every day: whatever the windows, the annual reports add up to the days that they cover.</summary>
    [Fact]
    public void Annual_reports_add_up_to_what_happened_on_their_days() => Prop.ForAll(Plans.ToArbitrary(), Gen.Choose(0, 100).ArrayOf(400).ToArbitrary(), (plan, days) =>
    {
        Figures On(ReportPeriod period) => Figures.None.With(Filed, Enumerable.Range(period.From.DayNumber, period.To.DayNumber - period.From.DayNumber + 1).Sum(d => (long)days[d % days.Length]));
        var months = ReportPeriods.Months(plan).ToDictionary(m => m.Duty, m => On(m.Period));
        var annuals = plan.Forms!.Periods.Annuals;
        var entries = annuals.Keys.Where(a => ReportPeriods.Remainder(plan, a) is not null).ToDictionary(a => a, a => On(ReportPeriods.Remainder(plan, a)!));
        Assert.All(annuals, annual =>
        {
            var prefill = AnnualPrefill.Of(AnnualParts.Of(plan, annual.Key)!, months, entries);
            Assert.Equal((On(new(annual.Value.From, annual.Value.To)), true), (prefill.Figures, prefill.IsWhole));
        });
    }).Check(Repeatable);

    /// <summary>Annual windows that follow each other from the first day, some within one month.</summary>
    private static Gen<Plan> Plans =>
        from lastDay in Gen.Choose(1, 28)
        from lengths in Gen.OneOf(Gen.Choose(1, 12), Gen.Choose(20, 400)).ListOf()
        select SampleForms.Plan with { Forms = SampleForms.Plan.Forms! with { Periods = new(SampleForms.Periods.From, lastDay, Windows([.. lengths])) } };

    private static Dictionary<string, DateWindow> Windows(int[] lengths)
    {
        var (next, windows) = (SampleForms.Periods.From, new Dictionary<string, DateWindow>());
        foreach (var length in lengths)
        {
            windows[$"annual-{windows.Count}"] = new(next, next.AddDays(length - 1));
            next = next.AddDays(length);
        }

        return windows;
    }

    private static Dictionary<DutyId, Figures> All(long filed) => ReportPeriods.Months(SampleForms.Plan).ToDictionary(m => m.Duty, _ => Figures.None.With(Filed, filed));

    private static Dictionary<DutyId, Figures> Months(params string[] months) => months.Select(m => m.Split(' ')).ToDictionary(m => new DutyId($"monthly-{m[0]}"), m => SampleForms.Figures($"chi-shipin: filed {m[1]}"));

    private static Dictionary<string, Figures> Entries(params string[] entries) => entries.Select(e => e.Split(' ')).ToDictionary(e => e[0], e => SampleForms.Figures($"chi-shipin: filed {e[1]}"));
}

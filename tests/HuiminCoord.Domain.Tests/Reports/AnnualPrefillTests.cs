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
    public void The_first_year_begins_with_three_months_and_asks_for_the_last_days_of_November()
    {
        var prefill = Of(First, "2020-09 5", "2020-10 1", "2020-11 2", "2020-12 9");
        Assert.Equal((5 + 1 + 2, true), (prefill.Figures[Filed], prefill.IsWhole));
        Assert.Equal([new(new(2020, 11, 26), new(2020, 11, 30))], prefill.ToAdd);
        Assert.Equal(["monthly-2020-09", "monthly-2020-10", "monthly-2020-11"], prefill.Months.Select(m => m.Duty.Value));
    }

    /// <summary>By hand: 2020 has 5 + 1 + 2 of its months and 11 in all, so 3 happened on 11-26 to 11-30; December's 4 leave 1, and nine months of 4 follow.</summary>
    [Fact]
    public void The_second_has_December_without_what_the_first_year_has_beyond_its_months()
    {
        var counted = Counted([.. All(4), "2020-09 5", "2020-10 1", "2020-11 2"], "annual-2020 11");
        Assert.Equal(3, FinalEntries.Of(SampleForms.Plan, counted)["annual-2020"].Figures[Filed]);
        var prefill = AnnualPrefill.Of(SampleForms.Plan, "annual-2021", counted)!;
        Assert.Equal(((4 - 3) + (9 * 4), true), (prefill.Figures[Filed], prefill.IsWhole));
        Assert.Equal(new ReportPeriod(new(2020, 12, 1), new(2020, 12, 25)), prefill.Months[0].Period);
        Assert.Equal([new(new(2021, 9, 26), new(2021, 10, 31))], prefill.ToAdd);
    }

    [Fact]
    public void What_is_not_there_is_named_with_its_days_and_not_taken_for_zero()
    {
        var prefill = Of(First, "2020-09 5", "2020-11 2");
        Assert.Equal((7L, false), (prefill.Figures[Filed], prefill.IsWhole));
        Assert.Equal([new LeftOutMonth(new("monthly-2020-10"), new(new(2020, 9, 26), new(2020, 10, 25)), LeftOutReason.Missing)], prefill.LeftOut);
        Assert.Equal([new(new(2020, 9, 26), new(2020, 10, 25)), new(new(2020, 11, 26), new(2020, 11, 30))], prefill.ToAdd);
        Assert.Equal([new(new(2020, 9, 1), new(2020, 11, 30))], Of(First).ToAdd);
        Assert.Null(Of(First).Figures[Filed]);
    }

    [Fact]
    public void A_month_that_crosses_waits_until_the_earlier_year_is_reported()
    {
        var prefill = Of(Second, All(4));
        Assert.Equal(36, prefill.Figures[Filed]);
        Assert.Equal(("monthly-2020-12", "annual-2020"), (Assert.Single(prefill.LeftOut).Duty.Value, Assert.Single(prefill.Unsaid)));
        Assert.Equal((new ReportPeriod(new(2020, 12, 1), new(2020, 12, 25)), LeftOutReason.Waits), (prefill.ToAdd[0], prefill.LeftOut[0].Reason));
        Assert.Equal([new(new(2020, 12, 26), new(2021, 9, 25))], prefill.Covered);
    }

    [Fact]
    public void A_year_one_of_whose_months_is_not_reported_does_not_say_its_last_days()
    {
        var counted = Counted([.. All(4).Where(m => !m.StartsWith("2020-10", StringComparison.Ordinal))], "annual-2020 15");
        Assert.Empty(FinalEntries.Of(SampleForms.Plan, counted));
        Assert.Equal("annual-2020", Assert.Single(AnnualPrefill.Of(SampleForms.Plan, "annual-2021", counted)!.Unsaid));
    }

    [Fact]
    public void A_month_that_nobody_divides_stays_out()
    {
        var annuals = new Dictionary<string, DateWindow> { ["annual-2021"] = new(new(2020, 12, 1), new(2021, 10, 31)) };
        var plan = SampleForms.Plan with { Forms = SampleForms.Plan.Forms! with { Periods = SampleForms.Periods with { Annuals = annuals } } };
        var prefill = AnnualPrefill.Of(plan, "annual-2021", Counted(All(4)))!;
        Assert.Equal((36L, false, "monthly-2020-12"), (prefill.Figures[Filed], prefill.IsWhole, Assert.Single(prefill.LeftOut).Duty.Value));
        Assert.Equal(LeftOutReason.Indivisible, prefill.LeftOut[0].Reason);
    }

    [Theory]
    [InlineData(17, "more on the last days of November than in all of December's report")]
    [InlineData(11, "less than its months")]
    public void A_year_that_contradicts_its_months_leaves_the_cell_to_the_unit(int year, string why)
    {
        var prefill = AnnualPrefill.Of(SampleForms.Plan, "annual-2021", Counted(All(4), $"annual-2020 {year}"))!;
        Assert.True(prefill.Undivided is [var cell] && cell == Filed, why);
        Assert.Equal((null, false, 0), (prefill.Figures[Filed], prefill.IsWhole, prefill.LeftOut.Count));
    }

    [Fact]
    public void A_cell_that_a_month_does_not_have_is_not_taken_for_days_of_the_year()
    {
        var counted = Counted(All(4), "annual-2020 13");
        counted[new("monthly-2020-09")] = Figures.None;
        Assert.Equal(Filed, Assert.Single(FinalEntries.Of(SampleForms.Plan, counted)["annual-2020"].Unknown));
        Assert.Equal(Filed, Assert.Single(AnnualPrefill.Of(SampleForms.Plan, "annual-2021", counted)!.Undivided));
    }

    [Fact]
    public void A_month_is_no_year() => Assert.Null(AnnualPrefill.Of(SampleForms.Plan, "monthly-2020-10", Counted(All(4))));

    [Fact]
    public void A_year_with_less_than_its_months_is_asked_about_and_a_note_answers_it()
    {
        var history = ReportHistory.Of(SampleForms.Plan, new("annual-2020"), Counted(["2020-09 5", "2020-10 1", "2020-11 2"]));
        IReadOnlyList<SheetProblem> Asked(int filed, string? note = null) => [.. SheetChecks.Table(
            SampleForms.Sheet(SampleForms.Filled("nongmu", $"chi-shipin: filed {filed}, value 1"), note), SampleForms.Layout("nongmu"), history).Where(p => p.Code == SheetCodes.BelowMonths)];
        Assert.Empty(Asked(8));
        var found = Assert.Single(Asked(7));
        Assert.Equal((Filed, false, false), (found.At!.Value, found.IsError, found.IsAnswered));
        Assert.Equal(["7", "8"], found.Facts);
        Assert.True(Assert.Single(Asked(7, "chi-shipin/filed")).IsAnswered);
    }

    /// <summary>10 of September, October, November; the year has 11. October told one more makes 11, two more 12.</summary>
    [Fact]
    public void A_month_that_is_corrected_says_that_its_year_has_less_by_now()
    {
        var history = ReportHistory.Of(SampleForms.Plan, new("monthly-2020-10"), Counted(["2020-09 5", "2020-10 3", "2020-11 2"], "annual-2020 11"));
        SheetProblem[] Asked(int filed) => [.. SheetChecks.Table(SampleForms.Sheet(SampleForms.Filled("nongmu", $"chi-shipin: filed {filed}, value 1")), SampleForms.Layout("nongmu"), history).Where(p => p.Code == SheetCodes.YearBelow)];
        Assert.Empty(Asked(4));
        var found = Assert.Single(Asked(5));
        Assert.Equal((Filed, "annual-2020", false), (found.At!.Value, found.Place, found.IsError));
        Assert.Equal(["11", "12"], found.Facts);
        Assert.Empty(ReportHistory.Of(SampleForms.Plan, new("monthly-2020-12"), Counted(All(4), "annual-2020 12")).YearsWith(SampleForms.Figures("chi-shipin: filed 9")));
    }

    /// <summary>
    /// By hand: 2020 has 4 + 4 + 4 of its months and 14 in all, so 2 happened on its last days, and December leaves 2 to 2021: 2 + 9 × 4 = 38.
    /// October with 5 leaves the last days 1 and 2021 one more; October with 3 the other way round.
    /// </summary>
    [Theory]
    [InlineData(5, 39)]
    [InlineData(3, 37)]
    public void A_month_that_is_corrected_moves_the_next_year_too(int october, int sum)
    {
        var history = ReportHistory.Of(SampleForms.Plan, new("monthly-2020-10"), Counted(All(4), "annual-2020 14", "annual-2021 38"));
        var years = history.YearsWith(SampleForms.Figures($"chi-shipin: filed {october}"));
        Assert.Equal(["annual-2020", "annual-2021"], years.Select(y => y.Duty.Value));
        Assert.Equal((8L + october, 38L, (long)sum), (years[0].After[Filed], years[1].Before[Filed], years[1].After[Filed]));
        var asked = SheetChecks.Table(SampleForms.Sheet(SampleForms.Filled("nongmu", $"chi-shipin: filed {october}, value 1")), SampleForms.Layout("nongmu"), history).Where(p => p.Code == SheetCodes.YearBelow);
        Assert.Equal(sum > 38 ? ["annual-2021: 38 < 39"] : [], asked.Select(p => $"{p.Place}: {string.Join(" < ", p.Facts)}"));
    }

    [Fact]
    public void A_year_that_is_corrected_moves_the_next_one()
    {
        var year = Assert.Single(ReportHistory.Of(SampleForms.Plan, new("annual-2020"), Counted(All(4), "annual-2020 14", "annual-2021 38")).YearsWith(SampleForms.Figures("chi-shipin: filed 13")));
        Assert.Equal(("annual-2021", 38L, 39L), (year.Duty.Value, year.Before[Filed]!.Value, year.After[Filed]!.Value));
    }

    /// <summary>What a waived month or year would have said, nobody says later either: the unit adds its part of December itself.</summary>
    [Theory]
    [InlineData("monthly-2020-10", LeftOutReason.Waived)]
    [InlineData("annual-2020", null)]
    public void What_is_waived_is_not_waited_for(string waived, LeftOutReason? first)
    {
        var counted = Counted([.. All(4)], "annual-2020 15");
        counted.Remove(new(waived));
        AnnualPrefill Of(string year) => AnnualPrefill.Of(SampleForms.Plan, year, counted, new HashSet<DutyId> { new(waived) })!;
        Assert.Equal(first, Of("annual-2020").LeftOut is [var left, ..] ? left.Reason : null);
        Assert.Equal(("monthly-2020-12", LeftOutReason.Indivisible), (Assert.Single(Of("annual-2021").LeftOut).Duty.Value, Of("annual-2021").LeftOut[0].Reason));
        Assert.Equal(new ReportPeriod(new(2020, 12, 1), new(2020, 12, 25)), Of("annual-2021").ToAdd[0]);
    }

    [Fact]
    public void What_was_reported_before_it_was_waived_counts()
    {
        var counted = Counted(All(4), "annual-2020 15");
        Assert.True(AnnualPrefill.Of(SampleForms.Plan, "annual-2021", counted, new HashSet<DutyId> { new("monthly-2020-10"), new("annual-2020") })!.IsWhole);
    }

    /// <summary>A figure for every day: whatever the windows, the annual reports add up to the days that they cover.</summary>
    [Fact]
    public void Annual_reports_add_up_to_what_happened_on_their_days() => Prop.ForAll(Plans.ToArbitrary(), Gen.Choose(0, 100).ArrayOf(400).ToArbitrary(), (plan, days) =>
    {
        Figures On(ReportPeriod period) => Figures.None.With(Filed, Enumerable.Range(period.From.DayNumber, period.To.DayNumber - period.From.DayNumber + 1).Sum(d => (long)days[d % days.Length]));
        var months = ReportPeriods.Months(plan).ToDictionary(m => m.Duty, m => On(m.Period));
        var counted = months.Concat(plan.Forms!.Periods.Annuals.Select(a => KeyValuePair.Create(new DutyId(a.Key), On(new(a.Value.From, a.Value.To))))).ToDictionary();
        var entries = FinalEntries.Of(plan, counted);
        Assert.All(plan.Forms.Periods.Annuals.Keys, annual =>
        {
            var prefill = AnnualPrefill.Of(plan, annual, counted)!;
            var last = prefill.Remainder is null ? Figures.None : On(prefill.Remainder);
            Assert.Equal((counted[new(annual)], true), (prefill.Figures.Plus(last), prefill.IsWhole));
            Assert.Equal(last[Filed] ?? 0, entries[annual].Figures[Filed] ?? 0);
        });
    }).Check(Repeatable);

    /// <summary>The notice's two years: each begins with its prefill and adds the days that this asks for; together they have every day once.</summary>
    [Fact]
    public void The_two_years_have_every_day_once() => Prop.ForAll(Gen.Choose(0, 100).ArrayOf(426 * 2).ToArbitrary(), days =>
    {
        var first = SampleForms.Periods.From.DayNumber;
        Figures On(ReportPeriod period) => Enumerable.Range(period.From.DayNumber - first, period.To.DayNumber - period.From.DayNumber + 1)
            .Aggregate(Figures.None, (sum, d) => sum.Plus(Figures.None.With(Filed, days[d])).Plus(Figures.None.With(new("wangluo", "filed"), days[^(d + 1)])));
        var counted = ReportPeriods.Months(SampleForms.Plan).ToDictionary(m => m.Duty, m => On(m.Period));
        foreach (var annual in new[] { "annual-2020", "annual-2021" })
        {
            var prefill = AnnualPrefill.Of(SampleForms.Plan, annual, counted)!;
            counted[new(annual)] = prefill.ToAdd.Aggregate(prefill.Figures, (sum, added) => sum.Plus(On(added)));
        }

        Assert.Equal(On(new(new(2020, 9, 1), new(2021, 10, 31))), counted[new("annual-2020")].Plus(counted[new("annual-2021")]));
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

    private static string[] All(long filed) => [.. ReportPeriods.Months(SampleForms.Plan).Select(m => $"{m.Duty.Value["monthly-".Length..]} {filed}")];

    private static AnnualPrefill Of(AnnualParts parts, params string[] months) => AnnualPrefill.Of(parts, Counted(months), new Dictionary<string, FinalEntry>());

    /// <summary>Months as <c>2020-09 5</c>, the later word counts, and years as <c>annual-2020 11</c>.</summary>
    private static Dictionary<DutyId, Figures> Counted(string[] months, params string[] years)
    {
        var counted = new Dictionary<DutyId, Figures>();
        foreach (var said in months.Select(m => $"monthly-{m}").Concat(years).Select(s => s.Split(' ')))
        {
            counted[new(said[0])] = SampleForms.Figures($"chi-shipin: filed {said[1]}");
        }

        return counted;
    }
}

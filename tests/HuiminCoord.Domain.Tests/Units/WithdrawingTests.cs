using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Tests.Simulation;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Units;

/// <summary>审核开始前可撤回修改: README, "Review and taking back", rule by rule.</summary>
public sealed class WithdrawingTests
{
    private const string September = "monthly-2020-09";

    [Fact]
    public void What_is_taken_back_in_time_is_reminded_of_as_if_it_had_not_been_in()
    {
        var unit = Begun().Does("2020-09-18 10:00", Say.Submit(September)).Does("2020-09-21 10:00", Say.TakeBack(September));

        Assert.Equal(UnitInPlay.Instant("2020-09-22 09:00"), unit.Next);
        Assert.Equal(["09-22 09:00 t-5 liaison", "09-27 09:00 t-1 liaison", "09-28 09:00 due liaison"], unit.WokenUntil("2020-09-28 12:00").Steps(September));
    }

    [Fact]
    public void Reminders_whose_time_passed_meanwhile_are_passed_over()
    {
        var unit = Begun().Does("2020-09-18 10:00", Say.Submit(September)).WokenUntil("2020-09-28 10:00").Does("2020-09-28 10:00", Say.TakeBack(September));

        Assert.Equal(["t-5", "t-1", "due"], unit.Events.OfType<UnitEvent.Withdrawn>().Single().Passed);
        Assert.Equal("09-29 09:00 plus-1 liaison", unit.WokenUntil("2020-09-29 12:00").Steps(September).Single());
    }

    [Fact]
    public void A_report_taken_back_after_its_date_is_late_until_it_is_complete_again()
    {
        var unit = Begun().Does("2020-09-25 10:00", Say.Submit(September)).Does("2020-10-09 10:00", Say.TakeBack(September, "table"));
        var taken = unit.Events.OfType<UnitEvent.Withdrawn>().Single();
        Assert.Equal((true, PartStage.Open), (taken.Unreported, taken.Parts["table"]));
        Assert.Null(unit.Refusal("2020-10-09 11:00", Say.Urge(September)));

        unit.Does("2020-10-10 10:00", Say.Submit(September));

        Assert.Equal(new UnitEvent.Reported(Say.Duty(September), UnitInPlay.Instant("2020-10-10 10:00"), false, 4), unit.Events.OfType<UnitEvent.Reported>().Last(e => e.Duty.Value == September));
    }

    [Fact]
    public void The_first_submission_of_what_stays_in_still_counts_and_no_other()
    {
        var unit = Begun().Does("2020-09-25 10:00", Say.Submit(September, "summary")).Does("2020-09-29 10:00", Say.Submit(September, "table"))
            .Does("2020-09-29 11:00", Say.TakeBack(September, "table")).Does("2020-09-30 10:00", Say.Paper(September, "2020-09-27 16:00"));

        Assert.Equal((UnitInPlay.Instant("2020-09-27 16:00"), true), Last(unit));
    }

    [Fact]
    public void Taking_back_half_a_report_changes_no_reminder()
    {
        var unit = Begun().Does("2020-09-18 10:00", Say.Submit(September, "summary")).WokenUntil("2020-09-23 10:00").Does("2020-09-23 10:00", Say.TakeBack(September));
        var taken = unit.Events.OfType<UnitEvent.Withdrawn>().Single();

        Assert.Equal((false, 0), (taken.Unreported, taken.Passed.Count));
        Assert.Equal(["09-22 09:00 t-5 liaison", "09-27 09:00 t-1 liaison"], unit.WokenUntil("2020-09-27 12:00").Steps(September));
    }

    [Fact]
    public void A_correction_that_is_taken_back_is_due_on_its_date_and_the_report_stays_on_time()
    {
        var unit = Begun().Does("2020-09-21 10:00", Say.Submit(September)).Does("2020-09-21 16:00", Say.Return(September, "table"))
            .Does("2020-09-22 10:00", Say.Submit(September)).Does("2020-09-22 11:00", Say.TakeBack(September, "table"));
        var taken = unit.Events.OfType<UnitEvent.Withdrawn>().Single();

        Assert.Equal((false, new DateOnly(2020, 9, 23), PartStage.Returned), (taken.Unreported, taken.CorrectionDue, taken.Parts["table"]));
        Assert.Equal(["09-23 09:00 correction-1 liaison"], unit.WokenUntil("2020-10-31 00:00").Steps(September));
        Assert.True(unit.Report(September).OnTime);
    }

    [Fact]
    public void The_reminder_of_a_correction_that_passed_meanwhile_does_not_come_late()
    {
        var unit = Begun().Does("2020-09-21 10:00", Say.Submit(September)).Does("2020-09-21 16:00", Say.Return(September, "table"))
            .Does("2020-09-22 10:00", Say.Submit(September)).WokenUntil("2020-09-23 10:00").Does("2020-09-23 10:00", Say.TakeBack(September, "table"));

        Assert.Equal(["correction-1"], unit.Events.OfType<UnitEvent.Withdrawn>().Single().Passed);
        Assert.Empty(unit.WokenUntil("2020-10-31 00:00").Steps(September));
    }

    [Fact]
    public void Once_the_review_has_begun_nothing_is_taken_back_until_it_comes_back()
    {
        var unit = Begun().Does("2020-09-21 10:00", Say.Submit(September)).Does("2020-09-21 11:00", Say.Review(September, "table"));
        Assert.True(unit.ChangesNothing("2020-09-21 11:01", Say.Review(September, "table")));
        Assert.Equal("withdraw.review-begun", unit.Refusal("2020-09-21 11:02", Say.TakeBack(September, "summary", "table")));

        unit.Does("2020-09-21 11:03", Say.TakeBack(September));
        Assert.Equal(["summary"], unit.Events.OfType<UnitEvent.Withdrawn>().Single().Parts.Keys);
        Assert.Equal("withdraw.review-begun", unit.Refusal("2020-09-21 11:04", Say.TakeBack(September)));

        unit.Does("2020-09-21 12:00", Say.Return(September, "table")).Does("2020-09-21 13:00", Say.Submit(September, "table")).Does("2020-09-21 13:01", Say.TakeBack(September, "table"));
        Assert.Equal(PartStage.Returned, unit.Events.OfType<UnitEvent.Withdrawn>().Last().Parts["table"]);
    }

    [Fact]
    public void A_paper_that_the_office_entered_is_not_the_unit_s_to_take_back()
    {
        var unit = Begun().Does("2020-09-21 10:00", Say.Submit(September, "summary")).Does("2020-09-22 10:00", Say.Paper(September, "2020-09-21 16:00"));
        Assert.Equal("withdraw.entered-by-office", unit.Refusal("2020-09-22 11:00", Say.TakeBack(September, "table")));

        unit.Does("2020-09-22 12:00", Say.TakeBack(September));
        Assert.Equal(["summary"], unit.Events.OfType<UnitEvent.Withdrawn>().Single().Parts.Keys);
    }

    [Fact]
    public void A_waived_part_stays_waived_and_a_dropped_request_stays_dropped()
    {
        var unit = Begun().Does("2020-09-21 09:30", Say.Ask(September, 2020, 10, 12)).Does("2020-09-21 10:00", Say.Submit(September, "summary")).Does("2020-09-21 11:00", Say.Waive(September, "table"))
            .Does("2020-09-21 12:00", Say.TakeBack(September));

        Assert.True(unit.Events.OfType<UnitEvent.Withdrawn>().Single().Unreported);
        Assert.Equal("part.waived", unit.Refusal("2020-09-21 12:01", Say.Submit(September, "table")));
        Assert.Equal("extension.none-pending", unit.Refusal("2020-09-21 12:01", Say.Grant(September)));
        Assert.Null(unit.Refusal("2020-09-21 12:01", Say.Ask(September, 2020, 10, 12)));
    }

    [Fact]
    public void What_the_unit_does_not_owe_any_more_is_waived_and_may_be_the_last()
    {
        var unit = Begun().Does("2020-09-21 10:00", Say.Submit(September)).Does("2020-09-21 11:00", Say.Accept(September, "summary"))
            .Amended("2020-09-22 10:00", LaterVersions.Next(NoticePlan.Plan), NoticePlan.Units[0] with { Table = Domain.Plans.TableProfile.None })
            .Does("2020-09-22 11:00", Say.TakeBack(September));

        Assert.Equal(PartStage.Waived, unit.Events.OfType<UnitEvent.Withdrawn>().Single().Parts["table"]);
        Assert.IsType<UnitEvent.Closed>(unit.Events.Last());
    }

    [Theory]
    [InlineData(0, PartStage.Open)]
    [InlineData(1, PartStage.Returned)]
    public void What_an_earlier_program_kept_can_be_taken_back(int returns, PartStage becomes)
    {
        var (terms, at) = (World.Real.Terms(), UnitInPlay.Instant("2020-09-24 10:00"));
        var kept = new Obligation(Say.Duty(September)) { FirstSubmittedAt = UnitInPlay.Instant("2020-09-21 10:00"), Returns = returns };
        kept = kept with { Parts = kept.Parts.Add("summary", PartStage.Submitted).Add("table", PartStage.Submitted) };
        var state = Begun().State;
        state = state with { Open = [.. state.Open.Select(o => o.Id == kept.Id ? kept : o)] };

        var half = After(UnitRules.Decide(state, Say.TakeBack(September, "table"), terms, at), state);
        Assert.Equal((becomes, kept.FirstSubmittedAt), (Stage(half, "table"), terms.Of(half, half.Find(kept.Id)!).JudgedAt));

        var whole = After(UnitRules.Decide(half, Say.TakeBack(September, "summary"), terms, at), half);
        Assert.Equal(becomes == PartStage.Open, terms.Of(whole, whole.Find(kept.Id)!).JudgedAt is null);

        PartStage Stage(UnitState unit, string part) => terms.Of(unit, unit.Find(kept.Id)!).Stage(part);
    }

    private static UnitState After(Decision<UnitEvent> decision, UnitState before) => Assert.IsType<Decision<UnitEvent>.Kept>(decision).Events.Aggregate(before, UnitEvolution.Evolve);

    private static (DateTimeOffset? At, bool? OnTime) Last(UnitInPlay unit)
    {
        var report = unit.Events.OfType<UnitEvent.Reported>().Last(e => e.Duty.Value == September);
        return (report.At, report.OnTime);
    }

    private static UnitInPlay Begun() => new UnitInPlay().Begun().Named("2020-09-17 10:00", SeatKind.Liaison, "张三");
}

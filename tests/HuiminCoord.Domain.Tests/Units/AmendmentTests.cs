using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tests.Simulation;
using static HuiminCoord.Domain.Tests.Units.LaterVersions;

namespace HuiminCoord.Domain.Tests.Units;

/// <summary>What a later version of the plan changes for a unit: README, "Amendments", rule by rule.</summary>
public sealed class AmendmentTests
{
    [Fact]
    public void Another_date_is_planned_anew_under_new_ids()
    {
        var unit = Begun().WokenUntil(Morning).Amended(Morning, Due(12, 10)).WokenUntil("2020-12-10 12:00");
        Assert.Equal(["11-12 09:00 t-15 liaison", "12-03 09:00 t-5.1 liaison", "12-09 09:00 t-1.1 liaison", "12-10 09:00 due.1 liaison"], unit.Steps(Annual));
        Assert.Contains("11-23 09:00 liaison: plan:2 replanned:annual-2020", unit.Told);
    }

    [Fact]
    public void A_date_before_the_day_of_issue_is_not_imposed()
    {
        var unit = Begun().WokenUntil(Morning).Amended(Morning, Due(11, 10)).WokenUntil("2020-12-03 10:00").Does("2020-12-03 11:00", Say.Submit(Annual));
        Assert.Equal(["11-12 09:00 t-15 liaison", "11-26 09:00 t-5 liaison", "12-02 09:00 t-1 liaison", "12-03 09:00 due liaison"], unit.Steps(Annual));
        Assert.True(unit.Report(Annual).OnTime);
    }

    [Fact]
    public void The_day_of_issue_itself_is_not_past()
    {
        var unit = Begun().WokenUntil(Morning).Amended(Morning, Due(11, 20)).WokenUntil("2020-11-23 12:00");
        Assert.Equal("11-23 09:00 plus-1.1 liaison", unit.Steps(Annual)[^1]);
    }

    [Fact]
    public void A_report_that_is_in_keeps_its_date_and_stays_silent()
    {
        var unit = Begun().WokenUntil("2020-11-18 09:30").Does("2020-11-18 10:00", Say.Submit(Annual)).Amended(Morning, Due(12, 10)).WokenUntil("2020-12-31 00:00");
        Assert.Equal(["11-12 09:00 t-15 liaison"], unit.Steps(Annual));
        Assert.Equal(new(2020, 12, 3), unit.State.Find(Say.Duty(Annual))!.MovedTo);
    }

    [Fact]
    public void An_extension_outlives_an_earlier_date_and_yields_to_a_later_one()
    {
        var extended = Begun().Does("2020-11-18 10:00", Say.Ask(Annual, 2020, 12, 18)).Does("2020-11-18 11:00", Say.Grant(Annual)).WokenUntil(Morning);
        Assert.Equal(new(2020, 12, 18), extended.Amended(Morning, Due(12, 10)).State.Find(Say.Duty(Annual))!.MovedTo);

        var later = extended.Amended("2020-11-23 10:00", Due(12, 25) with { Version = 3 });
        Assert.Null(later.State.Find(Say.Duty(Annual))!.MovedTo);
        Assert.Contains("12-25 09:00 due.2 liaison", later.WokenUntil("2020-12-26 00:00").Steps(Annual));
    }

    [Fact]
    public void A_request_for_the_old_date_is_gone_with_it()
    {
        var unit = Begun().Does("2020-11-18 10:00", Say.Ask(Annual, 2020, 12, 18)).Amended(Morning, Due(12, 10));
        Assert.Equal("extension.none-pending", unit.Refusal("2020-11-20 11:00", Say.Grant(Annual)));
    }

    [Fact]
    public void What_was_entered_late_stays_so_until_a_date_to_come_is_named()
    {
        var past = Begun().Amended(Morning, Changed("training", d => d with { Schedule = Once(11, 10) })).WokenUntil("2020-11-30 00:00");
        Assert.Equal("urge.entered-late", past.Refusal("2020-11-30 10:00", Say.Urge("training")));
        Assert.Empty(past.Steps("training"));

        var dated = past.Amended("2020-12-01 10:00", Changed("training", d => d with { Schedule = Once(12, 16) }) with { Version = 3 }).WokenUntil("2020-12-16 12:00");
        Assert.Equal(["12-15 09:00 t-1.1 liaison", "12-16 09:00 due.1 liaison"], dated.Steps("training"));
    }

    [Fact]
    public void A_duty_that_the_plan_drops_ends_and_never_opens_again()
    {
        var without = Changed("training", d => d with { OwedBy = [NoticePlan.Units[2].Id] });
        var unit = Begun().WokenUntil(Morning).Amended(Morning, without);
        Assert.Equal("obligation.not-owed", unit.Refusal("2020-11-20 11:00", Say.Submit("training")));
        Assert.Contains("11-23 09:00 liaison: ended:training plan:2", unit.WokenUntil("2020-11-24 00:00").Told.Select(Sorted));

        unit.Amended("2020-11-24 10:00", NoticePlan.Plan with { Version = 3 });
        Assert.Equal("obligation.closed", unit.Refusal("2020-11-24 11:00", Say.Submit("training")));
    }

    [Fact]
    public void A_report_that_was_accepted_is_not_asked_for_again()
    {
        var unit = Begun().Does("2020-11-02 10:00", Say.Submit("training")).Does("2020-11-03 10:00", Say.Accept("training"))
            .Amended(Morning, Changed("training", d => d with { OwedBy = [NoticePlan.Units[2].Id] })).Amended("2020-11-24 10:00", NoticePlan.Plan with { Version = 3 });
        Assert.Null(unit.State.Find(Say.Duty("training")));
    }

    [Fact]
    public void A_new_duty_begins_and_is_told()
    {
        var unit = Begun().WokenUntil(Morning).Amended(Morning, With("exhibition", Once(12, 16))).WokenUntil("2020-12-16 12:00");
        Assert.Equal(["12-15 09:00 t-1 liaison", "12-16 09:00 due liaison"], unit.Steps("exhibition"));
        Assert.Contains("11-23 09:00 liaison: brought:exhibition plan:2", unit.Told.Select(Sorted));
    }

    [Fact]
    public void Nothing_begins_that_was_due_before_the_issue()
    {
        var unit = Begun().Amended(Morning, With("exhibition", Once(11, 19)));
        Assert.Equal("obligation.closed", unit.Refusal("2020-11-20 11:00", Say.Submit("exhibition")));
        Assert.DoesNotContain(unit.State.Changes!.Items, i => i.StartsWith("brought", StringComparison.Ordinal));
    }

    [Fact]
    public void What_opens_between_issue_and_arrival_is_open_on_arrival()
    {
        var unit = Begun().Amended("2020-11-25 10:00", With("exhibition", Once(12, 16) with { OpensOn = new(2020, 11, 23) }), issued: Morning);
        Assert.NotNull(unit.State.Find(Say.Duty("exhibition")));
    }

    [Fact]
    public void What_opens_later_opens_on_its_day()
    {
        var unit = Begun().WokenUntil(Morning).Amended(Morning, With("exhibition", Once(12, 16) with { OpensOn = new(2020, 11, 26) }));
        Assert.Equal("obligation.not-open-yet", unit.Refusal("2020-11-25 11:00", Say.Submit("exhibition")));
        Assert.Null(unit.Refusal("2020-11-26 00:00", Say.Submit("exhibition")));
    }

    [Fact]
    public void A_new_rung_for_a_morning_that_is_over_is_passed_over()
    {
        var plan = Ladder(DutyKind.Annual, NoticePlan.To("t-12", -12), NoticePlan.To("t-3", -3));
        var unit = Begun().WokenUntil(Morning).Amended(Morning, plan).WokenUntil("2020-12-01 00:00");
        Assert.Equal(["11-12 09:00 t-15 liaison", "11-26 09:00 t-5 liaison", "11-30 09:00 t-3 liaison"], unit.Steps(Annual));
    }

    [Fact]
    public void The_rungs_of_what_was_assigned_follow_in_the_same_way()
    {
        var plan = Ladder(DutyKind.Other, NoticePlan.To("t-8", -8), NoticePlan.To("t-3", -3));
        var unit = Begun().Does("2020-11-16 10:00", Say.Assign("a-1", new(2020, 11, 27))).WokenUntil(Morning).Amended(Morning, plan).WokenUntil("2020-11-25 00:00");
        Assert.Equal(["11-24 09:00 t-3 liaison"], unit.Steps("a-1"));
    }

    [Fact]
    public void A_correction_is_reminded_of_though_the_digest_moved_before_now()
    {
        var unit = Begun().Does("2020-11-17 10:00", Say.Submit(Annual)).Does("2020-11-18 10:00", Say.Return(Annual, "table")).WokenUntil("2020-11-20 08:45")
            .Amended("2020-11-20 08:45", Next(NoticePlan.Plan with { Settings = NoticePlan.Settings with { DigestAt = new(8, 30) } })).WokenUntil("2020-11-24 00:00");
        Assert.Equal("11-20 09:00 correction-1 liaison", unit.Steps(Annual)[^1]);
    }
}

using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tests.Simulation;
using HuiminCoord.Domain.Units;
using static HuiminCoord.Domain.Tests.Units.LaterVersions;

namespace HuiminCoord.Domain.Tests.Units;

/// <summary>What a later version of the plan changes in the parts of reports, in receipts and in membership: README, "Amendments", rules 3, 5 and 6.</summary>
public sealed class AmendedMembershipTests
{
    [Fact]
    public void A_part_that_is_added_is_owed_unless_the_report_is_in()
    {
        var plan = Changed(Annual, d => d with { Parts = ["summary", "table", "cover"] });
        var (open, reported) = (Begun().Amended(Morning, plan), Begun().Does("2020-11-18 10:00", Say.Submit(Annual)).Amended(Morning, plan));
        Assert.Null(open.Refusal("2020-11-20 11:00", Say.Submit(Annual, "cover")));
        Assert.Equal("part.waived", reported.Refusal("2020-11-20 11:00", Say.Submit(Annual, "cover")));
    }

    [Fact]
    public void A_report_whose_last_open_part_is_dropped_is_in_and_closes_with_the_rest()
    {
        var unit = Begun().Does("2020-11-18 10:00", Say.Submit(Annual, "summary")).Amended(Morning, Changed(Annual, d => d with { Parts = ["summary"] }));
        Assert.True(unit.Report(Annual).OnTime);
        Assert.Equal(UnitInPlay.Instant("2020-11-18 10:00"), unit.Report(Annual).At);
        Assert.Null(unit.Does("2020-11-21 10:00", Say.Accept(Annual)).State.Find(Say.Duty(Annual)));
    }

    [Fact]
    public void A_returned_part_that_is_dropped_takes_its_correction_along()
    {
        var unit = Begun().Does("2020-11-18 10:00", Say.Submit(Annual)).Does("2020-11-19 10:00", Say.Return(Annual, "table"));
        unit.Amended(Morning, NoticePlan.Plan with { Version = 2 }, NoticePlan.Units[0] with { Table = TableProfile.None }).WokenUntil("2020-12-31 00:00");
        Assert.DoesNotContain(unit.Steps(Annual), s => s.Contains("correction", StringComparison.Ordinal));
        Assert.Equal("part.waived", unit.Refusal("2020-12-31 10:00", Say.Submit(Annual, "table")));
    }

    [Fact]
    public void What_was_handed_in_survives_a_profile_that_comes_and_goes()
    {
        var unit = Begun().Does("2020-11-18 10:00", Say.Submit(Annual, "table")).Amended(Morning, NoticePlan.Plan with { Version = 2 }, NoticePlan.Units[0] with { Table = TableProfile.None })
            .Amended("2020-11-23 10:00", NoticePlan.Plan with { Version = 3 }, NoticePlan.Units[0]);
        Assert.True(unit.ChangesNothing("2020-11-23 11:00", Say.Submit(Annual, "table")));
    }

    [Fact]
    public void The_newest_receipt_stands_for_those_before_it()
    {
        var unit = Begun().Amended(Morning, NoticePlan.Plan with { Version = 2 }).Amended("2020-11-23 10:00", NoticePlan.Plan with { Version = 3 });
        Assert.Equal(["plan-3"], unit.State.AwaitedReceipts);
        Assert.Equal("receipt.not-awaited", unit.Refusal("2020-11-24 10:00", new UnitCommand.ConfirmReceipt("plan-1")));
    }

    [Fact]
    public void A_version_that_is_not_newer_changes_nothing()
    {
        var unit = Begun().Amended(Morning, NoticePlan.Plan with { Version = 3 });
        var state = unit.State;
        Assert.Same(state, unit.Amended("2020-11-23 10:00", Due(12, 10)).Amended("2020-11-23 10:00", Due(12, 10) with { Version = 3 }).State);
    }

    [Fact]
    public void A_unit_that_left_owes_nothing_and_hears_nothing()
    {
        var unit = Begun().Does("2020-11-19 10:00", Say.Assign("a-1", new(2020, 12, 31))).Does(Morning, new UnitCommand.Leave(2));
        Assert.Null(unit.Next);
        Assert.Empty(unit.State.Open);
        Assert.Equal("unit.left", unit.Refusal("2020-11-23 10:00", Say.Submit(Annual)));
        Assert.DoesNotContain(unit.WokenAt("2020-11-23 09:00").Events, e => e is UnitEvent.Reminded { Slot: "2020-11-23T09:00" });
        Assert.True(unit.ChangesNothing("2020-11-24 10:00", new UnitCommand.Leave(2)));
    }

    [Fact]
    public void A_unit_that_joins_again_owes_what_is_to_come()
    {
        var unit = Begun().Does(Morning, new UnitCommand.Leave(2)).Amended("2021-03-10 10:00", NoticePlan.Plan with { Version = 3 });
        Assert.Equal(["monthly-2021-03"], unit.State.Open.Select(o => o.Id.Value));
        Assert.Equal("03-11 09:00 liaison: brought:monthly-2021-03 plan:3", Sorted(unit.WokenUntil("2021-03-12 00:00").Told[^1]));
    }

    [Fact]
    public void A_unit_that_an_amendment_brings_in_owes_no_past_month()
    {
        var unit = new UnitInPlay(under: NoticePlan.Plan with { Version = 2 }).Does(Morning, new UnitCommand.Begin(2, UnitInPlay.Instant(Morning), "局负责同志"));
        Assert.Equal(["liaison", "monthly-2020-11", Annual, "implementation-plan", "training", "publicity"], unit.State.Open.Select(o => o.Id.Value));
        Assert.Equal("obligation.closed", unit.Refusal("2020-11-20 11:00", Say.Submit("monthly-2020-09")));
    }
}

using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Units;

/// <summary>Every refusal of a unit, by its stable code. The README of the rules lists them.</summary>
public sealed class RefusalTests
{
    private const string September = "monthly-2020-09";
    private const string Now = "2020-09-21 10:00";
    private static readonly DateOnly Today = new(2020, 9, 21);
    private static readonly string TooLong = new('长', FreeText.MaxLength + 1);

    private static readonly (string Code, UnitCommand Command)[] OfASubmittedAndAnOpenMonth =
    [
        ("obligation.unknown", Say.Submit("unheard-of")),
        ("obligation.not-owed", Say.Submit("of-others")),
        ("obligation.not-open-yet", Say.Submit("annual-2020")),
        ("obligation.closed", Say.Submit("liaison")),
        ("part.unknown", Say.Submit(September, "cover")),
        ("part.unknown", Say.Accept(September, "cover")),
        ("part.unknown", Say.Return(September, "cover")),
        ("part.unknown", Say.Waive(September, "cover")),
        ("text.too-long", Say.Submit(September) with { Note = TooLong }),
        ("submit.received-out-of-range", Say.Paper(September, "2020-09-21 10:01")),
        ("submit.received-out-of-range", Say.Paper(September, "2020-09-17 07:59")),
        ("part.not-submitted", Say.Accept(September)),
        ("part.not-submitted", Say.Accept(September, "table")),
        ("part.not-submitted", Say.Return(September, "table")),
        ("part.returned", Say.Accept("training", "all")),
        ("part.unknown", Say.Review(September, "cover")),
        ("part.not-submitted", Say.Review(September, "table")),
        ("part.returned", Say.Review("training", "all")),
        ("part.unknown", Say.TakeBack(September, "cover")),
        ("part.not-submitted", Say.TakeBack(September, "table")),
        ("part.returned", Say.TakeBack("training", "all")),
        ("text.too-long", Say.TakeBack("publicity") with { Reason = TooLong }),
        ("obligation.closed", Say.TakeBack("liaison")),
        ("return.remark-needed", Say.Return("publicity", "all") with { Remarks = [] }),
        ("return.remark-needed", Say.Return("publicity", "all") with { Remarks = [new("全部", " ")] }),
        ("text.too-long", Say.Return("publicity", "all") with { Remarks = [new("全部", TooLong)] }),
        ("reason.needed", Say.Waive(September) with { Reason = " " }),
        ("text.too-long", Say.Waive(September) with { Reason = TooLong }),
        ("due.entered-late", Say.Ask("publicity", 2020, 12, 1)),
        ("due.entered-late", Say.Move("publicity", 2020, 12, 1)),
        ("due.too-far", Say.Ask(September, 2022, 9, 29)),
        ("due.too-far", Say.Move(September, 2022, 9, 29)),
        ("due.in-the-past", Say.Move(September, 2020, 9, 20)),
        ("reason.needed", Say.Move(September, 2020, 10, 1) with { Reason = "" }),
        ("reason.needed", Say.Ask(September, 2020, 10, 1) with { Reason = "" }),
        ("extension.not-later", Say.Ask(September, 2020, 9, 28)),
        ("extension.none-pending", Say.Grant(September)),
        ("obligation.already-reported", Say.Ask("list", 2020, 12, 1)),
        ("obligation.already-reported", Say.Move("list", 2020, 12, 1)),
        ("urge.already-reported", Say.Urge("list")),
        ("urge.entered-late", Say.Urge("implementation-plan")),
        ("text.too-long", Say.Urge(September, TooLong)),
        ("assignment.id-taken", Say.Assign(September, new(2020, 12, 1))),
        ("assignment.id-taken", Say.Assign("of-others", new(2020, 12, 1))),
        ("assignment.id-taken", Say.Assign("list", new(2020, 12, 1))),
        ("assignment.id-taken", Say.Assign("du-2-04", new(2020, 12, 1))),
        ("assignment.title-needed", new UnitCommand.Assign(new DutyId("new"), new(DutyKind.Other, " ", Today, "", ""))),
        ("assignment.title-needed", new UnitCommand.Assign(new DutyId("new"), new(DutyKind.Other, new('长', 61), Today, "", ""))),
        ("text.too-long", new UnitCommand.Assign(new DutyId("new"), new(DutyKind.Other, "清单", Today, new('长', 61), ""))),
        ("text.too-long", new UnitCommand.Assign(new DutyId("new"), new(DutyKind.Other, "清单", Today, "", new('长', 61)))),
        ("assignment.kind-unknown", Say.Assign("new", Today, (DutyKind)99)),
        ("assignment.due-in-the-past", Say.Assign("new", Today.AddDays(-1))),
        ("receipt.not-awaited", new UnitCommand.ConfirmReceipt("plan-2")),
        ("seat.name-needed", Name(SeatKind.Deputy, " ")),
        ("seat.name-needed", Name(SeatKind.Deputy, new('名', 41))),
        ("seat.term-not-current", Name(SeatKind.Deputy, "李四") with { From = Today.AddDays(1) }),
        ("seat.term-not-current", Name(SeatKind.Deputy, "李四") with { Until = Today.AddDays(-1) }),
        ("seat.same-person", Name(SeatKind.Liaison, "局负责同志")),
        ("seat.vacant", new UnitCommand.EndSeat(SeatKind.Deputy, Today)),
        ("seat.vacant", Say.Absent(SeatKind.Deputy, Today, Today)),
        ("seat.term-reversed", new UnitCommand.EndSeat(SeatKind.Liaison, new(2020, 9, 16))),
        ("seat.term-reversed", Say.Absent(SeatKind.Liaison, Today, Today.AddDays(-1))),
    ];

    public static TheoryData<int> Rows { get; } = [.. Enumerable.Range(0, OfASubmittedAndAnOpenMonth.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_command_out_of_place_is_refused(int row)
    {
        var (code, command) = OfASubmittedAndAnOpenMonth[row];

        Assert.Equal(code, Unit().Refusal(Now, command));
    }

    [Fact]
    public void Before_the_issue_everything_is_refused() => Assert.Equal("unit.not-begun", new UnitInPlay().Refusal(Now, Say.Submit(September)));

    [Fact]
    public void The_liaison_duty_is_fulfilled_by_a_name_not_by_a_paper() =>
        Assert.Equal("submit.name-the-liaison", new UnitInPlay().Begun().Refusal(Now, Say.Submit("liaison")));

    [Fact]
    public void What_was_accepted_is_handed_in_returned_or_waived_no_more()
    {
        var unit = Unit().Does(Now, Say.Submit(September, "summary")).Does(Now, Say.Accept(September, "summary"));

        UnitCommand[] commands =
            [Say.Submit(September, "summary"), Say.Return(September, "summary"), Say.Waive(September, "summary"), Say.Review(September, "summary"), Say.TakeBack(September, "summary")];

        Assert.All(commands, c => Assert.Equal("part.already-accepted", unit.Refusal(Now, c)));
        Assert.True(unit.ChangesNothing(Now, Say.Accept(September, "summary")));
    }

    [Fact]
    public void What_was_waived_is_handed_in_accepted_or_returned_no_more()
    {
        var unit = Unit().Does(Now, Say.Waive(September, "table"));

        UnitCommand[] commands =
            [Say.Submit(September, "table"), Say.Accept(September, "table"), Say.Return(September, "table"), Say.Review(September, "table"), Say.TakeBack(September, "table")];

        Assert.All(commands, c => Assert.Equal("part.waived", unit.Refusal(Now, c)));
        Assert.True(unit.ChangesNothing(Now, Say.Waive(September, "table")));
    }

    [Fact]
    public void An_extension_is_neither_granted_backwards_nor_too_far_and_refused_only_with_a_reason()
    {
        var unit = Unit().Does(Now, Say.Ask(September, 2020, 10, 16));

        Assert.Equal("extension.not-later", unit.Refusal(Now, Say.Grant(September, new(2020, 9, 28))));
        Assert.Equal("extension.not-later", unit.Refusal("2020-10-17 00:00", Say.Grant(September)));
        Assert.Equal("due.too-far", unit.Refusal(Now, Say.Grant(September, new(2022, 9, 29))));
        Assert.Equal("text.too-long", unit.Refusal(Now, Say.Grant(September) with { Reason = TooLong }));
        Assert.Equal("reason.needed", unit.Refusal(Now, Say.Grant(September) with { Granted = false }));
        Assert.True(unit.ChangesNothing(Now, Say.Ask(September, 2020, 10, 16)));
    }

    [Fact]
    public void A_second_urge_on_one_date_needs_a_reason()
    {
        var unit = Unit().Does(Now, Say.Urge(September));

        Assert.Equal("urge.reason-needed", unit.Refusal("2020-09-21 23:59", Say.Urge(September)));
        Assert.Null(unit.Refusal("2020-09-21 23:59", Say.Urge(September, "区领导询问")));
        Assert.Null(unit.Refusal("2020-09-22 00:00", Say.Urge(September)));
    }

    [Fact]
    public void An_urge_that_nobody_would_receive_is_refused()
    {
        var unit = Unit().Does(Now, new UnitCommand.EndSeat(SeatKind.Leader, Today.AddDays(-1))).Does(Now, Say.Absent(SeatKind.Liaison, Today, Today));

        Assert.Equal("urge.nobody-to-receive", unit.Refusal(Now, Say.Urge(September)));
    }

    [Fact]
    public void A_unit_owes_no_more_than_forty_things_at_once()
    {
        var unit = Unit();
        for (var i = 0; unit.State.Open.Count < UnitRules.MostOpen; i++)
        {
            unit.Does(Now, Say.Assign($"more-{i}", Today));
        }

        Assert.Equal("assignment.too-many-open", unit.Refusal(Now, Say.Assign("one-more", Today)));
        Assert.True(unit.ChangesNothing(Now, Say.Assign("more-0", Today)));
    }

    private static UnitCommand.NameSeat Name(SeatKind seat, string holder) => new(seat, holder, "", "", null, null);

    /// <summary>September is open, one assigned duty is reported, training is returned, publicity is with the office.</summary>
    private static UnitInPlay Unit() => new UnitInPlay().Begun().Named("2020-09-17 10:00", SeatKind.Liaison, "张三")
        .Does("2020-09-18 10:00", Say.Assign("list", new(2020, 10, 30))).Does("2020-09-18 10:01", Say.Submit("list"))
        .Does("2020-09-18 10:02", Say.Submit("training")).Does("2020-09-18 10:03", Say.Return("training", "all"))
        .Does("2020-09-18 10:04", Say.Submit("publicity"));
}

using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Units;

/// <summary>Who sits for a unit in the joint meeting: the unit proposes, the meeting decides, and the seat passes on on its day.</summary>
public sealed class MemberTests
{
    private const string Morning = "2020-10-12 10:00", Meeting = "2020年第1次全体会议";

    [Fact]
    public void A_proposal_changes_nothing_but_waits()
    {
        var unit = Proposed();

        Assert.Equal("局负责同志", unit.State.Leader!.Holder);
        Assert.Equal((new DateOnly(2020, 10, 20), "工作变动", new DateOnly(2020, 10, 12)), (unit.State.Member!.Pending!.From, unit.State.Member.Pending.Reason, unit.State.Member.Pending.ProposedOn));
        Assert.Null(unit.State.Member.Pending.Agreed);
        Assert.DoesNotContain(unit.WokenUntil("2020-12-31 00:00").Events, e => e is UnitEvent.SeatNamed { Seat: SeatKind.Leader });
    }

    [Fact]
    public void Agreed_for_a_later_day_the_seat_passes_on_at_its_midnight_and_the_unit_hears_of_both()
    {
        var unit = Proposed().Does("2020-10-15 16:00", Decide(true));
        Assert.Equal("局负责同志", unit.State.Leader!.Holder);
        Assert.Equal(new DateOnly(2020, 10, 20), unit.State.Member!.Pending!.Agreed!.From);

        unit.WokenUntil("2020-10-19 23:59");
        Assert.Equal("局负责同志", unit.State.Leader!.Holder);
        unit.WokenUntil("2020-10-20 00:00");

        Assert.Equal(new Seat("新任同志", new(2020, 10, 20), null), unit.State.Leader);
        Assert.Null(unit.State.Member!.Pending);
        Assert.Equal(new MemberAnswer("新任同志", true, new(2020, 10, 20), null, Meeting, new(2020, 10, 15)), unit.State.Member.Answered);
        Assert.Equal(["10-16 09:00 liaison: member:agreed", "10-20 09:00 liaison: seat:leader"], unit.WokenUntil("2020-10-20 10:00").Told.TakeLast(2));
    }

    [Fact]
    public void Corrected_before_the_unit_has_heard_of_it_only_the_last_word_is_told()
    {
        var unit = Proposed().Does("2020-10-15 16:00", Decide(true)).Does("2020-10-15 16:05", Decide(false));

        Assert.Equal(["10-16 09:00 liaison: member:refused"], unit.WokenUntil("2020-10-16 10:00").Told.Where(t => t.Contains("member:", StringComparison.Ordinal)));
    }

    [Fact]
    public void Who_holds_another_seat_until_then_may_be_proposed_for_the_day_after()
    {
        var unit = new UnitInPlay().Begun().Does("2020-09-17 10:00", new UnitCommand.NameSeat(SeatKind.Liaison, "联络人甲", "", "", null, new(2020, 10, 19)));
        Assert.Equal("seat.same-person", unit.Refusal(Morning, new UnitCommand.ProposeMember("联络人甲", "", "", new(2020, 10, 19), "工作变动")));
        Assert.Null(unit.Refusal(Morning, new UnitCommand.ProposeMember("联络人甲", "", "", new(2020, 10, 20), "工作变动")));
    }

    [Fact]
    public void A_unit_that_slept_over_the_day_names_the_seat_before_anything_else()
    {
        var unit = Proposed().Does("2020-10-15 16:00", Decide(true)).Does("2020-10-23 10:00", Say.Absent(SeatKind.Leader, new(2020, 10, 23), new(2020, 10, 24)));

        Assert.Equal(new Seat("新任同志", new(2020, 10, 20), null) { AbsentFrom = new(2020, 10, 23), AbsentUntil = new(2020, 10, 24) }, unit.State.Leader);
    }

    [Fact]
    public void Without_a_day_it_holds_at_once_when_the_day_wished_for_is_over()
    {
        var unit = Proposed().Does("2020-10-26 16:00", Decide(true));

        Assert.Equal(new Seat("新任同志", new(2020, 10, 26), null), unit.State.Leader);
        Assert.Equal(["新任同志"], unit.Events.OfType<UnitEvent.SeatNamed>().Where(e => e.Seat == SeatKind.Leader).Select(e => e.Holder.Holder));
    }

    [Fact]
    public void A_meeting_of_last_week_may_be_entered_today_back_to_the_day_after_the_present_term_began()
    {
        var unit = Proposed();
        Assert.Equal("member.day-out-of-range", unit.Refusal("2020-10-26 16:00", Decide(true, new(2020, 9, 17))));
        Assert.Equal(new DateOnly(2020, 9, 18), unit.Does("2020-10-26 16:00", Decide(true, new(2020, 9, 18))).State.Leader!.From);
    }

    [Fact]
    public void Not_agreed_everything_stays_and_the_unit_may_ask_again()
    {
        var unit = Proposed().Does("2020-10-15 16:00", Decide(false));

        Assert.Equal(("局负责同志", false), (unit.State.Leader!.Holder, unit.State.Member!.Answered!.Agreed));
        Assert.Null(unit.State.Member.Pending);
        Assert.Equal("10-16 09:00 liaison: member:refused", unit.WokenUntil("2020-10-16 10:00").Told[^1]);
        Assert.Null(unit.Refusal("2020-10-16 11:00", Propose("另一同志")));
    }

    [Fact]
    public void Deciding_once_more_changes_nothing_and_until_the_day_it_may_be_corrected()
    {
        var unit = Proposed().Does("2020-10-15 16:00", Decide(true));
        Assert.True(unit.ChangesNothing("2020-10-15 16:01", Decide(true)));
        Assert.Equal("member.decided", unit.Refusal("2020-10-15 16:02", new UnitCommand.WithdrawMember("")));
        Assert.Equal("member.decided", unit.Refusal("2020-10-15 16:02", Propose("另一同志")));

        unit.Does("2020-10-16 10:00", Decide(true, new(2020, 10, 30))).WokenUntil("2020-10-29 23:00");
        Assert.Equal("局负责同志", unit.State.Leader!.Holder);
        unit.WokenUntil("2020-10-30 00:00");
        Assert.Equal(new DateOnly(2020, 10, 30), unit.State.Leader!.From);
        Assert.True(unit.ChangesNothing("2020-10-30 10:00", Decide(true, new(2020, 10, 30))));
        Assert.Equal("member.none-pending", unit.Refusal("2020-10-30 10:00", Decide(false)));
    }

    [Fact]
    public void The_same_meeting_may_answer_a_second_proposal()
    {
        var unit = Proposed().Does("2020-10-15 16:00", Decide(false)).Does("2020-10-15 16:10", Propose("另一同志"));
        Assert.False(unit.ChangesNothing("2020-10-15 16:20", Decide(false)));
    }

    [Fact]
    public void Withdrawn_it_is_as_if_it_had_not_been_proposed()
    {
        var unit = Proposed().Does("2020-10-13 10:00", new UnitCommand.WithdrawMember("人选另行研究"));
        Assert.Null(unit.State.Member);
        Assert.Equal("member.none-pending", unit.Refusal("2020-10-15 16:00", Decide(true)));
        Assert.Equal("member.none-pending", unit.Refusal("2020-10-15 16:00", new UnitCommand.WithdrawMember("")));
    }

    [Fact]
    public void The_office_still_names_the_seat_directly_and_what_was_asked_for_is_settled_by_it()
    {
        var unit = Proposed().Named("2020-10-13 10:00", SeatKind.Leader, "新任同志");
        Assert.Null(unit.State.Member);
        Assert.Equal("新任同志", unit.State.Leader!.Holder);
        var other = Proposed().Named("2020-10-13 10:00", SeatKind.Leader, "另一同志");
        Assert.Equal("新任同志", other.State.Member!.Pending!.Holder);
    }

    [Fact]
    public void Whom_the_meeting_has_agreed_to_is_not_made_liaison_meanwhile() =>
        Assert.Equal("seat.same-person", Proposed().Does("2020-10-15 16:00", Decide(true)).Refusal("2020-10-16 10:00", new UnitCommand.NameSeat(SeatKind.Deputy, "新任同志", "", "", null, null)));

    [Fact]
    public void A_unit_that_leaves_takes_its_proposal_along()
    {
        var unit = Proposed().Does("2020-10-15 16:00", Decide(true)).Does("2020-10-16 10:00", new UnitCommand.Leave(2));
        Assert.Null(unit.State.Member!.Pending);
        Assert.Null(unit.Next);
    }

    public static TheoryData<string, UnitCommand> Refusals => new()
    {
        { "seat.name-needed", Propose(" ") },
        { "seat.name-needed", Propose(new('名', 41)) },
        { "seat.name-needed", Propose("甲") with { Title = new('长', 41) } },
        { "seat.name-needed", Propose("甲") with { Phone = new('1', 41) } },
        { "reason.needed", Propose("甲") with { Reason = " " } },
        { "text.too-long", Propose("甲") with { Reason = new('长', 101) } },
        { "member.day-out-of-range", Propose("甲") with { From = new(2020, 10, 11) } },
        { "member.day-out-of-range", Propose("甲") with { From = new(2021, 10, 13) } },
        { "member.same-holder", Propose("局负责同志") },
        { "seat.same-person", Propose("张三") },
        { "member.none-pending", new UnitCommand.WithdrawMember("") },
        { "member.none-pending", Decide(true) },
        { "member.basis-needed", Decide(true) with { Basis = " " } },
        { "text.too-long", Decide(true) with { Basis = new('长', 101) } },
    };

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_asked_is_refused(string code, UnitCommand command) => Assert.Equal(code, Begun().Refusal(Morning, command));

    [Fact]
    public void What_cannot_be_decided_is_refused()
    {
        var unit = Proposed();
        (string Code, UnitCommand Command)[] cases =
        [
            ("seat.term-reversed", Decide(true, new(2020, 10, 20)) with { Until = new(2020, 10, 19) }),
            ("seat.term-not-current", Decide(true, new(2020, 10, 1)) with { Until = new(2020, 10, 2) }),
            ("member.day-out-of-range", Decide(true, new(2021, 10, 16))),
            ("member.pending", Propose("另一同志")),
        ];
        Assert.All(cases, c => Assert.Equal(c.Code, unit.Refusal("2020-10-15 16:00", c.Command)));
        Assert.True(unit.ChangesNothing("2020-10-15 16:00", Propose("新任同志")));
        Assert.Equal("seat.same-person", unit.Named("2020-10-16 10:00", SeatKind.Deputy, "新任同志").Refusal("2020-10-17 10:00", Decide(true)));
    }

    internal static UnitCommand.ProposeMember Propose(string holder) => new(holder, "副局长", "0471-0000000", new(2020, 10, 20), "工作变动");

    internal static UnitCommand.DecideMember Decide(bool agreed, DateOnly? from = null) => new(agreed, from, null, Meeting);

    private static UnitInPlay Begun() => new UnitInPlay().Begun().Named("2020-09-17 10:00", SeatKind.Liaison, "张三").WokenUntil("2020-10-12 09:30");

    private static UnitInPlay Proposed() => Begun().Does(Morning, Propose("新任同志"));
}

using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Tests.Campaigns;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Reports;

/// <summary>A report's way: proposed, approved by somebody else, handed in, and opened again by two people.</summary>
public sealed class ReportRulesTests
{
    private static readonly DateTimeOffset Now = Huimin.At("2020-09-25 10:00");
    private static readonly string Hash = new('a', 64);
    private static readonly FilledSheet Sheet = new(Hash, false, null, ["liaison"]);
    private static readonly ReportAsker Liaison = new("liaison", false, false), Leader = new("leader", true, false), Office = new("office", false, true), Second = new("second", false, true);

    [Fact]
    public void Approved_by_the_leader_it_goes_to_the_unit_s_actor_with_its_form()
    {
        var state = Run(new(), (Proposal(), Liaison), (new ReportCommand.Approve(1, null), Leader));
        Assert.Equal((ReportStage.Handing, "leader"), (state.Stage, state.Handing!.ApprovedBy));
        var submit = ReportRules.HandingOf(state.Handing, new("monthly-2020-09"));
        Assert.Equal(new FormRef(1, Hash, Now), submit.Form);
        Assert.Equal(["summary", "table"], submit.Parts);
        Assert.NotNull(ReportRules.NextWake(state, Now));
        state = Run(state, (new ReportCommand.ConfirmHanded(1, null), null));
        Assert.Equal((ReportStage.Handed, 1), (state.Stage, state.Handed!.Number));
        Assert.Null(ReportRules.NextWake(state, Now));
    }

    [Fact]
    public void What_the_unit_s_actor_refuses_is_to_be_filled_in_again_and_says_why()
    {
        var state = Run(new(), (Proposal(), Liaison), (new ReportCommand.Approve(1, null), Leader), (new ReportCommand.ConfirmHanded(1, "obligation.closed"), null));
        Assert.Equal((ReportStage.Filling, "obligation.closed"), (state.Stage, state.Refusal));
        Assert.Null(Run(state, (Proposal(), Liaison)).Refusal);
    }

    [Fact]
    public void Said_twice_each_wish_is_the_same_wish()
    {
        var waiting = Run(new(), (Proposal(), Liaison));
        Assert.Empty(Decide(waiting, Proposal(), Liaison).Events());
        var handing = Run(waiting, (new ReportCommand.Approve(1, null), Leader));
        Assert.Empty(Decide(handing, new ReportCommand.Approve(1, null), Leader).Events());
        Assert.Empty(Decide(Run(handing, (new ReportCommand.ConfirmHanded(1, null), null)), new ReportCommand.ConfirmHanded(1, null), null).Events());
    }

    [Fact]
    public void Nobody_approves_what_they_filled_in_or_proposed()
    {
        var typed = Run(new(), (Proposal(Sheet with { FilledBy = ["leader"] }), Liaison));
        Assert.Equal("report.same-person", Code(typed, new ReportCommand.Approve(1, null), Leader));
        var proposed = Run(new(), (Proposal(), Leader));
        Assert.Equal("report.same-person", Code(proposed, new ReportCommand.Approve(1, null), Leader));
        var waiting = Run(new(), (Proposal(), Liaison));
        Assert.Equal("report.leader-approves", Code(waiting, new ReportCommand.Approve(1, null), new("deputy", false, false)));
        Assert.Equal("report.other-version", Code(waiting, new ReportCommand.Approve(2, null), Leader));
    }

    [Fact]
    public void Where_the_plan_asks_for_a_scan_it_approves_and_no_leader_is_needed()
    {
        var terms = Terms(new("deputy", false, false), ReportApproval.Scan);
        var waiting = Run(new(), (Proposal(), Liaison));
        Assert.Equal("report.scan-needed", Refused(ReportRules.Decide(waiting, new ReportCommand.Approve(1, null), terms, Now)));
        var approved = ReportRules.Decide(waiting, new ReportCommand.Approve(1, [new FileRef(new('b', 64), "签章页.pdf", "application/pdf", 10)]), terms, Now).Events();
        var state = approved.Aggregate(waiting, ReportRules.Evolve);
        Assert.Equal("签章页.pdf", Assert.Single(state.Handing!.Sheet.Files!).Name);
    }

    [Fact]
    public void What_waits_is_taken_back_or_sent_back_with_remarks_and_nothing_else()
    {
        var waiting = Run(new(), (Proposal(), Liaison));
        Assert.Equal("report.waits", Code(waiting, Proposal(Sheet with { Hash = new('c', 64) }), Liaison));
        Assert.Equal(ReportStage.Filling, Run(waiting, (new ReportCommand.TakeBack(), Liaison)).Stage);
        Assert.Equal("report.remark-needed", Code(waiting, new ReportCommand.SendBack([]), Leader));
        var back = Run(waiting, (new ReportCommand.SendBack([new Remark("吃-食品，立案", "请核实", "chi-shipin/filed")]), Leader));
        Assert.Equal("chi-shipin/filed", Assert.Single(back.Remarks).Cell);
        Assert.Equal("report.not-waiting", Code(back, new ReportCommand.TakeBack(), Liaison));
        Assert.Empty(Run(back, (Proposal(), Liaison)).Remarks);
        Assert.Equal(2, Run(back, (Proposal(), Liaison)).Waiting!.Number);
    }

    [Theory]
    [InlineData(PartStage.Submitted)]
    [InlineData(PartStage.Accepted)]
    [InlineData(PartStage.Waived)]
    public void What_is_not_asked_for_is_not_proposed(PartStage stage)
    {
        var terms = Terms(Liaison) with { Stages = new Dictionary<string, PartStage> { ["summary"] = PartStage.Open, ["table"] = stage } };
        Assert.Equal("report.nothing-asked", Refused(ReportRules.Decide(new(), Proposal(), terms, Now)));
        Assert.Single(ReportRules.Decide(new(), new ReportCommand.Propose(["summary"], Sheet), terms, Now).Events());
        Assert.Equal("report.nothing-asked", Refused(ReportRules.Decide(new(), new ReportCommand.Propose([], Sheet), terms, Now)));
        Assert.Equal("part.unknown", Refused(ReportRules.Decide(new(), new ReportCommand.Propose(["photo"], Sheet), terms, Now)));
    }

    [Fact]
    public void A_sheet_with_errors_or_none_at_all_is_not_proposed()
    {
        var wrong = Terms(Liaison) with { Errors = [new(new("chi-shipin", "filed"), null, SheetCodes.Missing, true, [])] };
        Assert.Equal("report.has-errors", Refused(ReportRules.Decide(new(), Proposal(), wrong, Now)));
        Assert.Equal("report.sheet-unknown", Refused(ReportRules.Decide(new(), Proposal(), wrong with { Errors = null }, Now)));
        Assert.Equal("report.unknown", Refused(ReportRules.Decide(new(), Proposal(), wrong with { Duty = null }, Now)));
    }

    [Fact]
    public void Paper_needs_no_approval_and_counts_from_its_receipt()
    {
        var received = Now.AddHours(-3);
        var state = Run(new(), (new ReportCommand.Enter(["summary", "table"], Sheet, received), Office));
        Assert.Equal((ReportStage.Handing, received), (state.Stage, ReportRules.HandingOf(state.Handing!, new("monthly-2020-09")).ReceivedAt));
        Assert.Equal("submit.received-out-of-range", Code(new(), new ReportCommand.Enter(["table"], Sheet, Now.AddMinutes(1)), Office));
    }

    /// <summary>The leader was away, and the sealed paper came: what lay before the leader goes back, and the paper is the next version.</summary>
    [Fact]
    public void Paper_is_taken_also_while_the_unit_s_own_draft_waits_for_its_leader()
    {
        var waiting = Run(new(), (Proposal(), Liaison));
        var state = Run(waiting, (new ReportCommand.Enter(["summary", "table"], Sheet, Now.AddHours(-1)), Office));
        Assert.Equal((ReportStage.Handing, 2, null), (state.Stage, state.Handing!.Number, state.Waiting));
        Assert.Equal("report.waits", Code(state, new ReportCommand.Enter(["table"], Sheet, Now.AddHours(-1)), Office));
    }

    [Fact]
    public void An_accepted_report_is_opened_by_two_people_with_a_reason_and_locked_again_by_the_correction()
    {
        var handed = Run(new(), (Proposal(), Liaison), (new ReportCommand.Approve(1, null), Leader), (new ReportCommand.ConfirmHanded(1, null), null));
        Assert.Equal("report.not-accepted", Code(handed, new ReportCommand.AskReopening("有误"), Office));
        var accepted = Terms(Office) with { Stages = new Dictionary<string, PartStage> { ["summary"] = PartStage.Accepted, ["table"] = PartStage.Waived } };
        Assert.Equal("reason.needed", Refused(ReportRules.Decide(handed, new ReportCommand.AskReopening(" "), accepted, Now)));
        var asked = ReportRules.Decide(handed, new ReportCommand.AskReopening("有误"), accepted, Now).Events().Aggregate(handed, ReportRules.Evolve);
        Assert.Equal("report.second-person", Code(asked, new ReportCommand.DecideReopening(true), Office));
        Assert.Null(Run(asked, (new ReportCommand.DecideReopening(false), Second)).OpenedFor);
        Assert.Equal("report.reopening-none", Code(handed, new ReportCommand.DecideReopening(true), Second));

        var opened = Run(asked, (new ReportCommand.DecideReopening(true), Second));
        Assert.Equal(("有误", ReportStage.Reopened), (opened.OpenedFor, opened.Stage));
        var closed = accepted with { By = Liaison };
        var waiting = ReportRules.Decide(opened, Proposal(), closed, Now).Events().Aggregate(opened, ReportRules.Evolve);
        var correction = Run(waiting, (new ReportCommand.Approve(2, null), Leader));
        Assert.Equal((ReportStage.Correction, 1), (correction.Stage, correction.Handed!.Number));
        Assert.Equal("report.other-version", Code(correction, new ReportCommand.AcceptCorrection(1), Office));
        var again = Run(correction, (new ReportCommand.ReturnCorrection(2, [new Remark("立案", "请附台账")]), Office));
        Assert.Equal((ReportStage.Reopened, 1), (again.Stage, again.Remarks.Count));
        var locked = Run(correction, (new ReportCommand.AcceptCorrection(2), Office));
        Assert.Equal((ReportStage.Handed, 2, (string?)null), (locked.Stage, locked.Handed!.Number, locked.OpenedFor));
        Assert.Empty(Decide(locked, new ReportCommand.AcceptCorrection(2), Office).Events());
    }

    [Fact]
    public void Files_are_taken_or_refused_never_dropped()
    {
        FileRef[] one = [new(new('b', 64), "台账.pdf", "application/pdf", 10)], many = [.. Enumerable.Range(0, FileRules.MostFiles).Select(n => new FileRef(new('c', 64), $"{n}.pdf", "application/pdf", 10))];
        var waiting = Run(new(), (Proposal(), Liaison));
        Assert.Equal("report.waits", Code(waiting, Proposal(Sheet with { Files = one }), Liaison));
        Assert.Empty(Decide(Run(new(), (Proposal(Sheet with { Files = one }), Liaison)), Proposal(Sheet with { Files = [.. one] }), Liaison).Events());
        var handing = Run(waiting, (new ReportCommand.Approve(1, null), Leader));
        Assert.Equal("file.too-late", Code(handing, new ReportCommand.Approve(1, one), Leader));
        Assert.Equal("file.too-many", Code(Run(new(), (Proposal(Sheet with { Files = many }), Liaison)), new ReportCommand.Approve(1, one), Leader));
    }

    [Fact]
    public void What_is_sent_back_is_the_version_that_was_looked_at()
    {
        var second = Run(new(), (Proposal(), Liaison), (new ReportCommand.TakeBack(), Liaison), (Proposal(), Liaison));
        Assert.Equal("report.other-version", Code(second, new ReportCommand.SendBack([new Remark("立案", "请核实")], 1), Leader));
        Assert.Single(Decide(second, new ReportCommand.SendBack([new Remark("立案", "请核实")], 2), Leader).Events());
    }

    [Fact]
    public void It_is_judged_by_its_approval_and_the_answer_is_noted_whatever_the_plan_says_by_then()
    {
        var handing = Run(new(), (Proposal(), Liaison), (new ReportCommand.Approve(1, null), Leader));
        Assert.Equal(Now, ReportRules.HandingOf(handing.Handing!, new("monthly-2020-09")).Form!.ApprovedAt);
        var noted = ReportRules.Decide(handing, new ReportCommand.ConfirmHanded(1, null), Terms(null) with { Duty = null, Forms = null }, Now);
        Assert.IsType<ReportEvent.Handed>(Assert.Single(noted.Events()));
    }

    [Fact]
    public void A_deputy_who_stands_in_for_the_leader_approves()
    {
        var deputy = new SeatAddress(SeatRole.Deputy, new("jiaoyu"));
        Assert.False(ReportAsker.Of(new(deputy, []), "deputy").Leads);
        Assert.True(ReportAsker.Of(new(deputy, [new(SeatRole.Leader, new("jiaoyu"))]), "deputy").Leads);
    }

    private static ReportCommand.Propose Proposal(FilledSheet? sheet = null) => new(["summary", "table"], sheet ?? Sheet);

    private static ReportState Run(ReportState state, params (ReportCommand Command, ReportAsker? By)[] commands) =>
        commands.Aggregate(state, (now, c) => Decide(now, c.Command, c.By).Events().Aggregate(now, ReportRules.Evolve));

    private static Decision<ReportEvent> Decide(ReportState state, ReportCommand command, ReportAsker? by) => ReportRules.Decide(state, command, Terms(by), Now);

    private static string Code(ReportState state, ReportCommand command, ReportAsker? by) => Refused(Decide(state, command, by));

    private static string Refused(Decision<ReportEvent> decision) => Assert.IsType<Decision<ReportEvent>.Refused>(decision).Refusal.Code;

    private static ReportTerms Terms(ReportAsker? by, ReportApproval approval = ReportApproval.Leader)
    {
        var plan = Huimin.WithForms;
        var unit = new UnitTerms(plan, plan.Unit(new("jiaoyu"))!, Time.Shipped.National);
        return new(unit.Find(new("monthly-2020-09")), plan.Forms! with { Approval = approval }, new Dictionary<string, PartStage> { ["summary"] = PartStage.Open, ["table"] = PartStage.Open }, [], by);
    }
}

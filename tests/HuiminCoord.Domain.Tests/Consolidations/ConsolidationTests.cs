using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Tests.Campaigns;
using HuiminCoord.Domain.Tests.Time;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Consolidations;

/// <summary>A month from the units' reports to a table that went upward, a lock, and a bulletin that units signed for.</summary>
public sealed class ConsolidationTests
{
    private static readonly UnitId Jiaoyu = new("jiaoyu"), Minzheng = new("minzheng");

    private static readonly IReadOnlyList<KeptReport> Reported = [Kept("jiaoyu", 1, ReportStanding.Reported), Kept("minzheng", 0, ReportStanding.Missing)];

    [Fact]
    public void A_period_that_has_no_table_is_unknown() =>
        ConsolidationRules.Decide(new(), new ConsolidationCommand.Lock(), Terms() with { Occurrence = null }, At("2020-10-12 10:00")).IsRefused("district.unknown");

    [Fact]
    public void A_bulletin_is_numbered_and_signed_for_also_when_an_amendment_has_taken_its_month_away()
    {
        var gone = Terms() with { Occurrence = null };
        Domain.Deciding.Decision<ConsolidationEvent> Decide(ConsolidationState state, ConsolidationCommand command) => ConsolidationRules.Decide(state, command, gone, At("2020-10-12 10:00"));
        Decide(new(), new ConsolidationCommand.Acknowledge(Jiaoyu)).IsRefused("bulletin.unknown");
        Decide(new(), new ConsolidationCommand.TypeNumber("回市监发〔2020〕12号")).IsRefused("bulletin.not-issued");
        ConsolidationState issued = new() { Bulletin = new(1, 1, new(2020, 10, 9), At("2020-09-28 10:00"), [], new(IssuingBody.Bureau, 1, At("2020-10-10 10:00"), "", System.Collections.Immutable.ImmutableSortedDictionary<string, DateTimeOffset>.Empty)) };
        Assert.IsType<ConsolidationEvent.BulletinAcknowledged>(Decide(issued, new ConsolidationCommand.Acknowledge(Jiaoyu)).Event());
        Assert.IsType<ConsolidationEvent.NumberTyped>(Decide(issued, new ConsolidationCommand.TypeNumber("回市监发〔2020〕12号")).Event());
        Decide(issued, new ConsolidationCommand.SendUpward("")).IsRefused("district.unknown");
    }

    [Fact]
    public void A_table_goes_upward_with_whoever_is_missing_and_is_kept_with_the_versions_that_counted()
    {
        var kept = Assert.IsType<ConsolidationEvent.TableKept>(Decide(new(), new ConsolidationCommand.SendUpward(" 报市级。 "), "2020-10-12 10:00").Event());

        Assert.Equal(new KeptTable(1, KeptFor.SentUpward, 1, "报市级。", At("2020-10-12 10:00")), kept.Table);
        Assert.Equal(Reported, kept.Reports);
        Decide(new(), new ConsolidationCommand.SendUpward(TooLong), "2020-10-12 10:00").IsRefused("text.too-long");
        ConsolidationRules.Decide(new(), new ConsolidationCommand.SendUpward(""), Terms() with { Reports = [Kept("jiaoyu", 0, ReportStanding.Missing)] }, At("2020-10-12 10:00")).IsRefused("consolidation.no-reports");
    }

    [Fact]
    public void A_month_is_locked_once_nobody_owes_anything()
    {
        var refused = Assert.IsType<Domain.Deciding.Decision<ConsolidationEvent>.Refused>(ConsolidationRules.Decide(new(), new ConsolidationCommand.Lock(), Terms() with { Open = [Minzheng] }, At("2020-10-12 10:00")));
        Assert.Equal(("consolidation.not-complete", "民政局"), (refused.Refusal.Code, refused.Refusal.Arguments.Single()));

        var locked = Assert.IsType<ConsolidationEvent.TableKept>(Decide(new(), new ConsolidationCommand.Lock(), "2020-10-12 10:00").Event());
        Assert.Equal(KeptFor.Locked, locked.Table.For);
        ConsolidationRules.Decide(new(), new ConsolidationCommand.Lock(), Terms() with { Lock = LockStanding.Locked }, At("2020-10-12 10:00")).IsNothing();
    }

    [Fact]
    public void A_lock_holds_until_a_report_of_the_month_is_opened_or_counts_otherwise()
    {
        var period = new DutyId("monthly-2020-09");
        Assert.Equal(LockStanding.Open, LockStandings.Of(null, Reported, period, []));
        Assert.Equal(LockStanding.Locked, LockStandings.Of(Reported, [Reported[1], Reported[0]], period, []));
        Assert.Equal(LockStanding.Locked, LockStandings.Of(Reported, [Reported[0] with { LateWorkdays = 2 }, Reported[1]], period, []));
        Assert.Equal(LockStanding.Reopened, LockStandings.Of(Reported, Reported, period, [Jiaoyu]));
        Assert.Equal(LockStanding.Reopened, LockStandings.Of(Reported, [Reported[0] with { Version = 2 }, Reported[1]], period, []));
        var earlier = new KeptReport(Jiaoyu, new("monthly-2020-08"), 2, ReportStanding.Reported);
        Assert.Equal(LockStanding.Locked, LockStandings.Of(Reported, [.. Reported, earlier], period, []));
    }

    [Fact]
    public void Tables_that_are_kept_are_bounded()
    {
        var state = Enumerable.Range(0, ConsolidationRules.MostTables).Aggregate(new ConsolidationState(), (s, _) => Do(s, new ConsolidationCommand.SendUpward(""), "2020-10-12 10:00"));
        Decide(state, new ConsolidationCommand.SendUpward(""), "2020-10-12 10:00").IsRefused("consolidation.too-many-tables");
    }

    [Fact]
    public void A_bulletin_goes_round_with_two_working_days_for_objections()
    {
        var events = Decide(new(), new ConsolidationCommand.Circulate(null), "2020-09-29 17:00").Events();

        Assert.Equal(KeptFor.Draft, Assert.IsType<ConsolidationEvent.TableKept>(events[0]).Table.For);
        Assert.Equal(new ConsolidationEvent.BulletinCirculated(1, 1, new(2020, 10, 9), At("2020-09-29 17:00")), events[1]); // 9-30, then the holiday
        Decide(new(), new ConsolidationCommand.Circulate(new(2020, 9, 29)), "2020-09-29 17:00").IsRefused("bulletin.until-out-of-range");
        Decide(new(), new ConsolidationCommand.Circulate(new(2021, 9, 29)), "2020-09-29 17:00").IsRefused("bulletin.until-out-of-range");
        Decide(Circulated(), new ConsolidationCommand.Circulate(new(2020, 9, 30)), "2020-09-29 17:30").IsRefused("bulletin.until-out-of-range"); // units were promised 10-09
        Assert.Equal(new DateOnly(2020, 10, 20), Do(Do(new(), new ConsolidationCommand.Circulate(new(2020, 10, 20)), "2020-09-29 17:00"), new ConsolidationCommand.Circulate(null), "2020-09-30 10:00").Bulletin!.ObjectionsUntil);
        var annual = Terms() with { Occurrence = OfficeDuties.Periods(WithForms).Single(o => o.Id.Value == "annual-2020") };
        ConsolidationRules.Decide(new(), new ConsolidationCommand.Circulate(null), annual, At("2020-12-09 10:00")).IsRefused("bulletin.monthly-only");
    }

    [Fact]
    public void An_objection_is_taken_until_its_last_day_once_and_must_be_answered()
    {
        var state = Circulated();
        Decide(new(), Objection("数据有误。"), "2020-09-30 10:00").IsRefused("bulletin.unknown");
        Decide(state, Objection(" "), "2020-09-30 10:00").IsRefused("bulletin.text-needed");
        Decide(state, Objection("数据有误。"), "2020-10-10 00:00").IsRefused("bulletin.objections-over");

        state = Do(state, Objection("数据有误。"), "2020-10-09 23:59");
        Decide(state, Objection("数据有误。"), "2020-10-09 23:59").IsNothing();
        Decide(state, new ConsolidationCommand.Issue(null, 1), "2020-10-10 10:00").IsRefused("bulletin.objections-unanswered");
        Decide(state, new ConsolidationCommand.AnswerObjection(2, "已核对。"), "2020-10-10 09:00").IsRefused("bulletin.objection-unknown");
        state = Do(state, new ConsolidationCommand.AnswerObjection(1, "已核对。"), "2020-10-10 09:00");
        Decide(state, new ConsolidationCommand.AnswerObjection(1, "已核对。"), "2020-10-10 09:00").IsNothing();
        Decide(state, new ConsolidationCommand.AnswerObjection(1, "另行答复。"), "2020-10-10 09:00").IsRefused("bulletin.objection-answered");
        Assert.Equal(2, Decide(state, new ConsolidationCommand.Issue(null, 1), "2020-10-10 10:00").Events().Count);
    }

    [Fact]
    public void Objections_are_bounded()
    {
        var state = Enumerable.Range(0, 60).Aggregate(Circulated(), (s, i) => Do(s, Objection($"第{i}条。"), "2020-09-30 10:00"));
        Decide(state, Objection("再一条。"), "2020-09-30 10:00").IsRefused("bulletin.too-many-objections");
    }

    [Fact]
    public void It_is_issued_after_the_time_for_objections_by_whoever_saw_its_last_round()
    {
        Decide(new(), new ConsolidationCommand.Issue(null, 1), "2020-10-10 10:00").IsRefused("bulletin.not-circulated");
        Decide(Circulated(), new ConsolidationCommand.Issue(null, 1), "2020-10-09 10:00").IsRefused("bulletin.objections-open");
        var again = Do(Circulated(), new ConsolidationCommand.Circulate(new(2020, 10, 10)), "2020-10-09 10:00");
        Decide(again, new ConsolidationCommand.Issue(null, 1), "2020-10-12 10:00").IsRefused("bulletin.other-round");

        var state = Do(again, new ConsolidationCommand.Issue(IssuingBody.DistrictOffice, 2), "2020-10-12 10:00");
        Assert.Equal((IssuingBody.DistrictOffice, 3, KeptFor.Issued), (state.Bulletin!.Issued!.Issuer, state.Bulletin.Issued.Table, state.Table(3)!.For));
        Decide(state, new ConsolidationCommand.Issue(null, 2), "2020-10-12 10:00").IsNothing();
        Decide(state, new ConsolidationCommand.Circulate(null), "2020-10-12 10:00").IsRefused("bulletin.issued");
        Decide(state, Objection("数据有误。"), "2020-10-09 10:00").IsRefused("bulletin.issued");
    }

    [Fact]
    public void Its_number_is_typed_in_as_the_registry_gave_it_and_each_unit_signs_once()
    {
        Decide(Circulated(), new ConsolidationCommand.TypeNumber("回市监发〔2020〕12号"), "2020-10-10 10:00").IsRefused("bulletin.not-issued");
        Decide(Circulated(), new ConsolidationCommand.Acknowledge(Jiaoyu), "2020-10-10 10:00").IsRefused("bulletin.not-issued");
        Decide(new(), new ConsolidationCommand.Acknowledge(Jiaoyu), "2020-10-10 10:00").IsRefused("bulletin.unknown");

        var state = Do(Circulated(), new ConsolidationCommand.Issue(null, 1), "2020-10-10 10:00");
        Assert.Equal(IssuingBody.Bureau, state.Bulletin!.Issued!.Issuer);
        Decide(state, new ConsolidationCommand.TypeNumber("第十二号"), "2020-10-10 10:00").IsRefused("bulletin.number-invalid");
        state = Do(state, new ConsolidationCommand.TypeNumber("回市监发[2020]012号"), "2020-10-10 10:00");
        Assert.Equal("回市监发〔2020〕12号", state.Bulletin!.Issued!.DocumentNumber);
        Decide(state, new ConsolidationCommand.TypeNumber("回市监发〔2020〕12号"), "2020-10-10 10:00").IsNothing();
        state = Do(state, new ConsolidationCommand.Acknowledge(Jiaoyu), "2020-10-11 10:00");
        Assert.Equal(At("2020-10-11 10:00"), state.Bulletin!.Issued!.Receipts["jiaoyu"]);
        Decide(state, new ConsolidationCommand.Acknowledge(Jiaoyu), "2020-10-12 10:00").IsNothing();
    }

    [Fact]
    public void Units_are_told_of_a_draft_and_of_the_issue_the_office_of_an_objection_and_its_unit_of_the_answer()
    {
        var units = new Dictionary<string, string> { ["jiaoyu"] = "教育局", ["minzheng"] = "民政局" };
        var state = Do(Circulated(), Objection("数据有误。"), "2020-09-30 10:00");
        IReadOnlyList<string> To(ConsolidationEvent e) => [.. ConsolidationNotices.Of(state, e, "2020年9月工作通报", units).Select(n => n.To)];

        Assert.Equal(6, To(new ConsolidationEvent.BulletinCirculated(1, 1, new(2020, 10, 9), At("2020-09-29 17:00"))).Count);
        Assert.Equal(["office"], To(new ConsolidationEvent.ObjectionMade(1, Jiaoyu, "数据有误。", At("2020-09-30 10:00"))));
        Assert.Equal(["jiaoyu/leader", "jiaoyu/liaison", "jiaoyu/deputy"], To(new ConsolidationEvent.ObjectionAnswered(1, "已核对。", At("2020-09-30 10:00"))));
        Assert.Equal(7, To(new ConsolidationEvent.BulletinIssued(IssuingBody.Bureau, 2, At("2020-10-10 10:00"))).Count);
        Assert.Empty(To(new ConsolidationEvent.BulletinAcknowledged(Jiaoyu, At("2020-10-11 10:00"))));
    }

    private static ConsolidationCommand.RaiseObjection Objection(string text) => new(Jiaoyu, text);

    private static ConsolidationState Circulated() => Do(new(), new ConsolidationCommand.Circulate(null), "2020-09-29 17:00");

    private static ConsolidationState Do(ConsolidationState state, ConsolidationCommand command, string now) => Decide(state, command, now).Events().Aggregate(state, ConsolidationRules.Evolve);

    private static Domain.Deciding.Decision<ConsolidationEvent> Decide(ConsolidationState state, ConsolidationCommand command, string now) => ConsolidationRules.Decide(state, command, Terms(), At(now));

    private static ConsolidationTerms Terms() => new(WithForms, OfficeDuties.Periods(WithForms).Single(o => o.Id.Value == "monthly-2020-09"), Shipped.National.Latest, Reported, []);

    private static KeptReport Kept(string unit, int version, ReportStanding standing) => new(new(unit), new("monthly-2020-09"), version, standing);
}

using System.Collections.Immutable;
using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Phases;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;

namespace HuiminCoord.Grains.Tests.Rooms;

/// <summary>One stored document per room, to the letter: what an earlier version wrote, a later one must read.</summary>
public sealed class GoldenDocumentTests
{
    private static readonly DateTimeOffset Issued = new(2020, 9, 17, 0, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void A_campaign() => Golden<CampaignState, CampaignEvent>(
        new() { PlanVersion = 1, IssuedAt = Issued, StartedVersion = 1 },
        new CampaignEvent.Started(1),
        """{"v":1,"shard":3,"seq":2,"at":1600272000000,"state":{"planVersion":1,"issuedAt":"2020-09-17T00:00:00+08:00","startedVersion":1},"events":[{"$type":"campaign.started","planVersion":1}]}""");

    [Fact]
    public void A_unit() => Golden<UnitState, UnitEvent>(
        new()
        {
            PlanVersion = 1,
            IssuedAt = Issued,
            OpenedThrough = new(2020, 10, 29),
            DatesKnownOn = new(2020, 9, 17),
            Leader = new("教育局负责同志", new(2020, 9, 17), null),
            Liaison = new("教育局联络人", new(2020, 9, 17), null) { AbsentFrom = new(2020, 10, 9), AbsentUntil = new(2020, 10, 16) },
            Open =
            [
                new(new DutyId("monthly-2020-09"))
                {
                    Parts = ImmutableSortedDictionary<string, PartStage>.Empty.Add("summary", PartStage.Accepted).Add("table", PartStage.Returned),
                    FirstSubmittedAt = Issued.AddDays(10),
                    Returns = 1,
                    CorrectionDue = new(2020, 10, 13),
                },
                new(new DutyId("monthly-2020-10")) { Given = new("t-5 t-1"), ExtensionAsked = new(2020, 11, 2) },
            ],
            Changes = new(Issued.AddDays(1), ["seat:liaison"]),
            AwaitedReceipts = ["plan-1"],
        },
        new UnitEvent.Reminded("2020-10-27T09:00", [new(new("monthly-2020-10"), "t-1", "jiaoyu/liaison", Issued.AddDays(40), StepFate.Delivered, null)], ["jiaoyu/liaison"], []),
        """{"v":1,"shard":3,"seq":2,"at":1600272000000,"state":{"planVersion":1,"issuedAt":"2020-09-17T00:00:00+08:00","openedThrough":"2020-10-29","datesKnownOn":"2020-09-17","leader":{"holder":"教育局负责同志","from":"2020-09-17"},"liaison":{"holder":"教育局联络人","from":"2020-09-17","absentFrom":"2020-10-09","absentUntil":"2020-10-16"},"open":[{"id":"monthly-2020-09","parts":{"summary":"accepted","table":"returned"},"firstSubmittedAt":"2020-09-27T00:00:00+08:00","returns":1,"correctionDue":"2020-10-13"},{"id":"monthly-2020-10","given":"t-5 t-1","extensionAsked":"2020-11-02"}],"changes":{"since":"2020-09-18T00:00:00+08:00","items":["seat:liaison"]},"awaitedReceipts":["plan-1"]},"events":[{"$type":"unit.reminded","slot":"2020-10-27T09:00","steps":[{"duty":"monthly-2020-10","rung":"t-1","recipient":"jiaoyu/liaison","plannedAt":"2020-10-27T00:00:00+08:00"}],"told":["jiaoyu/liaison"]}]}""");

    [Fact]
    public void A_unit_with_submissions_before_and_under_review() => Golden<UnitState, UnitEvent>(
        new()
        {
            PlanVersion = 1,
            IssuedAt = Issued,
            OpenedThrough = new(2020, 9, 17),
            DatesKnownOn = new(2020, 9, 17),
            Open =
            [
                new(new DutyId("monthly-2020-09"))
                {
                    Parts = ImmutableSortedDictionary<string, PartStage>.Empty.Add("summary", PartStage.Submitted).Add("table", PartStage.Submitted),
                    Firsts = ImmutableSortedDictionary<string, DateTimeOffset>.Empty.Add("summary", Issued.AddDays(9)).Add("table", Issued.AddDays(10)),
                    UnderReview = ["summary"],
                    OnBehalf = ["table"],
                },
            ],
        },
        new UnitEvent.Withdrawn(new("training"), new SortedDictionary<string, PartStage> { ["all"] = PartStage.Open }, "数据有误", true, null, ["due"]),
        """{"v":1,"shard":3,"seq":2,"at":1600272000000,"state":{"planVersion":1,"issuedAt":"2020-09-17T00:00:00+08:00","openedThrough":"2020-09-17","datesKnownOn":"2020-09-17","open":[{"id":"monthly-2020-09","parts":{"summary":"submitted","table":"submitted"},"firsts":{"summary":"2020-09-26T00:00:00+08:00","table":"2020-09-27T00:00:00+08:00"},"underReview":["summary"],"onBehalf":["table"]}]},"events":[{"$type":"unit.withdrawn","duty":"training","parts":{"all":"open"},"reason":"数据有误","unreported":true,"passed":["due"]}]}""");

    [Fact]
    public void A_task() => Golden<TaskState, TaskEvent>(
        new() { PlanVersion = 1, IssuedAt = Issued, Percent = 20, LastProgressAt = Issued.AddDays(20), BlockedSince = Issued.AddDays(21), Milestones = [new("m1", "完成排查", new(2020, 12, 1), MilestoneStage.Owed)] },
        new TaskEvent.Blocked(new UnitId("scjg"), Issued.AddDays(21), "职责待明确", ""),
        """{"v":1,"shard":3,"seq":2,"at":1600272000000,"state":{"planVersion":1,"issuedAt":"2020-09-17T00:00:00+08:00","lastProgressAt":"2020-10-07T00:00:00+08:00","percent":20,"blockedSince":"2020-10-08T00:00:00+08:00","milestones":[{"id":"m1","title":"完成排查","due":"2020-12-01","stage":"owed"}]},"events":[{"$type":"task.blocked","unit":"scjg","at":"2020-10-08T00:00:00+08:00","what":"职责待明确","proposal":""}]}""");

    [Fact]
    public void A_phase() => Golden<PhaseState, PhaseEvent>(
        new() { PlanVersion = 1, IssuedAt = Issued, Stage = PhaseStage.Running, GoalsMet = ["selfcheck"], GateAnnounced = true },
        new PhaseEvent.GoalMet("selfcheck", "台账已归档"),
        """{"v":1,"shard":3,"seq":2,"at":1600272000000,"state":{"planVersion":1,"issuedAt":"2020-09-17T00:00:00+08:00","stage":"running","goalsMet":["selfcheck"],"gateAnnounced":true},"events":[{"$type":"phase.goal-met","goal":"selfcheck","evidence":"台账已归档"}]}""");

    [Fact]
    public void An_office() => Golden<OfficeState, OfficeEvent>(
        new() { PlanVersion = 1, IssuedAt = Issued, GivenThrough = Issued.AddDays(1) },
        new OfficeEvent.Composed(Issued.AddDays(1), "2020-09-18T09:00", "office", [new("office", "liaison", "office-morning", Issued.AddDays(1), null)], [new(new("liaison"), "联络人报备", new(2020, 9, 18), 11, 10, 0, 0, ["教育局"])], ["教育局"]),
        """{"v":1,"shard":3,"seq":2,"at":1600272000000,"state":{"planVersion":1,"issuedAt":"2020-09-17T00:00:00+08:00","givenThrough":"2020-09-18T00:00:00+08:00"},"events":[{"$type":"office.composed","at":"2020-09-18T00:00:00+08:00","slot":"2020-09-18T09:00","recipient":"office","steps":[{"actor":"office","subject":"liaison","rung":"office-morning","plannedAt":"2020-09-18T00:00:00+08:00"}],"counts":[{"duty":"liaison","title":"联络人报备","due":"2020-09-18","owed":11,"reported":10,"silent":["教育局"]}],"withoutLiaison":["教育局"]}]}""");

    [Fact]
    public void A_meeting() => Golden<MeetingState, MeetingEvent>(
        new()
        {
            Stage = MeetingStage.Noticed,
            Kind = MeetingKind.Topic,
            Arrangement = new("停车收费专题会议", Issued.AddDays(8), 60, "三楼会议室", "联席会议召集人", [new("scjg"), new("chengguan")], ["区消费者协会"]),
            Agenda =
            [
                new("blocked.xing-2", AgendaHeading.ToDecide, AgendaReason.BlockedTask, "停车收费线索尚无单位立案。", "由市场监督管理局立案。", "反不正当竞争股", 10, ["task/xing-2"], [new("scjg")]),
                new("own.1", AgendaHeading.Members, AgendaReason.EnteredByUnit, "成员调整", "", "教育局", 5, [], [new("jiaoyu")], "会前已办", true),
            ],
            AgendaRevision = 4,
            ComposedAt = Issued.AddDays(1),
            Entered = 1,
            Worded = ["own.1"],
            SubmittedAt = Issued.AddDays(2),
            Submission = 1,
            Remark = "会议室冲突",
            Told = 2,
            ToldAt = Issued.AddDays(3),
            ReplyBy = new(2020, 9, 23),
            Replies = new MeetingState().Replies.Add("chengguan", new(MeetingReplyKind.Deputy, "副局长", "外出", Issued.AddDays(4))),
        },
        new MeetingEvent.Replied(new("chengguan"), new(MeetingReplyKind.Deputy, "副局长", "外出", Issued.AddDays(4))),
        """{"v":1,"shard":3,"seq":2,"at":1600272000000,"state":{"stage":"noticed","kind":"topic","arrangement":{"title":"停车收费专题会议","startsAt":"2020-09-25T00:00:00+08:00","minutes":60,"place":"三楼会议室","chair":"联席会议召集人","units":["scjg","chengguan"],"guests":["区消费者协会"]},"agenda":[{"id":"blocked.xing-2","reason":"blockedTask","fact":"停车收费线索尚无单位立案。","proposal":"由市场监督管理局立案。","owner":"反不正当竞争股","minutes":10,"rows":["task/xing-2"],"units":["scjg"]},{"id":"own.1","heading":"members","reason":"enteredByUnit","fact":"成员调整","proposal":"","owner":"教育局","minutes":5,"units":["jiaoyu"],"removed":"会前已办","addendum":true}],"agendaRevision":4,"composedAt":"2020-09-18T00:00:00+08:00","entered":1,"worded":["own.1"],"submittedAt":"2020-09-19T00:00:00+08:00","submission":1,"remark":"会议室冲突","told":2,"toldAt":"2020-09-20T00:00:00+08:00","replyBy":"2020-09-23","replies":{"chengguan":{"kind":"deputy","who":"副局长","reason":"外出","at":"2020-09-21T00:00:00+08:00"}}},"events":[{"$type":"meeting.replied","unit":"chengguan","reply":{"kind":"deputy","who":"副局长","reason":"外出","at":"2020-09-21T00:00:00+08:00"}}]}""");

    [Fact]
    public void A_supervision_group() => Golden<SupervisionState, SupervisionEvent>(
        new()
        {
            Mandate = new("校园食品安全", [new("jiaoyu")], [new("chi-3")], new(2020, 9, 18), new(2020, 12, 31), "组长"),
            OwnLines = ["留样记录"],
            Visits = [new("v1", new(2020, 9, 18), new("jiaoyu"), "第二中学食堂", ["own.1"], "台账齐全", "", [new(new string('a', 64), "现场.jpg", "image/jpeg", 2048)])],
            Problems = [new(1, new("jiaoyu"), new("chi-3"), "未接入平台", new(2020, 9, 30), "v1", Issued.AddDays(1), ProblemStage.SentBack, "1所未接入", Issued.AddDays(9), 1, "unit.left")],
            ReportedAt = Issued.AddDays(10),
            Reports = 1,
        },
        new SupervisionEvent.ProblemChecked(1, false, "1所未接入", Issued.AddDays(9)),
        """{"v":1,"shard":3,"seq":2,"at":1600272000000,"state":{"mandate":{"matter":"校园食品安全","units":["jiaoyu"],"tasks":["chi-3"],"from":"2020-09-18","until":"2020-12-31","leader":"组长"},"ownLines":["留样记录"],"visits":[{"id":"v1","day":"2020-09-18","unit":"jiaoyu","place":"第二中学食堂","lines":["own.1"],"achievements":"台账齐全","highlights":"","files":[{"hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","name":"现场.jpg","mediaType":"image/jpeg","size":2048}]}],"problems":[{"number":1,"unit":"jiaoyu","task":"chi-3","text":"未接入平台","due":"2020-09-30","visit":"v1","at":"2020-09-18T00:00:00+08:00","stage":"sentBack","word":"1所未接入","checkedAt":"2020-09-26T00:00:00+08:00","checks":1,"refusal":"unit.left"}],"reportedAt":"2020-09-27T00:00:00+08:00","reports":1},"events":[{"$type":"supervision.problem-checked","number":1,"word":"1所未接入","at":"2020-09-26T00:00:00+08:00"}]}""");

    [Fact]
    public void A_campaign_that_works_by_an_imported_paper() => Golden<CampaignState, CampaignEvent>(
        new() { PlanVersion = 1, IssuedAt = Issued, StartedVersion = 1, CalendarRevision = 1, CalendarPaper = "2021-1" },
        new CampaignEvent.CalendarAdopted(1, "2021-1", "2021年放假安排已公布", Issued.AddDays(69)),
        """{"v":1,"shard":3,"seq":2,"at":1600272000000,"state":{"planVersion":1,"issuedAt":"2020-09-17T00:00:00+08:00","startedVersion":1,"calendarRevision":1,"calendarPaper":"2021-1"},"events":[{"$type":"campaign.calendar-adopted","revision":1,"paper":"2021-1","reason":"2021年放假安排已公布","at":"2020-11-25T00:00:00+08:00"}]}""");

    [Fact]
    public void A_unit_whose_dates_an_import_revised() => Golden<UnitState, UnitEvent>(
        new() { PlanVersion = 1, IssuedAt = Issued, OpenedThrough = new(2020, 11, 25), DatesKnownOn = new(2020, 11, 25), DatesKnownAt = Issued.AddDays(69).AddHours(10), Open = [new(new("list"))] },
        new UnitEvent.DatesRevised(
            new(2020, 11, 25), "2021-1", [new(new("list"), new(2021, 2, 7), new(2021, 2, 7), false, false)], Issued.AddDays(69).AddHours(10), "2021年放假安排已公布",
            [new(new("list"), "due", Issued.AddDays(141).AddHours(9), Issued.AddDays(143).AddHours(9))]),
        """{"v":1,"shard":3,"seq":2,"at":1600272000000,"state":{"planVersion":1,"issuedAt":"2020-09-17T00:00:00+08:00","openedThrough":"2020-11-25","datesKnownOn":"2020-11-25","open":[{"id":"list"}],"datesKnownAt":"2020-11-25T10:00:00+08:00"},"events":[{"$type":"unit.dates-revised","knownOn":"2020-11-25","paper":"2021-1","duties":[{"duty":"list","due":"2021-02-07","doBy":"2021-02-07"}],"knownAt":"2020-11-25T10:00:00+08:00","reason":"2021年放假安排已公布","moved":[{"duty":"list","rung":"due","from":"2021-02-05T09:00:00+08:00","to":"2021-02-07T09:00:00+08:00"}]}]}""");

    [Fact]
    public void An_office_that_remembers_its_summaries() => Golden<OfficeState, OfficeEvent>(
        new() { PlanVersion = 1, IssuedAt = Issued, GivenThrough = Issued.AddDays(1), Given = new OfficeState().Given.Add("liaison/office-morning", new(2020, 9, 18)), CalendarRevision = 1 },
        new OfficeEvent.CalendarAdopted(1, "2021-1"),
        """{"v":1,"shard":3,"seq":2,"at":1600272000000,"state":{"planVersion":1,"issuedAt":"2020-09-17T00:00:00+08:00","givenThrough":"2020-09-18T00:00:00+08:00","given":{"liaison/office-morning":"2020-09-18"},"calendarRevision":1},"events":[{"$type":"office.calendar-adopted","revision":1,"paper":"2021-1"}]}""");

    [Fact]
    public void What_an_earlier_version_kept_of_a_revision_is_read_without_the_moved_steps()
    {
        var revised = (UnitEvent.DatesRevised)StoredJson.Read<UnitEvent>("""{"$type":"unit.dates-revised","knownOn":"2020-11-25","paper":"2021-1"}""");

        Assert.Equal((null, null, 0, 0), (revised.KnownAt, revised.Reason, revised.Moved.Count, revised.Duties.Count));
    }

    [Fact]
    public void A_unit_that_handed_in_files() => Golden<UnitState, UnitEvent>(
        new() { PlanVersion = 1, IssuedAt = Issued },
        new UnitEvent.Submitted(new("monthly-2020-09"), ["summary"], Issued.AddDays(10), "", false, false, "jiaoyu/liaison", [new(new string('a', 64), "9月小结.docx", "application/msword", 2048)]),
        """{"v":1,"shard":3,"seq":2,"at":1600272000000,"state":{"planVersion":1,"issuedAt":"2020-09-17T00:00:00+08:00"},"events":[{"$type":"unit.submitted","duty":"monthly-2020-09","parts":["summary"],"at":"2020-09-27T00:00:00+08:00","note":"","to":"jiaoyu/liaison","files":[{"hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","name":"9月小结.docx","mediaType":"application/msword","size":2048}]}]}""");

    [Fact]
    public void What_an_earlier_version_kept_of_acts_is_read_without_files_and_written_as_it_was()
    {
        const string submitted = """{"$type":"unit.submitted","duty":"monthly-2020-09","parts":["summary","table"],"at":"2020-09-27T00:00:00+08:00","note":"已核对","to":"jiaoyu/liaison"}""";
        const string progress = """{"$type":"task.progress-reported","unit":"scjg","at":"2020-10-07T00:00:00+08:00","text":"已检查6家","percent":20}""";
        const string goal = """{"$type":"phase.goal-met","goal":"selfcheck","evidence":"台账已归档"}""";

        Assert.Null(((UnitEvent.Submitted)StoredJson.Read<UnitEvent>(submitted)).Files);
        Assert.Equal(submitted, StoredJson.Write(StoredJson.Read<UnitEvent>(submitted)));
        Assert.Equal(progress, StoredJson.Write(StoredJson.Read<TaskEvent>(progress)));
        Assert.Equal(goal, StoredJson.Write(StoredJson.Read<PhaseEvent>(goal)));
    }

    private static void Golden<TState, TEvent>(TState state, TEvent @event, string expected)
        where TState : class, new()
    {
        var json = new StoredJson();
        var document = new Kept<TState, TEvent> { Shard = 3, Sequence = 2, At = Issued.ToUnixTimeMilliseconds(), State = state, Events = [@event] };

        Assert.Equal(expected, json.Serialize(document).ToString());
        Assert.Equal(expected, json.Serialize(json.Deserialize<Kept<TState, TEvent>>(BinaryData.FromString(expected))).ToString());
    }
}

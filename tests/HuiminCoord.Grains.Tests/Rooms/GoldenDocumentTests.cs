using System.Collections.Immutable;
using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Phases;
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

    private static void Golden<TState, TEvent>(TState state, TEvent @event, string expected)
        where TState : class, new()
    {
        var json = new StoredJson();
        var document = new Kept<TState, TEvent> { Shard = 3, Sequence = 2, At = Issued.ToUnixTimeMilliseconds(), State = state, Events = [@event] };

        Assert.Equal(expected, json.Serialize(document).ToString());
        Assert.Equal(expected, json.Serialize(json.Deserialize<Kept<TState, TEvent>>(BinaryData.FromString(expected))).ToString());
    }
}

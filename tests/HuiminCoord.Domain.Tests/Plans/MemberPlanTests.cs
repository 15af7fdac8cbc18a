using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Tests.Units;
using HuiminCoord.Domain.Units;
using NJsonSchema;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Plans;

/// <summary>A member unit joins or leaves: the next version of the plan's text, and what cannot become one.</summary>
public sealed class MemberPlanTests
{
    private const string Meeting = "2020年第1次全体会议";

    private static readonly UnitId Shuiwu = new("shuiwu"), Minzheng = new("minzheng");

    internal static MembershipWish Joins { get; } = new(Shuiwu, MembershipChange.Add, "税务局", ["区税务局"], TableProfile.Managing, [WithForms.Domains[0].Id], "涉税线索较多");

    internal static MembershipWish Leaves { get; } = new(Minzheng, MembershipChange.Remove, "民政局", [], TableProfile.Managing, [], "机构改革");

    [Fact]
    public void A_unit_that_joins_owes_what_every_member_owes_and_cooperates_where_the_meeting_says()
    {
        var next = Read(Joins);

        Assert.Equal("税务局", next.Unit(Shuiwu)!.Name);
        var owedByAll = WithForms.Duties.Where(d => d.OwedBy.Count == WithForms.Units.Count).Select(d => d.Id).ToList();
        Assert.Contains("monthly", owedByAll);
        Assert.Equal(owedByAll, next.Duties.Where(d => d.OwedBy.Contains(Shuiwu)).Select(d => d.Id));
        Assert.Equal([WithForms.Domains[0].Id], next.Domains.Where(d => d.Cooperating.Contains(Shuiwu)).Select(d => d.Id));
        Assert.Null(AmendmentRules.Refuse([WithForms], next));
        Assert.True(Joins.IsFulfilledBy(next) && !Joins.IsFulfilledBy(WithForms));
    }

    [Fact]
    public void A_unit_that_leaves_stands_nowhere_any_more()
    {
        var next = Read(Leaves);

        Assert.Null(next.Unit(Minzheng));
        Assert.DoesNotContain(next.Duties, d => d.OwedBy.Contains(Minzheng));
        Assert.DoesNotContain(next.Tasks, t => t.Cooperating.Contains(Minzheng));
        Assert.Equal(WithForms.Duties.Count, next.Duties.Count);
        Assert.Null(AmendmentRules.Refuse([WithForms], next));
        Assert.True(Leaves.IsFulfilledBy(next) && !Leaves.IsFulfilledBy(WithForms));
    }

    [Fact]
    public void A_unit_that_joins_is_called_to_meetings_of_all_units_also_where_the_plan_names_them()
    {
        var text = System.Text.Json.Nodes.JsonNode.Parse(ShippedPlan.Json)!;
        text["meetings"]!["plenary"]!["units"] = new System.Text.Json.Nodes.JsonArray([.. WithForms.Units.Select(u => (System.Text.Json.Nodes.JsonNode)u.Id.Value)]);
        var plan = PlanReader.Read(text.ToJsonString()).Plan!;

        var next = PlanReader.Read(MemberPlan.Of(plan, text.ToJsonString(), Joins, Meeting)).Plan!;

        Assert.Contains(Shuiwu, next.Meetings![MeetingKind.Plenary].Units!);
        Assert.DoesNotContain(Shuiwu, next.Meetings![MeetingKind.Topic].Units!);
    }

    [Fact]
    public void A_unit_that_leaves_is_not_called_to_planned_meetings_any_more()
    {
        var text = System.Text.Json.Nodes.JsonNode.Parse(ShippedPlan.Json)!;
        text["meetings"]!["topic"]!["units"] = new System.Text.Json.Nodes.JsonArray("民政局", "jiaoyu");
        var plan = PlanReader.Read(text.ToJsonString()).Plan!;

        var next = PlanReader.Read(MemberPlan.Of(plan, text.ToJsonString(), Leaves, Meeting)).Plan!;

        Assert.Equal([Minzheng, new UnitId("jiaoyu")], plan.Meetings![MeetingKind.Topic].Units!.OrderByDescending(u => u.Value, StringComparer.Ordinal));
        Assert.Equal([new UnitId("jiaoyu")], next.Meetings![MeetingKind.Topic].Units);
    }

    [Fact]
    public void A_duty_that_nobody_else_owes_ends_with_the_unit()
    {
        var json = MemberPlan.Of(WithForms, ShippedPlan.Json, Joins, Meeting);
        var alone = WithForms.Duties.First(d => d.Id == "training");
        var text = System.Text.Json.Nodes.JsonNode.Parse(json)!;
        text["duties"]!.AsArray().Single(d => (string)d!["id"]! == alone.Id)!["owedBy"] = new System.Text.Json.Nodes.JsonArray("税务局");
        var second = PlanReader.Read(text.ToJsonString()).Plan!;

        var third = PlanReader.Read(MemberPlan.Of(second, text.ToJsonString(), new(Shuiwu, MembershipChange.Remove, "税务局", [], TableProfile.Managing, [], "职责划转"), Meeting)).Plan!;

        Assert.Null(third.Unit(Shuiwu));
        Assert.DoesNotContain(third.Duties, d => d.Id == alone.Id);
        Assert.Null(AmendmentRules.Refuse([WithForms, second], third));
    }

    [Fact]
    public async Task It_says_which_meeting_decided_it_and_fits_the_schema()
    {
        var schema = await JsonSchema.FromJsonAsync(ShippedPlan.Schema, TestContext.Current.CancellationToken);
        foreach (var (wish, reason) in new[] { (Joins, "增加税务局为成员单位：涉税线索较多"), (Leaves, "民政局不再作为成员单位：机构改革") })
        {
            Assert.Equal(new PlanAmendment(reason, Meeting, AmendingBody.Meeting), Read(wish).Amendment);
            Assert.Empty(schema.Validate(MemberPlan.Of(WithForms, ShippedPlan.Json, wish, Meeting)));
        }
    }

    [Fact]
    public void What_could_not_become_a_version_is_refused_before_it_is_on_an_agenda()
    {
        (string Code, MembershipWish Wish)[] cases =
        [
            ("membership.is-member", Joins with { Unit = Minzheng }),
            ("membership.name-needed", Joins with { Name = "" }),
            ("membership.name-needed", Joins with { Name = new('局', 41) }),
            ("membership.name-needed", Joins with { Aliases = [""] }),
            ("membership.name-taken", Joins with { Name = "民政局" }),
            ("membership.name-taken", Joins with { Aliases = ["税务局"] }),
            ("membership.domain-unknown", Joins with { Domains = ["tian"] }),
            ("reason.needed", Joins with { Reason = " " }),
            ("text.too-long", Joins with { Reason = new('长', 201) }),
            ("unit.unknown", Leaves with { Unit = Shuiwu }),
            ("membership.convenes", Leaves with { Unit = WithForms.Convenor }),
        ];
        Assert.All(cases, c => Assert.Equal(c.Code, MembershipRules.Refuse(WithForms, c.Wish)?.Code));
        var led = WithForms with { Domains = [WithForms.Domains[0] with { Lead = Minzheng }] };
        Assert.Equal("membership.leads", MembershipRules.Refuse(led, Leaves)?.Code);
        Assert.Null(MembershipRules.Refuse(WithForms, Joins));
        Assert.Null(MembershipRules.Refuse(WithForms, Leaves));
    }

    [Fact]
    public void A_unit_that_joins_in_December_is_asked_for_nothing_that_was_due_before()
    {
        var next = Read(Joins);
        var unit = new UnitInPlay(next.Unit(Shuiwu), next);
        unit.Does("2020-12-07 10:00", new UnitCommand.Begin(2, UnitInPlay.Instant("2020-12-07 10:00"), "税务局负责同志"));

        Assert.Contains(unit.State.Open, o => o.Id.Value == "liaison");
        Assert.Contains(unit.State.Open, o => o.Id.Value == "monthly-2020-12");
        Assert.DoesNotContain(unit.State.Open, o => o.Id.Value is "monthly-2020-09" or "monthly-2020-11" or "annual-2020");
    }

    [Fact]
    public void What_a_unit_that_leaves_still_owed_ends_and_what_it_did_stays()
    {
        var unit = new UnitInPlay(Notice.Unit(Minzheng), Notice).Begun().Named("2020-09-17 10:00", SeatKind.Liaison, "联络人甲").Does("2020-09-25 10:00", Say.Submit("monthly-2020-09"))
            .WokenUntil("2020-12-07 09:30");
        var open = unit.State.Open.Select(o => o.Id.Value).ToList();

        unit.Does("2020-12-07 10:00", new UnitCommand.Leave(2));

        Assert.Contains("monthly-2020-12", open);
        Assert.Equal(open, Assert.Single(unit.Events.OfType<UnitEvent.Left>()).Ended.Select(d => d.Value));
        Assert.Empty(unit.State.Open);
        Assert.True(unit.Report("monthly-2020-09").OnTime);
        Assert.Equal("联络人甲", unit.State.Liaison!.Holder);
    }

    private static Plan Read(MembershipWish wish) => PlanReader.Read(MemberPlan.Of(WithForms, ShippedPlan.Json, wish, Meeting)).Plan!;
}

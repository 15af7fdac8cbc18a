using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Tests.Plans;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Campaigns;

/// <summary>Member units that shall join or leave wait in the campaign until a version of the plan says so.</summary>
public sealed class MembershipTests
{
    private static readonly CampaignState Running = new() { PlanVersion = 1, IssuedAt = Issued, StartedVersion = 1 };

    private static readonly CampaignCommand.ProposeMembership Wish = new(MemberPlanTests.Joins);

    [Fact]
    public void A_wish_waits_once_and_is_given_up_with_a_reason()
    {
        var waiting = CampaignRules.Evolve(Running, Decide(Running, Wish).Event());

        Assert.Equal((1, 1), (waiting.PlanVersion, waiting.Wishes.Count));
        Decide(waiting, new CampaignCommand.ProposeMembership(MemberPlanTests.Joins with { Aliases = ["区税务局"] })).IsNothing();
        Decide(waiting, new CampaignCommand.ProposeMembership(MemberPlanTests.Joins with { Reason = "另一理由" })).IsRefused("membership.pending");
        Decide(waiting, new CampaignCommand.WithdrawMembership(new("shuiwu"), " ")).IsRefused("reason.needed");
        Decide(waiting, new CampaignCommand.WithdrawMembership(new("shuiwu"), new('长', 201))).IsRefused("text.too-long");
        Decide(waiting, new CampaignCommand.WithdrawMembership(new("minzheng"), "会议未同意")).IsRefused("membership.none-pending");
        Assert.Empty(CampaignRules.Evolve(waiting, Decide(waiting, new CampaignCommand.WithdrawMembership(new("shuiwu"), "会议未同意")).Event()).Wishes);
    }

    [Fact]
    public void What_speaks_against_it_is_said_before_it_waits() =>
        CampaignRules.Decide(Running, Wish, new Refusal("membership.is-member", "税务局"), Issued).IsRefused("membership.is-member");

    [Fact]
    public void No_more_wait_than_a_meeting_can_decide()
    {
        var full = Running with { Wishes = [.. Enumerable.Range(0, 10).Select(i => MemberPlanTests.Joins with { Unit = new($"unit-{i}") })] };
        Decide(full, Wish).IsRefused("membership.too-many");
    }

    [Fact]
    public void A_version_that_fulfils_it_settles_it_and_another_does_not()
    {
        var waiting = Running with { Wishes = [MemberPlanTests.Joins, MemberPlanTests.Leaves] };
        var next = PlanReader.Read(MemberPlan.Of(Notice, ShippedPlan.Json, MemberPlanTests.Joins, "第1次全体会议")).Plan!;

        var events = CampaignRules.Decide(waiting, new CampaignCommand.Issue(2), null, Issued, next).Events();

        Assert.Equal([new CampaignEvent.Issued(2, Issued), new CampaignEvent.MembershipSettled(new UnitId("shuiwu"), 2)], events);
        Assert.Equal([MemberPlanTests.Leaves], events.Aggregate(waiting, CampaignRules.Evolve).Wishes);
        Assert.Single(CampaignRules.Decide(waiting, new CampaignCommand.Issue(2), null, Issued, Notice with { Version = 2 }).Events());
    }

    private static Decision<CampaignEvent> Decide(CampaignState state, CampaignCommand command) => CampaignRules.Decide(state, command, null, Issued);
}

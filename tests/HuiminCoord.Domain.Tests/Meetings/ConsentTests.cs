using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Tests.Campaigns;
using HuiminCoord.Domain.Tests.Plans;
using static HuiminCoord.Domain.Tests.Meetings.MeetingStory;

namespace HuiminCoord.Domain.Tests.Meetings;

/// <summary>Who agrees with an agenda: the convenor, or the director where the plan says so for the kind.</summary>
public sealed class ConsentTests
{
    private const string Now = "2020-11-30 09:00";

    /// <summary>The plan with consent of the director for plenaries.</summary>
    private static Plan Delegated { get; } = Answered with
    {
        Meetings = new Dictionary<MeetingKind, MeetingPlan>(Answered.Meetings!) { [MeetingKind.Plenary] = Answered.Meetings![MeetingKind.Plenary] with { Consent = AgendaConsent.Director } },
    };

    public static TheoryData<string, bool, string?> Seats { get; } = new()
    {
        { "convenor", false, null },
        { "office-director", false, "meeting.consent-of-convenor" },
        { "office-staff", false, "meeting.consent-of-convenor" },
        { "convenor", true, null },
        { "office-director", true, null },
        { "office-staff", true, "meeting.consent-of-convenor" },
        { "jiaoyu/leader", true, "access.denied" },
    };

    [Theory, MemberData(nameof(Seats))]
    public void The_plan_says_who_agrees_and_the_convenor_always_may(string seat, bool delegated, string? code)
    {
        foreach (var command in new MeetingCommand[] { new MeetingCommand.Agree(), new MeetingCommand.Return("先与执法局沟通。") })
        {
            var decided = Submitted().Try(command, Now, delegated ? Delegated : Answered, UnitMeetingTests.Seat(seat));
            if (code is null)
            {
                decided.Event();
            }
            else
            {
                decided.IsRefused(code);
            }
        }
    }

    [Fact]
    public void A_director_who_submitted_it_may_agree_with_it()
    {
        var story = new MeetingStory { Plan = Delegated };
        var director = UnitMeetingTests.Seat("office-director");
        story.Do(new MeetingCommand.Propose(MeetingKind.Plenary, null, Plenary), Now, director);
        story.Do(Item("停车收费线索由谁立案。"), Now, director);
        story.Do(new MeetingCommand.Submit(), Now, director);
        story.Do(new MeetingCommand.Agree(), Now, director);
        Assert.Equal(MeetingStage.Agreed, story.State.Stage);
    }

    [Theory]
    [InlineData(MeetingKind.Plenary, null, false, Consenter.Convenor)]
    [InlineData(MeetingKind.Plenary, null, true, Consenter.Director)]
    [InlineData(MeetingKind.Topic, null, true, Consenter.Convenor)]
    [InlineData(MeetingKind.Advance, "jiaoyu", true, Consenter.Leader)]
    public void Each_kind_has_its_own(MeetingKind kind, string? holder, bool delegated, Consenter consenter) =>
        Assert.Equal(consenter, ConsentRules.Of(kind, holder is null ? null : new UnitId(holder), delegated ? Delegated : Answered));

    [Theory]
    [InlineData("convenor", true)]
    [InlineData("office-director", false)]
    [InlineData("jiaoyu/leader", false)]
    public void Minutes_of_the_joint_meeting_are_the_convenors(string seat, bool may) =>
        Assert.Equal(may, ConsentRules.RefuseConfirmation(null, Delegated, UnitMeetingTests.Seat(seat)) is null);

    [Fact]
    public void A_plan_leaves_it_to_the_director()
    {
        var plan = PlanReader.Read(ShippedPlan.Json.Replace(("\"consent\": \"convenor\"", "\"consent\": \"director\""))).Plan!;
        Assert.Equal(Consenter.Director, ConsentRules.Of(MeetingKind.Plenary, null, plan));
    }

    [Fact]
    public void Who_consents_is_told()
    {
        var submitted = new MeetingEvent.Submitted(Huimin.At(Now));
        Assert.Equal(Recipients.Convenor, Assert.Single(UnitMeetingTests.Tell(Submitted().State, submitted)).To);
        var (to, message) = Assert.Single(UnitMeetingTests.Tell(Submitted().State, submitted, Delegated));
        Assert.Equal((Recipients.Office, "议题：需拍板事项1项。请联席办主任审阅，同意或退回修改。"), (to, message.Body));
        Assert.Equal(Recipients.Office, Assert.Single(UnitMeetingTests.Tell(Agreed().State, new MeetingEvent.Agreed(Huimin.At(Now)), Delegated)).To);
    }
}

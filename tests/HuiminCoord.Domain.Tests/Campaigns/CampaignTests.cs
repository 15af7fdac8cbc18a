using HuiminCoord.Domain.Campaigns;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Campaigns;

public sealed class CampaignTests
{
    private static readonly CampaignState Fresh = new();

    private static readonly CampaignState Interrupted = new() { PlanVersion = 1, IssuedAt = Issued };

    private static readonly CampaignState Running = Interrupted with { StartedVersion = 1 };

    [Fact]
    public void The_first_version_is_issued_first() =>
        Assert.Equal(new CampaignEvent.Issued(1, Issued), Decide(Fresh, new CampaignCommand.Issue(1)).Event());

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2)]
    public void No_other_version_comes_before_the_first(int version) =>
        Decide(Fresh, new CampaignCommand.Issue(version)).IsRefused("campaign.version-out-of-order");

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void No_version_is_skipped_or_taken_back(int version) =>
        Decide(Running, new CampaignCommand.Issue(version)).IsRefused("campaign.version-out-of-order");

    [Fact]
    public void Issuing_again_is_nothing_and_the_next_version_is_issued_at_its_own_time()
    {
        Decide(Running, new CampaignCommand.Issue(1)).IsNothing();
        var second = CampaignRules.Evolve(Running, Decide(Running, new CampaignCommand.Issue(2)).Event());
        Assert.Equal((2, 1, true), (second.PlanVersion, second.StartedVersion, CampaignRules.HasToStart(second)));
    }

    [Fact]
    public void An_interrupted_start_is_tried_again_in_a_minute_until_it_is_confirmed()
    {
        Assert.True(CampaignRules.HasToStart(Interrupted));
        Assert.Equal(At("2020-09-17 09:01"), CampaignRules.NextWake(Interrupted, Issued));
        var started = CampaignRules.Evolve(Interrupted, Decide(Interrupted, new CampaignCommand.ConfirmStarted(1)).Event());
        Assert.Equal(Running, started);
        Assert.Null(CampaignRules.NextWake(started, Issued));
        Assert.False(CampaignRules.HasToStart(started));
    }

    [Fact]
    public void Before_anything_was_issued_there_is_nothing_to_start() => Assert.Null(CampaignRules.NextWake(Fresh, Issued));

    [Fact]
    public void An_imported_paper_is_adopted_once_and_told_until_that_is_confirmed()
    {
        var adopt = new CampaignCommand.AdoptCalendar(3, "2021-1", "2021年放假安排已公布");
        var adopted = CampaignRules.Evolve(Running, Decide(Running, adopt).Event());

        Assert.Equal((3, "2021-1", true), (adopted.CalendarRevision, adopted.CalendarPaper, CampaignRules.HasToTellCalendar(adopted)));
        Assert.Equal(At("2020-09-17 09:01"), CampaignRules.NextWake(adopted, Issued));
        Decide(adopted, adopt).IsNothing();
        Decide(adopted, new CampaignCommand.AdoptCalendar(2, "150103-20201101", "补登")).IsNothing();
        var told = CampaignRules.Evolve(adopted, Decide(adopted, new CampaignCommand.ConfirmCalendarTold(3)).Event());
        Assert.Null(CampaignRules.NextWake(told, Issued));
        Decide(told, new CampaignCommand.ConfirmCalendarTold(3)).IsNothing();
        Decide(told, new CampaignCommand.ConfirmCalendarTold(4)).IsNothing();
    }

    [Fact]
    public void Before_the_issue_nobody_has_dates_that_a_paper_could_move() =>
        Decide(Fresh, new CampaignCommand.AdoptCalendar(1, "2021-1", "已公布")).IsNothing();

    [Fact]
    public void Confirming_again_or_an_older_version_is_nothing()
    {
        Decide(Running, new CampaignCommand.ConfirmStarted(1)).IsNothing();
        Decide(Running with { PlanVersion = 2, StartedVersion = 2 }, new CampaignCommand.ConfirmStarted(1)).IsNothing();
    }

    [Fact]
    public void What_was_not_issued_cannot_have_been_started() =>
        Decide(Running, new CampaignCommand.ConfirmStarted(2)).IsRefused("campaign.version-not-issued");

    [Fact]
    public void A_start_of_the_first_version_does_not_count_for_the_second()
    {
        var overtaken = Interrupted with { PlanVersion = 2 };
        var state = CampaignRules.Evolve(overtaken, Decide(overtaken, new CampaignCommand.ConfirmStarted(1)).Event());
        Assert.True(CampaignRules.HasToStart(state));
    }

    private static Domain.Deciding.Decision<CampaignEvent> Decide(CampaignState state, CampaignCommand command) =>
        CampaignRules.Decide(state, command, null, Issued);
}

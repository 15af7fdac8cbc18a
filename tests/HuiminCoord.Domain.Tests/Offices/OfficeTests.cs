using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Tests.Campaigns;
using HuiminCoord.Domain.Tests.Time;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Offices;

public sealed class OfficeTests
{
    private static readonly DutyCount September = new(new("monthly-2020-09"), "2020年9月小结和统计表", new(2020, 9, 28), 11, 7, 2, 0, ["教育局"]);

    [Fact]
    public void Before_the_plan_reached_it_the_office_sleeps()
    {
        Assert.Null(OfficeRules.NextWake(new(), Notice, Shipped.National.Latest, Issued));
        Assert.Empty(Wake(new(), "2020-09-28 09:01", OfficeFacts.None).Messages);
    }

    [Fact]
    public void The_same_plan_is_nothing() =>
        OfficeRules.Decide(Begun(), new OfficeCommand.Begin(1, Issued)).IsNothing();

    [Fact]
    public void On_a_due_day_it_wakes_a_minute_after_09_00_and_after_16_00()
    {
        Assert.Equal(At("2020-09-28 09:01"), NextWake(Begun(), "2020-09-27 09:01"));
        Assert.Equal(At("2020-09-28 16:01"), NextWake(Begun(), "2020-09-28 09:01"));
        Assert.Equal(At("2020-09-29 09:01"), NextWake(Begun(), "2020-09-28 16:01"));
    }

    [Fact]
    public void Each_summary_of_a_due_day_speaks_of_the_duty_and_stands_for_its_own_minute()
    {
        var facts = new OfficeFacts([], [September], ["民政局"]);
        var (state, morning) = Wake(Begun(), "2020-09-28 09:01", facts);
        var first = Assert.Single(morning);
        Assert.Equal(("2020-09-28T09:00", "office"), (first.Slot, first.Recipient));
        Assert.Equal(["liaison office-afternoon ", "liaison office-morning office-afternoon", "monthly-2020-09 office-morning "], Steps(first));
        Assert.Equal(("2020年9月小结和统计表", "民政局"), (first.Counts.Single().Title, first.WithoutLiaison.Single()));
        var (_, afternoon) = Wake(state, "2020-09-28 16:01", facts);
        Assert.Equal(["monthly-2020-09 office-afternoon "], Steps(Assert.Single(afternoon)));
        Assert.Equal("2020-09-28T16:00", afternoon[0].Slot);
    }

    [Fact]
    public void What_was_given_is_not_given_again()
    {
        var (state, _) = Wake(Begun(), "2020-09-28 16:01", OfficeFacts.None);
        Assert.Empty(Wake(state, "2020-09-28 16:30", OfficeFacts.None).Messages);
        Assert.Empty(Wake(state, "2020-09-29 09:01", OfficeFacts.None).Messages);
    }

    [Theory]
    [InlineData("2020-09-28 17:00")] // still the same day
    [InlineData("2020-09-29 09:01")]
    public void After_an_outage_over_both_summaries_the_later_one_is_delivered(string now)
    {
        var (_, messages) = Wake(Given("2020-09-21 09:01"), now, OfficeFacts.None);
        Assert.Equal(["monthly-2020-09 office-afternoon ", "monthly-2020-09 office-morning office-afternoon"], Steps(Assert.Single(messages)));
    }

    [Fact]
    public void February_28_of_2021_is_a_Sunday_and_is_summed_up_on_the_Friday_before()
    {
        var state = Given("2021-02-25 09:01");
        Assert.Equal(At("2021-02-26 16:01"), NextWake(state, "2021-02-26 09:01"));
        Assert.Equal(["monthly-2021-02 office-morning "], Steps(Assert.Single(Wake(state, "2021-02-26 09:01", OfficeFacts.None).Messages)));
        Assert.Equal(At("2021-03-01 09:01"), NextWake(state, "2021-02-26 16:01"));
    }

    [Theory]
    [InlineData("2020-10-02 09:01")] // holiday
    [InlineData("2020-09-26 09:01")] // Saturday
    [InlineData("2020-09-28 08:59")]
    [InlineData("2020-09-28 17:30")]
    public void Nothing_is_written_on_rest_days_or_outside_office_hours(string now)
    {
        var facts = new OfficeFacts([new("office", "jiaoyu", "monthly-2020-09", "plus-3", At("2020-09-25 09:00"))], [September], []);
        Assert.Empty(Wake(Begun(), now, facts).Messages);
    }

    [Fact]
    public void A_worked_Sunday_is_a_working_day()
    {
        Assert.Equal(At("2020-09-27 09:01"), NextWake(Begun(), "2020-09-25 16:01"));
        Assert.Equal(At("2020-10-09 09:01"), NextWake(Given("2020-09-30 09:01"), "2020-09-30 09:01"));
    }

    [Fact]
    public void Pending_steps_of_several_units_become_one_message_per_recipient()
    {
        string[] units = ["jiaoyu", "minzheng", "gongan"];
        var pending = units.SelectMany(u => new[] { Recipients.Office, Recipients.Convenor }.Select(r => new PendingStep(r, u, "monthly-2020-09", "plus-3", At("2020-09-30 09:00"))));
        var (_, messages) = Wake(Given("2020-09-29 09:01"), "2020-09-30 09:01", new OfficeFacts([.. pending], [September], []));
        Assert.Equal(["office", "convenor"], messages.Select(m => m.Recipient));
        Assert.All(messages, m => Assert.Equal(units, m.Steps.Select(s => s.Actor)));
        Assert.All(messages, m => Assert.All(m.Steps, s => Assert.Null(s.SupersededBy)));
        Assert.All(messages, m => Assert.Equal([September], m.Counts));
    }

    [Fact]
    public void What_waits_on_a_due_day_is_told_with_the_summary()
    {
        var facts = new OfficeFacts([new("office", "", "chi-1", "blocked-7", At("2020-09-27 18:00"))], [September], []);
        var (_, messages) = Wake(Given("2020-09-27 09:01"), "2020-09-28 09:01", facts);
        Assert.Equal(["chi-1 blocked-7 ", "monthly-2020-09 office-morning "], Steps(Assert.Single(messages)));
    }

    [Fact]
    public void A_message_to_the_convenor_alone_does_not_count_as_the_offices_own()
    {
        var facts = new OfficeFacts([new("convenor", "jiaoyu", "monthly-2020-09", "plus-3", At("2020-09-25 09:00"))], [September], []);
        var (state, messages) = Wake(Given("2020-09-24 09:01"), "2020-09-25 09:01", facts);
        Assert.Equal("convenor", Assert.Single(messages).Recipient);
        Assert.Equal(At("2020-09-24 09:01"), state.GivenThrough);
    }

    [Fact]
    public void The_registers_are_asked_for_the_duties_of_the_day()
    {
        var now = At("2020-09-28 09:01");
        Assert.Equal([new DutyId("monthly-2020-09")], OfficeRules.DutiesToCount(Given("2020-09-27 09:01"), Notice, Shipped.National.AsKnownAt(now), now));
    }

    [Fact]
    public void Duties_due_before_the_issue_are_not_summed_up()
    {
        var issued = At("2020-10-15 09:00");
        var state = OfficeRules.Evolve(new(), new OfficeEvent.Begun(1, issued));
        Assert.Equal(["monthly-2020-10 office-morning "], Steps(Assert.Single(Wake(state, "2020-10-28 09:01", OfficeFacts.None).Messages)));
    }

    [Fact]
    public void An_amended_plan_issued_on_a_due_day_does_not_swallow_its_summaries()
    {
        var state = OfficeRules.Evolve(Given("2020-09-27 09:01"), new OfficeEvent.Begun(2, At("2020-09-28 16:00")));
        Assert.Equal(2, state.PlanVersion);
        Assert.Contains("monthly-2020-09 office-afternoon ", Steps(Assert.Single(Wake(state, "2020-09-28 16:01", OfficeFacts.None).Messages)));
    }

    [Fact]
    public void After_every_wake_the_next_one_lies_ahead_until_it_ends_ninety_days_after_the_campaign()
    {
        var (state, now, messages) = (Begun(), Issued, 0);
        while (NextWake(state, $"{now:yyyy-MM-dd HH:mm}") is { } next)
        {
            Assert.True(next > now, $"{now:O}");
            now = next;
            (state, var written) = Wake(state, $"{now:yyyy-MM-dd HH:mm}", OfficeFacts.None);
            messages += written.Count;
        }

        // liaison, thirteen months and two annual reports, morning and afternoon.
        Assert.Equal(32, messages);
        Assert.Equal(At("2022-01-30 09:01"), now);
    }

    private static OfficeState Begun() => OfficeRules.Evolve(new(), OfficeRules.Decide(new(), new OfficeCommand.Begin(1, Issued)).Event());

    private static OfficeState Given(string through) => Begun() with { GivenThrough = At(through) };

    private static IEnumerable<string> Steps(OfficeEvent.Composed message) =>
        message.Steps.Select(s => $"{s.Subject} {s.Rung} {s.SupersededBy}").Order(StringComparer.Ordinal);

    private static DateTimeOffset? NextWake(OfficeState state, string now) =>
        OfficeRules.NextWake(state, Notice, Shipped.National.AsKnownAt(At(now)), At(now));

    private static (OfficeState State, IReadOnlyList<OfficeEvent.Composed> Messages) Wake(OfficeState state, string now, OfficeFacts facts)
    {
        var events = OfficeRules.DecideWake(state, Notice, facts, Shipped.National.AsKnownAt(At(now)), At(now)).Events();
        return (events.Aggregate(state, OfficeRules.Evolve), [.. events.Cast<OfficeEvent.Composed>()]);
    }
}

using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tests.Time;
using HuiminCoord.Domain.Time;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Meetings;

/// <summary>When the plan has meetings held.</summary>
public sealed class CadenceTests
{
    private static readonly MeetingPlan Plenary = Notice.Meetings![MeetingKind.Plenary];

    [Fact]
    public void The_shipped_plan_holds_a_plenary_every_second_month() => Assert.Equal(
        ["2020-08-06", "2020-10-13", "2020-12-04", "2021-02-04", "2021-04-07", "2021-06-04", "2021-08-05", "2021-10-12"],
        Days(Notice, "2021-09-01"));

    [Theory]
    [InlineData(1, "2020-10-09")] // after the national day week
    [InlineData(2, "2020-10-10")] // a worked Saturday
    [InlineData(15, "2020-10-28")]
    public void Days_of_rest_are_not_counted_and_worked_Saturdays_are(int workday, string day) => Assert.Equal(day, October(new MeetingDay.Workday(workday)));

    [Theory]
    [InlineData(1, RestMove.Before, "2020-09-30")]
    [InlineData(1, RestMove.After, "2020-10-09")]
    [InlineData(10, RestMove.Before, "2020-10-10")]
    [InlineData(31, RestMove.After, "2020-11-02")]
    [InlineData(31, RestMove.Before, "2020-10-30")]
    public void A_day_of_rest_moves_as_the_plan_says(int day, RestMove rest, string held) => Assert.Equal(held, October(new MeetingDay.OfMonth(day, rest)));

    [Fact]
    public void A_day_beyond_the_known_papers_is_provisional()
    {
        var known = Calendar("2020-09-01");
        Assert.Equal([false, false, false, true, true, true, true, true], Cadence.Of(MeetingKind.Plenary, Notice, known).Select(p => p.Provisional));
    }

    [Fact]
    public void Notice_and_answers_come_working_days_before()
    {
        var december = Cadence.Of(MeetingKind.Plenary, Notice, Calendar("2020-11-30"))[2];
        Assert.Equal((new DateOnly(2020, 11, 27), new DateOnly(2020, 12, 2)), (december.NoticeOn, december.ReplyBy));
        Assert.Equal(At("2020-12-04 14:30"), december.StartsAt);
    }

    [Theory]
    [InlineData("2020-11-30", "", "2020-12-04")]
    [InlineData("2020-12-04", "", "2020-12-04")]
    [InlineData("2020-12-05", "", "2021-02-04")]
    [InlineData("2020-11-30", "2020-12-09", "2021-02-04")]
    [InlineData("2020-11-30", "2020-10-20", "2020-12-04")]
    [InlineData("2021-10-12", "", "2021-10-12")]
    [InlineData("2021-10-13", "", null)]
    public void The_next_is_the_first_that_no_meeting_stands_for(string today, string arranged, string? next)
    {
        DateOnly[] known = arranged.Length == 0 ? [] : [DateOnly.Parse(arranged, null)];
        Assert.Equal(next, Cadence.Unproposed(MeetingKind.Plenary, Notice, Calendar(today), DateOnly.Parse(today, null), known)?.Day.ToString("yyyy-MM-dd", null));
    }

    [Fact]
    public void A_plan_without_a_cadence_foresees_nothing()
    {
        Assert.Empty(Cadence.Of(MeetingKind.Topic, Notice, Calendar("2020-11-30")));
        Assert.Empty(Cadence.Of(MeetingKind.Plenary, Notice with { Meetings = null }, Calendar("2020-11-30")));
    }

    [Fact]
    public void Whatever_the_cadence_meetings_are_on_working_days_of_the_campaign_one_after_the_other()
    {
        var days = Enumerable.Range(1, 15).Select(n => (MeetingDay)new MeetingDay.Workday(n))
            .Concat(Enumerable.Range(1, 31).SelectMany(d => new[] { new MeetingDay.OfMonth(d, RestMove.Before), new MeetingDay.OfMonth(d, RestMove.After) }));
        foreach (var knownOn in new[] { "2020-08-01", "2021-10-31" })
        {
            var calendar = Calendar(knownOn);
            foreach (var (day, every) in days.SelectMany(d => new[] { 1, 2, 5 }.Select(e => (d, e))))
            {
                var planned = Cadence.Of(MeetingKind.Plenary, With(new(null, every, day, new(9, 0))), calendar);
                Assert.NotEmpty(planned);
                Assert.All(planned, p => Assert.True(calendar.IsWorkingDay(p.Day) && Notice.Window.Contains(p.Day)));
                Assert.All(planned.Zip(planned.Skip(1)), pair => Assert.True(pair.First.Day < pair.Second.Day));
            }
        }
    }

    [Theory]
    [InlineData("{year}年第{n}次全体会议", "2021年第2次全体会议")]
    [InlineData("第{n}次全体会议", "第4次全体会议")]
    [InlineData("调度会", "调度会")]
    public void Titles_count_on(string pattern, string title) =>
        Assert.Equal(title, MeetingDefaults.Title(Plenary with { Title = pattern }, new(2021, 4, 7), [new(2020, 10, 13), new(2020, 12, 4), new(2021, 2, 4)]));

    [Fact]
    public void A_kind_takes_up_what_its_template_says_and_whatever_has_no_word()
    {
        AgendaItem Of(string id, AgendaReason reason) => new(id, AgendaHeading.ToDecide, reason, "事实", "", "联席办", 10, [], []);
        var composed = new[] { Of("a", AgendaReason.BlockedTask), Of("b", AgendaReason.NotReported), Of("c", AgendaReason.OpenDecision), Of("d", AgendaReason.EnteredByOffice) };
        Assert.Equal("b c d", string.Join(' ', MeetingDefaults.Agenda(MeetingKind.Liaison, Notice.Meetings![MeetingKind.Liaison], composed).Select(i => i.Id)));
        Assert.Equal("a b c d", string.Join(' ', MeetingDefaults.Agenda(MeetingKind.Plenary, Plenary, composed).Select(i => i.Id)));
        var member = Of("m", AgendaReason.MemberChange);
        Assert.Equal("m", string.Join(' ', MeetingDefaults.Agenda(MeetingKind.Topic, Plenary, [member]).Select(i => i.Id)));
        Assert.Empty(MeetingDefaults.Agenda(MeetingKind.Advance, Plenary, [member]));
        Assert.Empty(MeetingDefaults.Agenda(MeetingKind.Liaison, Notice.Meetings![MeetingKind.Liaison], [Of("p", AgendaReason.SupervisionProblem)]));
        Assert.Equal(7, MeetingDefaults.Agenda(MeetingKind.Plenary, Plenary with { Agenda = [new(AgendaTopic.NotReported, 7)] }, composed)[0].Minutes);
    }

    [Theory]
    [InlineData(6, false, 11, 6)]
    [InlineData(50, true, 11, 6)]
    [InlineData(50, true, 10, 5)]
    [InlineData(67, true, 3, 3)]
    public void A_quorum_is_a_number_or_a_share(int number, bool percent, int invited, int needed) => Assert.Equal(needed, new MeetingQuorum(number, percent).Of(invited));

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, "2/3")]
    public void Too_many_refusals_are_a_warning(int away, string? warning)
    {
        var story = MeetingStory.Noticed();
        MeetingStory.Plenary.Units.Take(away).ToList().ForEach(u => story.Do(new MeetingCommand.Reply(u, MeetingReplyKind.Absent, "", "外出"), "2020-12-01 09:00"));
        story.Do(new MeetingCommand.Reply(MeetingStory.Gongan, MeetingReplyKind.Deputy, "副局长", "外出"), "2020-12-01 09:05");
        var plan = Notice with { Meetings = new Dictionary<MeetingKind, MeetingPlan> { [MeetingKind.Plenary] = Plenary with { Quorum = new(3, false) } } };
        Assert.Equal(warning, MeetingDefaults.Quorum(story.State, plan).Select(w => $"{w.Subject}/{w.Title}").SingleOrDefault());
        Assert.Empty(MeetingDefaults.Quorum(story.State, Notice));
    }

    private static string October(MeetingDay day) =>
        Days(With(new(new DateOnly(2020, 10, 1), 24, day, new(9, 0))), "2020-11-30").Single();

    private static Plan With(MeetingCadence cadence) =>
        Notice with { Meetings = new Dictionary<MeetingKind, MeetingPlan> { [MeetingKind.Plenary] = Plenary with { Cadence = cadence } } };

    private static IEnumerable<string> Days(Plan plan, string knownOn) => Cadence.Of(MeetingKind.Plenary, plan, Calendar(knownOn)).Select(p => p.Day.ToString("yyyy-MM-dd", null));

    private static WorkingCalendar Calendar(string knownOn) => Shipped.KnownOn(knownOn);
}

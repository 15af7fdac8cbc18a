using System.Text.Json;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Server.Tests.Documents;

namespace HuiminCoord.Server.Tests.Rehearsals;

/// <summary>What fifteen months of the shipped plan look like from the outside.</summary>
public sealed class RehearsalTests(RehearsedCampaign campaign) : IClassFixture<RehearsedCampaign>
{
    private static readonly WorkingCalendars Calendars = new(ShippedCalendars.HolidayTable, "150103");

    /// <summary>Tables, summaries and bulletins of thirteen months, tables and summaries of two years: late, wrong and missing reports are in them.</summary>
    [Fact]
    public async Task It_leaves_the_papers_of_every_month_on_the_office_s_desk_and_another_program_opens_all_of_them()
    {
        Assert.Equal((13 * 4) + (2 * 2), campaign.Papers.Count);
        Assert.Equal(campaign.Papers.Keys.Order(StringComparer.Ordinal), campaign.PapersAgain.Keys.Order(StringComparer.Ordinal));
        Assert.All(campaign.Papers, paper => Assert.True(paper.Value.SequenceEqual(campaign.PapersAgain[paper.Key]), paper.Key));
        var folder = Directory.CreateTempSubdirectory("huimin-desk-").FullName;
        try
        {
            foreach (var (name, content) in campaign.Papers)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, name), content, TestContext.Current.CancellationToken);
            }

            await OfficeProgram.Print(folder, campaign.Papers.Keys.Select(n => Path.Combine(folder, n)));
            var months = campaign.Papers.Keys.Where(n => n.EndsWith("-bulletin.docx", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
            Assert.Equal(13, months.Count);
            Assert.Contains("关于2020年9月", string.Concat(await OfficeProgram.Pages(Path.Combine(folder, Path.ChangeExtension(months[0], "pdf")))), StringComparison.Ordinal);
            Assert.All(campaign.Papers.Keys, name => Assert.True(File.Exists(Path.Combine(folder, Path.ChangeExtension(name, "pdf"))), name));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes() => Assert.Equal(campaign.First, campaign.Second);

    [Fact]
    public void Three_restarts_change_no_byte() => Assert.Equal(campaign.First, campaign.Restarted);

    [Fact]
    public void Every_unit_owes_thirteen_monthly_reports_both_annuals_and_its_liaison()
    {
        var opened = campaign.Lines.Where(l => IsEvent(l, "unit.opened") && l.GetProperty("body").TryGetProperty("duties", out _))
            .SelectMany(l => l.GetProperty("body").GetProperty("duties").EnumerateArray().Select(d => (Unit: l.GetProperty("grain").GetString()!, Duty: d.GetProperty("duty").GetString()!, Due: Due(d))))
            .ToLookup(d => d.Unit);

        var issued = opened.Where(unit => !unit.Key.EndsWith("/shuiwu", StringComparison.Ordinal)).ToList();
        Assert.Equal(11, issued.Count);
        Assert.All(issued, unit =>
        {
            Assert.Equal(13, unit.Count(d => d.Duty.StartsWith("monthly-", StringComparison.Ordinal)));
            Assert.Contains(unit, d => d is { Duty: "annual-2020", Due: "2020-12-03" });
            Assert.Contains(unit, d => d is { Duty: "annual-2021", Due: "2021-10-28" });
            Assert.Contains(unit, d => d is { Duty: "liaison", Due: "2020-09-18" });
        });
    }

    [Fact]
    public void No_message_goes_out_on_a_rest_day() => Assert.All(campaign.Messages, m =>
        Assert.True(Calendars.AsKnownOn(RehearsedCampaign.DateOf(m)).IsWorkingDay(RehearsedCampaign.DateOf(m)), m.ToString()));

    [Fact]
    public void The_last_reminder_before_Sunday_28_February_comes_on_Friday_and_says_so()
    {
        var friday = campaign.Messages.Where(m => RehearsedCampaign.DateOf(m) == new DateOnly(2021, 2, 26) && Steps(m).Contains(("monthly-2021-02", "due"))).ToList();

        Assert.NotEmpty(friday);
        Assert.All(friday, m => Assert.Contains("2月28日为休息日，请于2月26日（周五）下班前报送", m.GetProperty("body").GetString(), StringComparison.Ordinal));
        Assert.DoesNotContain(campaign.Messages, m => RehearsedCampaign.DateOf(m) is { Year: 2021, Month: 2, Day: 27 or 28 });
    }

    [Fact]
    public void Whoever_is_silent_in_September_2020_is_heard_of_before_the_long_holiday()
    {
        var beforeHoliday = new DateOnly(2020, 9, 30);
        var report = Assert.Single(campaign.Messages, m => m.GetProperty("recipient").GetString() == "convenor" && RehearsedCampaign.DateOf(m) == beforeHoliday);

        Assert.Contains("2020年9月小结和统计表", report.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Contains(campaign.Messages, m => RehearsedCampaign.DateOf(m) == beforeHoliday && Steps(m).Contains(("monthly-2020-09", "plus-2")));
    }

    [Fact]
    public void Every_inbox_counts_without_gaps() => Assert.All(
        campaign.Messages.GroupBy(m => m.GetProperty("recipient").GetString()),
        inbox => Assert.Equal(Enumerable.Range(1, inbox.Count()).Select(i => (long)i), inbox.Select(m => m.GetProperty("seq").GetInt64())));

    [Fact]
    public void No_recipient_gets_the_same_rung_of_a_duty_twice()
    {
        var given = campaign.Messages.Where(m => m.GetProperty("kind").GetString() == "digest")
            .SelectMany(m => Steps(m).Select(s => (m.GetProperty("recipient").GetString(), s.Duty, s.Rung))).ToList();

        Assert.True(given.Count > 11 * 13, $"only {given.Count} rungs were given, fewer than there are monthly reports");
        Assert.Equal(given.Count, given.Distinct().Count());
    }

    [Fact]
    public void The_story_has_every_kind_of_behaviour_in_it()
    {
        Assert.Contains(campaign.Results, r => r.Late > 0);
        Assert.Contains(campaign.Results, r => r.Open > 0);
        Assert.All(campaign.Results, r => Assert.Equal(r.Duties - r.Waived, r.OnTime + r.Late + r.Open));
        Assert.All(new[] { "unit.returned", "unit.extension-granted", "unit.absence-marked", "unit.dates-revised", "task.blocked", "phase.gate-passed" }, e => Assert.Contains(campaign.Lines, l => IsEvent(l, e)));
    }

    [Fact]
    public void Every_planned_meeting_is_held_and_confirmed_and_no_two_agendas_are_alike()
    {
        var meetings = campaign.Lines.Where(l => IsEvent(l, "meeting.agenda-composed")).GroupBy(l => l.GetProperty("grain").GetString()!).ToList();

        Assert.Equal(7, meetings.Count);
        Assert.All(new[] { "meeting.agreed", "meeting.noticed", "meeting.begun", "meeting.attended", "meeting.ended", "meeting.minutes-circulated", "meeting.minutes-confirmed" }, e =>
            Assert.Equal(meetings.Select(m => m.Key).Order(StringComparer.Ordinal), campaign.Lines.Where(l => IsEvent(l, e)).Select(l => l.GetProperty("grain").GetString()!).Order(StringComparer.Ordinal)));
        var agendas = meetings.Select(m => string.Join(' ', m.Last().GetProperty("body").GetProperty("items").EnumerateArray().Select(i => i.GetProperty("fact").GetString()))).ToList();
        Assert.Equal(agendas.Count, agendas.Distinct().Count());
    }

    [Fact]
    public void What_meetings_decide_is_owed_done_or_carried_over()
    {
        var decided = campaign.Lines.Where(l => IsEvent(l, "meeting.decision-handed")).ToList();
        Assert.All(decided, l => Assert.False(l.GetProperty("body").TryGetProperty("refused", out var refused) && refused.ValueKind == JsonValueKind.String, l.ToString()));
        Assert.Equal(decided.Count, campaign.Meetings.Sum(m => m.Decisions.Total));
        Assert.Contains(campaign.Meetings, m => m.Carried > 0);
        Assert.Contains(campaign.Meetings, m => m.Decisions.OnTime > 0);
        Assert.Contains(campaign.Meetings, m => m.Decisions.Late > 0);
    }

    [Fact]
    public void Four_visits_find_problems_that_are_struck_off_by_the_group_alone_or_carried_over()
    {
        Assert.Equal((4, 8), (campaign.Supervision.Visits, campaign.Supervision.Problems));
        Assert.InRange(campaign.Supervision.StruckOff, 1, 7);
        Assert.Equal(campaign.Supervision.StruckOff, campaign.Lines.Count(l => IsEvent(l, "supervision.problem-checked") && l.GetProperty("by").GetString() == "group" && l.GetProperty("body").GetProperty("mended").GetBoolean()));
        Assert.Contains(campaign.Lines, l => IsEvent(l, "meeting.agenda-composed") && l.ToString().Contains("supervisionProblem", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void One_unit_gets_another_member_and_one_unit_joins_and_works_with_the_others()
    {
        var agreed = Assert.Single(campaign.Lines, l => IsEvent(l, "unit.member-agreed"));
        Assert.Contains("全体会议", agreed.GetProperty("body").GetProperty("basis").GetString(), StringComparison.Ordinal);
        Assert.Contains(campaign.Lines, l => IsEvent(l, "unit.seat-named") && l.GetProperty("grain").GetString() == agreed.GetProperty("grain").GetString()
            && l.GetProperty("body").GetProperty("holder").GetProperty("holder").GetString()!.EndsWith("新任负责人", StringComparison.Ordinal));

        Assert.Single(campaign.Lines, l => IsEvent(l, "campaign.membership-settled"));
        var joined = Assert.Single(campaign.Results, r => r.Unit == "shuiwu");
        Assert.True(joined.OnTime > 0, joined.ToString());
        Assert.Equal(12, campaign.Results.Count);
    }

    private static bool IsEvent(JsonElement line, string name) => line.TryGetProperty("event", out var e) && e.GetString() == name;

    private static string? Due(JsonElement duty) => duty.TryGetProperty("due", out var due) ? due.GetString() : null;

    private static IEnumerable<(string Duty, string Rung)> Steps(JsonElement message) =>
        message.GetProperty("kind").GetString() == "digest"
            ? message.GetProperty("data").GetProperty("steps").EnumerateArray().Select(s => (s.GetProperty("duty").GetString()!, s.GetProperty("rung").GetString()!))
            : [];
}

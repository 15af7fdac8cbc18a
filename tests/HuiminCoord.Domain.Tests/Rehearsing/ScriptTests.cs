using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Domain.Tests.Plans;
using HuiminCoord.Domain.Tests.Time;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Rehearsing;

public sealed class ScriptTests
{
    /// <summary>Midnight, the morning, and an afternoon after which the day is lost.</summary>
    public static TheoryData<string> Issues => ["2020-09-17 00:00", "2020-09-17 09:00", "2020-09-17 16:30", "2020-09-19 12:00", "2020-09-26 10:00"];

    [Fact]
    public void The_same_seed_plays_the_same_script_and_another_another()
    {
        Assert.Equal(Lines(Play(7, Issued)), Lines(Play(7, Issued)));
        Assert.NotEqual(Lines(Play(7, Issued)), Lines(Play(8, Issued)));
    }

    [Theory]
    [MemberData(nameof(Issues))]
    public void Nobody_acts_before_the_issue_on_a_rest_day_or_outside_office_hours(string issued)
    {
        var calendar = Shipped.National.Latest;
        foreach (var action in Enumerable.Range(0, 30).SelectMany(seed => Play(seed, At(issued))))
        {
            Assert.True(action.At > At(issued), action.Key);
            Assert.True(calendar.IsWorkingDay(ChinaTime.DateOf(action.At)), $"{action.Key} {action.At:O}");
            Assert.InRange(ChinaTime.TimeOf(action.At), new TimeOnly(9, 0), new TimeOnly(18, 0));
        }
    }

    [Theory]
    [MemberData(nameof(Issues))]
    public void Keys_name_each_act_once_and_acts_come_in_order(string issued)
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var script = Play(seed, At(issued));
            Assert.Equal(script.Count, script.Select(a => a.Key).Distinct().Count());
            Assert.Equal(script.OrderBy(a => a.At).ThenBy(a => a.Key, StringComparer.Ordinal), script);
        }
    }

    [Theory]
    [MemberData(nameof(Issues))]
    public void Every_unit_names_its_liaison_whenever_the_notice_comes(string issued)
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var named = Play(seed, At(issued)).Where(a => a.Key.EndsWith("/seat/liaison", StringComparison.Ordinal));
            Assert.Equal(Notice.Units.Count, named.Count());
        }
    }

    [Theory]
    [MemberData(nameof(Issues))]
    public void What_is_reviewed_was_handed_in_before(string issued)
    {
        foreach (var seed in Enumerable.Range(0, 30))
        {
            var acts = Play(seed, At(issued)).OfType<PlayedAction.ToUnit>().ToList();
            var first = acts.Where(a => a.Command is UnitCommand.Submit).GroupBy(a => Subject(a.Key)).ToDictionary(g => g.Key, g => g.Min(a => a.At));
            Assert.All(
                acts.Where(a => a.Command is UnitCommand.Accept or UnitCommand.Return),
                a => Assert.True(first[Subject(a.Key)] < a.At, $"{seed} {a.Key}"));
        }
    }

    [Fact]
    public void Every_manner_occurs()
    {
        var seen = Enumerable.Range(0, 10).SelectMany(seed => Manners(Play(seed, Issued))).CountBy(m => m).ToDictionary();
        Assert.Equal(Enum.GetValues<UnitManner>(), seen.Keys.Order());
        Assert.True(seen[UnitManner.Punctual] > seen.Values.Sum() / 2);
    }

    [Fact]
    public void Tasks_are_sometimes_blocked_and_later_solved_and_sometimes_forgotten()
    {
        var keys = Enumerable.Range(0, 10).SelectMany(seed => Play(seed, Issued)).Where(a => a is PlayedAction.ToTask).ToList();
        Assert.Equal(keys.Count(a => a.Key.EndsWith("/blocked", StringComparison.Ordinal)), keys.Count(a => a.Key.EndsWith("/solved", StringComparison.Ordinal)));
        Assert.InRange(keys.Count(a => a.Key.EndsWith("/progress", StringComparison.Ordinal)), 1, (10 * 17 * 13) - 1);
        Assert.All(keys, a => Assert.InRange(ChinaTime.DateOf(a.At), new DateOnly(2020, 10, 9), Notice.Window.To));
    }

    [Fact]
    public void Every_goal_of_every_phase_is_recorded_before_its_gate_is_tried()
    {
        var script = Play(1, At("2020-08-31 16:30"));
        Assert.Equal(Notice.Phases.Sum(p => p.Goals.Count), script.OfType<PlayedAction.GoalOf>().Count());
        foreach (var phase in Notice.Phases)
        {
            var gate = script.OfType<PlayedAction.PassGate>().Where(a => a.Phase == phase.Id).Min(a => a.At);
            Assert.All(script.OfType<PlayedAction.GoalOf>().Where(a => a.Phase == phase.Id), a => Assert.True(a.At < gate));
        }
    }

    [Fact]
    public void Visits_stay_within_the_mandate_also_after_a_unit_has_joined()
    {
        var joined = PlanReader.Read(MemberPlan.Of(Notice, ShippedPlan.Json, MemberPlanTests.Joins, "2021年第1次全体会议")).Plan!;
        for (var seed = 1; seed <= 50; seed++)
        {
            var acts = Script.Of([new(Notice, Issued), new(joined, At("2021-02-09 10:00"))], Shipped.National, seed).OfType<PlayedAction.ToSupervision>().ToList();
            var mandate = Assert.Single(acts.Select(a => a.Command).OfType<SupervisionCommand.RecordMandate>()).Mandate;
            Assert.All(acts.Select(a => a.Command).OfType<SupervisionCommand.RecordVisit>(), v => Assert.Contains(v.Unit, mandate.Units));
            Assert.Equal(4, acts.Count(a => a.Command is SupervisionCommand.RecordVisit));
        }
    }

    [Fact]
    public void A_meeting_has_a_chair_and_members_also_where_the_plan_leaves_them_open()
    {
        var open = Notice with { Meetings = new Dictionary<MeetingKind, MeetingPlan> { [MeetingKind.Plenary] = Notice.Meetings![MeetingKind.Plenary] with { Chair = "", Units = [] } } };
        var proposed = Script.Of(open, Shipped.National, 1, Issued).OfType<PlayedAction.ToMeeting>().Select(a => a.Act).OfType<MeetingAct.Plain>().Select(a => a.Command).OfType<MeetingCommand.Propose>().ToList();
        Assert.Equal(7, proposed.Count);
        Assert.All(proposed, p => Assert.True(p.Arrangement.Chair.Length > 0 && p.Arrangement.Units.Count == Notice.Units.Count));
    }

    [Theory]
    [InlineData(AgendaConsent.Convenor, "convenor")]
    [InlineData(AgendaConsent.Director, "office")]
    public void Whoever_the_plan_asks_for_consent_gives_it(AgendaConsent consent, string by)
    {
        var plan = Notice with { Meetings = new Dictionary<MeetingKind, MeetingPlan> { [MeetingKind.Plenary] = Notice.Meetings![MeetingKind.Plenary] with { Consent = consent } } };
        var given = Script.Of(plan, Shipped.National, 1, Issued).OfType<PlayedAction.ToMeeting>().Where(a => a.Act is MeetingAct.Plain { Command: MeetingCommand.Agree or MeetingCommand.Return }).ToList();
        Assert.True(given.Count >= 7, $"{given.Count}");
        Assert.All(given, a => Assert.Equal(by, a.By));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void Any_number_is_a_seed_and_choices_stay_below_their_bound(int seed)
    {
        Assert.NotEmpty(Play(seed, Issued));
        var counts = Enumerable.Range(0, 4000).CountBy(i => SeededChoice.Of(seed, $"subject {i}", 8)).ToDictionary();
        Assert.Equal(Enumerable.Range(0, 8), counts.Keys.Order());
        Assert.All(counts.Values, c => Assert.InRange(c, 400, 600));
        Assert.Throws<ArgumentOutOfRangeException>(() => SeededChoice.Of(seed, "", 0));
    }

    private static IReadOnlyList<PlayedAction> Play(int seed, DateTimeOffset issued) => Script.Of(Notice, Shipped.National, seed, issued);

    private static IEnumerable<string> Lines(IEnumerable<PlayedAction> script) => script.Select(a => $"{a.At:O} {a.By} {a.Key}");

    private static string Subject(string key) => key[..key.LastIndexOf('/')];

    private static IEnumerable<UnitManner> Manners(IReadOnlyList<PlayedAction> script)
    {
        var acts = script.Select(a => a.Key).ToHashSet();
        var handedIn = script.Where(a => a.Key.EndsWith("/submitted", StringComparison.Ordinal)).ToDictionary(a => a.Key, a => a.At);
        foreach (var unit in Notice.Units)
        {
            foreach (var duty in new UnitTerms(Notice, unit, Shipped.National).Duties.Where(d => d.Parts.Count == 2))
            {
                var key = $"play/{unit.Id}/{duty.Id}";
                yield return acts.Contains($"{key}/asked") ? UnitManner.Extended
                    : acts.Contains($"{key}/returned") ? UnitManner.ReturnedOnce
                    : !handedIn.TryGetValue($"{key}/submitted", out var at) ? UnitManner.Silent
                    : at >= ChinaTime.EndOf(duty.Due!.Value) ? UnitManner.Late
                    : UnitManner.Punctual;
            }
        }
    }
}

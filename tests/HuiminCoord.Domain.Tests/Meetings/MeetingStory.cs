using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tests.Time;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Meetings;

/// <summary>A meeting and what happens to it, one decision after the other.</summary>
internal sealed class MeetingStory
{
    public static readonly UnitId Jiaoyu = new("jiaoyu"), Nongmu = new("nongmu"), Gongan = new("gongan"), Scjg = new("scjg");

    public static MeetingArrangement Plenary { get; } = new("2020年第1次全体会议", At("2020-12-04 14:30"), 60, "三楼会议室", "联席会议召集人", [Scjg, Jiaoyu, Nongmu, Gongan], []);

    public MeetingState State { get; private set; } = new();

    public AgendaFacts Facts { get; set; } = new(new(2020, 11, 30), [], [], []);

    public Plan Plan { get; init; } = Answered;

    /// <summary>The plan without open questions: agendas of tests hold what the test is about.</summary>
    public static Plan Answered { get; } = Notice with { Questions = [.. Notice.Questions.Select(q => q with { Answer = "按默认。" })] };

    public static MeetingStory Proposed()
    {
        var story = new MeetingStory();
        story.Do(new MeetingCommand.Propose(MeetingKind.Plenary, null, Plenary), "2020-11-30 09:00");
        return story;
    }

    public static MeetingStory Submitted()
    {
        var story = Proposed();
        story.Do(Item("停车收费线索由谁立案。"), "2020-11-30 09:10");
        story.Do(new MeetingCommand.Submit(), "2020-11-30 09:30");
        return story;
    }

    public static MeetingStory Agreed()
    {
        var story = Submitted();
        story.Do(new MeetingCommand.Agree(), "2020-11-30 10:00");
        return story;
    }

    public static MeetingStory Noticed()
    {
        var story = Agreed();
        story.Do(new MeetingCommand.Notify(new(2020, 12, 2)), "2020-11-30 10:30");
        return story;
    }

    public const string Recorder = "office-a";

    /// <summary>The meeting sits, and <see cref="Recorder"/> records.</summary>
    public static MeetingStory Sitting(string at = "2020-12-04 14:30")
    {
        var story = Noticed();
        story.Do(new MeetingCommand.Begin(Recorder), at);
        return story;
    }

    public static DecisionWording Decision(string text, UnitId owner, DateOnly due, params UnitId[] with) => new(text, owner, with, due, null, "", "");

    public static MeetingCommand.AddItem Item(string fact, AgendaHeading heading = AgendaHeading.ToDecide, params UnitId[] units) => new(heading, fact, "请会议研究。", "反不正当竞争股", 10, units);

    /// <summary>Decides and keeps.</summary>
    public IReadOnlyList<MeetingEvent> Do(MeetingCommand command, string at, MeetingAsker? by = null)
    {
        var events = Try(command, at, by: by).Events();
        State = events.Aggregate(State, MeetingRules.Evolve);
        return events;
    }

    /// <summary>Decides and does not keep.</summary>
    public Decision<MeetingEvent> Try(MeetingCommand command, string at, Plan? plan = null, MeetingAsker? by = null) => MeetingRules.Decide(State, command, Terms(plan) with { By = by }, At(at));

    /// <summary>What it does by itself, kept.</summary>
    public IReadOnlyList<MeetingEvent> Wake(string at)
    {
        var events = MeetingWake.DecideWake(State, Terms(), At(at)).Events();
        State = events.Aggregate(State, MeetingRules.Evolve);
        return events;
    }

    public DateTimeOffset? NextWake(string at) => MeetingWake.NextWake(State, Terms(), At(at));

    private MeetingTerms Terms(Plan? plan = null) => new(plan ?? Plan, Shipped.KnownOn("2020-11-30"), Facts);

    /// <summary>The ids that are on, in order.</summary>
    public IEnumerable<string> On => State.Agenda.Where(i => i.Removed is null).Select(i => i.Id);
}

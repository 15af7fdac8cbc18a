using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Supervision;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Supervision;

/// <summary>A supervision group and what happens to it, one decision after the other, with units that hand in when the test says so.</summary>
internal sealed class SupervisionStory
{
    public const string Group = "du-2", Now = "2020-09-18 10:00";

    public static readonly UnitId Jiaoyu = new("jiaoyu"), Minzheng = new("minzheng"), Nongmu = new("nongmu");

    public static readonly TaskId Canteens = new("chi-3");

    public static SupervisionMandate Mandate { get; } = new("校园和养老机构食品安全", [Jiaoyu, Minzheng], [Canteens], new(2020, 9, 18), new(2020, 12, 31), "督导工作组组长");

    public SupervisionState State { get; private set; } = new();

    public Dictionary<int, MendingStage> Mending { get; } = [];

    /// <summary>The office has ordered it.</summary>
    public static SupervisionStory Ordered()
    {
        var story = new SupervisionStory();
        story.Do(new SupervisionCommand.RecordMandate(Mandate), "2020-09-17 10:00");
        return story;
    }

    /// <summary>A problem is owed by its unit.</summary>
    public static SupervisionStory Owed()
    {
        var story = Ordered();
        story.Do(Problem("2所学校食堂未接入管控平台"));
        story.Told();
        return story;
    }

    /// <summary>The unit says that it is mended.</summary>
    public static SupervisionStory HandedIn()
    {
        var story = Owed();
        story.Mending[1] = MendingStage.HandedIn;
        return story;
    }

    public static SupervisionCommand.AddProblem Problem(string text, UnitId? unit = null) => new(unit ?? Jiaoyu, null, text, new(2020, 9, 30), null);

    public static SupervisionCommand.RecordVisit Visit(string id = "v1", string achievements = "") => new(id, new(2020, 9, 18), Jiaoyu, "第二中学食堂", [], achievements, "");

    /// <summary>Decides and keeps.</summary>
    public IReadOnlyList<SupervisionEvent> Do(SupervisionCommand command, string at = Now)
    {
        var events = Try(command, at).Events();
        Keep(events);
        return events;
    }

    /// <summary>Decides and does not keep.</summary>
    public Decision<SupervisionEvent> Try(SupervisionCommand command, string at = Now) => SupervisionRules.Decide(State, command, new(Group, Notice, Mending), At(at));

    /// <summary>Whoever waits is told, with what the unit's actor answered; how many were.</summary>
    public int Told(string? refusal = null)
    {
        var told = 0;
        for (; ProblemRules.NextToTell(State) is { } problem; told++)
        {
            Keep(Try(new SupervisionCommand.ConfirmTold(problem.Number, problem.Stage, refusal)).Events());
        }

        return told;
    }

    private void Keep(IReadOnlyList<SupervisionEvent> events) => State = events.Aggregate(State, SupervisionRules.Evolve);
}

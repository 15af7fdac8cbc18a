using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Supervision;

/// <summary>Problems: numbered without gaps, owed by their units, struck off by the group's check alone.</summary>
public static class ProblemRules
{
    /// <summary>Longest text of a problem: with its number it is the title of an obligation.</summary>
    public const int LongestProblem = 50;

    /// <summary>What a refusal of the unit's actor says where nobody owes the mending any more: the group's check then stands alone.</summary>
    private static readonly string[] OwedNoMore = ["obligation.closed", "obligation.unknown", "unit.left"];

    /// <summary>The first problem of which the unit's actor has not been told, or null: state → next action.</summary>
    public static SupervisionProblem? NextToTell(SupervisionState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Problems.Find(p => p.Stage is ProblemStage.Entered or ProblemStage.Passed or ProblemStage.SentBack);
    }

    /// <summary>What the unit's actor has to be told of a problem.</summary>
    public static UnitCommand About(SupervisionProblem problem, string group, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var (name, duty, source) = (SupervisionNames.Problem(group, problem.Number), SupervisionNames.Duty(group, problem.Number), SupervisionNames.Source(group, problem.Number));
        return problem.Stage switch
        {
            ProblemStage.Entered => new UnitCommand.Assign(
                duty, new Assignment(DutyKind.Other, $"{name} {problem.Text}", problem.Due, problem.Task is { } task ? plan.Task(task)?.Clause ?? "" : "", source)),
            ProblemStage.Passed => new UnitCommand.Accept(duty, [], source),
            _ => new UnitCommand.Return(duty, DutyTerms.Whole, [new Remark(name, problem.Word)], source),
        };
    }

    internal static Decision<SupervisionEvent> Add(SupervisionState state, SupervisionCommand.AddProblem c, SupervisionTerms terms, DateTimeOffset now)
    {
        var (today, number) = (ChinaTime.DateOf(now), state.Problems.Count + 1);
        return !SupervisionRules.Named(c.Text, LongestProblem) ? new Refusal("problem.text-needed", $"{LongestProblem}")
            : terms.Plan.Unit(c.Unit) is null ? new Refusal("unit.unknown", c.Unit.Value)
            : !state.Mandate!.Units.Contains(c.Unit) ? new Refusal("supervision.out-of-scope", terms.Plan.Unit(c.Unit)?.Name ?? c.Unit.Value)
            : c.Task is { } task && terms.Plan.Task(task) is null ? new Refusal("task.unknown", task.Value)
            : c.Visit is { } visit && state.Visit(visit) is null ? new Refusal("visit.unknown", visit)
            : c.Due < today || c.Due > terms.Plan.Window.To ? new Refusal("problem.due-out-of-range", $"{today:yyyy-MM-dd}", $"{terms.Plan.Window.To:yyyy-MM-dd}")
            : number > SupervisionRules.MostProblems ? new Refusal("supervision.too-many-problems", $"{SupervisionRules.MostProblems}")
            : Decision<SupervisionEvent>.Keep(new SupervisionEvent.ProblemAdded(number, c.Unit, c.Task, c.Text.Trim(), c.Due, c.Visit, now));
    }

    internal static Decision<SupervisionEvent> StrikeOff(SupervisionState state, SupervisionCommand.StrikeOff c, SupervisionTerms terms, DateTimeOffset now)
    {
        if (state.Problem(c.Number) is { Stage: ProblemStage.StruckOff or ProblemStage.Passed })
        {
            return Decision<SupervisionEvent>.Nothing;
        }

        var gone = state.Problem(c.Number)?.Stage == ProblemStage.NotTaken || terms.Mending.GetValueOrDefault(c.Number) == MendingStage.Gone;
        return Refuse(state, c.Number, c.Word, terms, gone) is { } refusal ? refusal
            : gone ? Decision<SupervisionEvent>.Keep(new SupervisionEvent.ProblemStruckOff(c.Number, c.Word.Trim(), now))
            : Decision<SupervisionEvent>.Keep(new SupervisionEvent.ProblemChecked(c.Number, true, c.Word.Trim(), now));
    }

    internal static Decision<SupervisionEvent> SendBack(SupervisionState state, SupervisionCommand.SendBack c, SupervisionTerms terms, DateTimeOffset now) =>
        state.Problem(c.Number)?.Stage == ProblemStage.SentBack ? Decision<SupervisionEvent>.Nothing
        : Refuse(state, c.Number, c.Word, terms, gone: false) is { } refusal ? refusal
        : Decision<SupervisionEvent>.Keep(new SupervisionEvent.ProblemChecked(c.Number, false, c.Word.Trim(), now));

    internal static Decision<SupervisionEvent> Told(SupervisionState state, SupervisionCommand.ConfirmTold c)
    {
        if (state.Problem(c.Number) is not { } problem || problem.Stage != c.Was)
        {
            return Decision<SupervisionEvent>.Nothing;
        }

        ProblemStage? now = c.Was switch
        {
            ProblemStage.Entered => c.Refusal is null ? ProblemStage.Owed : ProblemStage.NotTaken,
            ProblemStage.Passed => c.Refusal is null || OwedNoMore.Contains(c.Refusal) ? ProblemStage.StruckOff : ProblemStage.Owed,
            ProblemStage.SentBack => ProblemStage.Owed,
            _ => null,
        };
        return now is { } stage ? Decision<SupervisionEvent>.Keep(new SupervisionEvent.UnitTold(c.Number, stage, c.Refusal)) : Decision<SupervisionEvent>.Nothing;
    }

    internal static SupervisionState Evolve(SupervisionState state, SupervisionEvent @event) => @event switch
    {
        SupervisionEvent.ProblemAdded e => state with { Problems = state.Problems.Add(new(e.Number, e.Unit, e.Task, e.Text, e.Due, e.Visit, e.At, ProblemStage.Entered)) },
        SupervisionEvent.ProblemChecked e => Changed(state, e.Number, p => Checked(p, e.Mended ? ProblemStage.Passed : ProblemStage.SentBack, e.Word, e.At)),
        SupervisionEvent.ProblemStruckOff e => Changed(state, e.Number, p => Checked(p, ProblemStage.StruckOff, e.Word, e.At)),
        SupervisionEvent.UnitTold e => Changed(state, e.Number, p => p with { Stage = e.Now, Refusal = e.Refusal }),
        _ => throw new InvalidOperationException($"Unknown event {@event.GetType().Name}."),
    };

    private static SupervisionProblem Checked(SupervisionProblem problem, ProblemStage stage, string word, DateTimeOffset at) =>
        problem with { Stage = stage, Word = word, CheckedAt = at, Checks = problem.Checks + 1 };

    private static SupervisionState Changed(SupervisionState state, int number, Func<SupervisionProblem, SupervisionProblem> change) =>
        state with { Problems = state.Problems.SetItem(number - 1, change(state.Problems[number - 1])) };

    /// <summary>Only what the unit has handed in is there to be checked, or what nobody owes any more.</summary>
    private static Refusal? Refuse(SupervisionState state, int number, string word, SupervisionTerms terms, bool gone) =>
        state.Problem(number) is not { } problem ? new Refusal("problem.unknown", SupervisionNames.Problem(terms.Group, number))
        : string.IsNullOrWhiteSpace(word) || word.Trim().Length > SupervisionRules.LongestText ? new Refusal("problem.word-needed", $"{SupervisionRules.LongestText}")
        : problem.Stage == ProblemStage.StruckOff ? new Refusal("problem.struck-off", SupervisionNames.Problem(terms.Group, number))
        : gone || (problem.Stage == ProblemStage.Owed && terms.Mending.GetValueOrDefault(number) == MendingStage.HandedIn) ? null
        : new Refusal("problem.not-handed-in", SupervisionNames.Problem(terms.Group, number));
}

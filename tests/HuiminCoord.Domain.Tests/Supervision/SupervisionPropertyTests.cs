using FsCheck;
using FsCheck.Fluent;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Supervision;
using Microsoft.FSharp.Core;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Supervision;

/// <summary>Whatever is asked, in whatever order, and whatever units do meanwhile: no problem is lost, none is struck off without a check, nothing leaves the mandate.</summary>
public sealed class SupervisionPropertyTests
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure
        .WithMaxTest(500)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20201204, 150103), FSharpOption<int>.None)));

    private static readonly DateOnly From = SupervisionStory.Mandate.From, Until = SupervisionStory.Mandate.Until;

    private static readonly Gen<UnitId> Unit = Gen.Elements(SupervisionStory.Jiaoyu, SupervisionStory.Minzheng, SupervisionStory.Nongmu);

    private static readonly Gen<SupervisionCommand> Command = Gen.Frequency(
        (3, from unit in Unit from due in Gen.Choose(-3, 30) select (SupervisionCommand)new SupervisionCommand.AddProblem(unit, null, "问题", new DateOnly(2020, 9, 18).AddDays(due), null)),
        (2, from unit in Unit from day in Gen.Choose(-20, 140) from id in Gen.Choose(1, 4) select (SupervisionCommand)new SupervisionCommand.RecordVisit($"v{id}", From.AddDays(day), unit, "食堂", [], "", "")),
        (3, from number in Gen.Choose(1, 6) select (SupervisionCommand)new SupervisionCommand.StrikeOff(number, "已改")),
        (2, from number in Gen.Choose(1, 6) select (SupervisionCommand)new SupervisionCommand.SendBack(number, "未改")),
        (4, from number in Gen.Choose(1, 6)
            from was in Gen.Elements(Enum.GetValues<ProblemStage>())
            from refusal in Gen.Elements(null, "part.not-submitted", "unit.left")
            select (SupervisionCommand)new SupervisionCommand.ConfirmTold(number, was, refusal)));

    private static readonly Gen<(SupervisionCommand Command, MendingStage[] Units)[]> Story =
        (from command in Command from units in Gen.Elements(Enum.GetValues<MendingStage>()).ArrayOf(6) select (command, units)).ArrayOf();

    [Fact]
    public void No_problem_is_lost_and_numbers_have_no_gaps() => Holds((before, _, _, after) =>
        after.Problems.Count >= before.Problems.Count
        && after.Problems.Select(p => p.Number).SequenceEqual(Enumerable.Range(1, after.Problems.Count))
        && before.Problems.All(p => after.Problem(p.Number) is { } same && (same.Unit, same.Text, same.Due, same.At) == (p.Unit, p.Text, p.Due, p.At)));

    [Fact]
    public void None_is_struck_off_without_the_group_s_check_of_what_was_handed_in() => Holds((before, command, mending, after) => after.Problems.All(p =>
        p.Stage switch
        {
            ProblemStage.Passed when before.Problem(p.Number)?.Stage != ProblemStage.Passed =>
                command is SupervisionCommand.StrikeOff && before.Problem(p.Number)!.Stage == ProblemStage.Owed && mending[p.Number] == MendingStage.HandedIn,
            ProblemStage.StruckOff when before.Problem(p.Number)?.Stage is not ProblemStage.StruckOff =>
                before.Problem(p.Number)!.Stage == ProblemStage.Passed || (command is SupervisionCommand.StrikeOff && (before.Problem(p.Number)!.Stage == ProblemStage.NotTaken || mending[p.Number] == MendingStage.Gone)),
            ProblemStage.Passed or ProblemStage.StruckOff => p.Checks > 0 && p.Word.Length > 0,
            _ => true,
        }));

    [Fact]
    public void What_is_struck_off_stays_so() => Holds((before, _, _, after) =>
        before.Problems.Where(p => p.Stage == ProblemStage.StruckOff).All(p => after.Problem(p.Number) == p));

    [Fact]
    public void Scope_and_period_of_the_mandate_are_honoured() => Holds((_, _, _, after) =>
        after.Problems.Select(p => p.Unit).Concat(after.Visits.Select(v => v.Unit)).All(u => u != SupervisionStory.Nongmu) && after.Visits.All(v => v.Day >= From && v.Day <= Until));

    [Fact]
    public void Whoever_has_to_be_told_keeps_the_group_awake() => Holds((_, _, _, after) =>
        (SupervisionRules.NextWake(after, Issued) is not null) == after.Problems.Any(p => p.Stage is ProblemStage.Entered or ProblemStage.Passed or ProblemStage.SentBack));

    /// <summary>Holds between the state before and after every command that was taken.</summary>
    private static void Holds(Func<SupervisionState, SupervisionCommand, IReadOnlyDictionary<int, MendingStage>, SupervisionState, bool> holds) => Prop.ForAll(Story.ToArbitrary(), story =>
    {
        var state = new SupervisionState { Mandate = SupervisionStory.Mandate };
        foreach (var (command, units) in story)
        {
            var mending = units.Select((stage, i) => (i + 1, stage)).Concat(Enumerable.Range(units.Length + 1, SupervisionRules.MostProblems).Select(n => (n, MendingStage.Waiting))).ToDictionary();
            var before = state;
            if (SupervisionRules.Decide(state, command, new(SupervisionStory.Group, Notice, mending), At("2020-09-18 10:00")) is Decision<SupervisionEvent>.Kept kept)
            {
                state = kept.Events.Aggregate(state, SupervisionRules.Evolve);
            }

            if (!holds(before, command, mending, state))
            {
                return false;
            }
        }

        return true;
    }).Check(Repeatable);
}

using FsCheck;
using FsCheck.Fluent;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Units;
using Microsoft.FSharp.Core;

namespace HuiminCoord.Domain.Tests.Units;

/// <summary>Whatever is proposed, decided and named, in whatever order: one holder on a day, no term lost, nothing changed by asking.</summary>
public sealed class MemberPropertyTests
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(300)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20201012, 150103), FSharpOption<int>.None)));

    private static readonly string[] People = ["甲", "乙", "丙"];

    private static readonly DateOnly First = new(2020, 10, 12);

    private static readonly Gen<Act> Acts =
        from kind in Gen.Choose(0, 5)
        from who in Gen.Elements(People)
        from wait in Gen.Choose(0, 9)
        from day in Gen.Choose(-12, 15)
        from dated in Gen.Elements(true, false)
        select new Act(kind, who, wait, dated ? day : null);

    private sealed record Act(int Kind, string Who, int Wait, int? Day);

    [Fact]
    public void Each_day_has_one_member_no_term_is_lost_and_asking_changes_nothing() => Prop.ForAll(Acts.ArrayOf().ToArbitrary(), acts =>
    {
        var (unit, today, count) = (new UnitInPlay().Begun(), First, 0);
        var terms = new List<Seat> { unit.State.Leader! };
        foreach (var act in acts)
        {
            today = today.AddDays(act.Wait);
            unit.WokenUntil($"{today:yyyy-MM-dd} 09:30");
            count = Record(unit, count, terms);
            var (command, before) = (CommandOf(act, today, count), unit.State);
            if (unit.Refusal($"{today:yyyy-MM-dd} 10:00", command) is null)
            {
                unit.Does($"{today:yyyy-MM-dd} 10:00", command);
                Assert.True(command is UnitCommand.NameSeat or UnitCommand.EndSeat or UnitCommand.DecideMember { Agreed: true } || Same(before, unit.State), $"{command}");
                count = Record(unit, count, terms);
            }

            Assert.Equal(unit.State.Leader!.Holder, terms[^1].Holder);
        }

        unit.WokenUntil($"{today.AddDays(30):yyyy-MM-dd} 09:30");
        Record(unit, count, terms);
        return Enumerable.Range(-30, 300).Select(First.AddDays).All(day => terms.Count(t => t.LivingOn(day)) <= 1);
    }).Check(Repeatable);

    private static UnitCommand CommandOf(Act act, DateOnly today, int count) => act.Kind switch
    {
        0 or 1 => new UnitCommand.ProposeMember(act.Who, "", "", act.Day is { } d ? today.AddDays(d) : null, "工作变动"),
        2 => new UnitCommand.WithdrawMember(""),
        3 => new UnitCommand.NameSeat(SeatKind.Leader, act.Who, "", "", null, null),
        _ => new UnitCommand.DecideMember(act.Kind == 4, act.Day is { } d ? today.AddDays(d) : null, null, $"会议{count}"),
    };

    private static bool Same(UnitState before, UnitState after) => (before.Leader, before.Liaison, before.Deputy) == (after.Leader, after.Liaison, after.Deputy) && before.Open.SequenceEqual(after.Open);

    /// <summary>As the roster keeps terms: a new one ends the one before it on the eve, and no day before that may change hands.</summary>
    private static int Record(UnitInPlay unit, int seen, List<Seat> terms)
    {
        foreach (var named in unit.Events.Skip(seen).OfType<UnitEvent.SeatNamed>().Where(e => e.Seat == SeatKind.Leader).Select(e => e.Holder))
        {
            var before = terms.ToList();
            terms.RemoveAll(t => t.From >= named.From);
            Assert.True(before.Except(terms).All(t => t.From == named.From), "A term that had begun on an earlier day was lost.");
            terms[^1] = terms[^1].Until < named.From ? terms[^1] : terms[^1] with { Until = named.From.AddDays(-1) };
            terms.Add(named);
        }

        return unit.Events.Count();
    }
}

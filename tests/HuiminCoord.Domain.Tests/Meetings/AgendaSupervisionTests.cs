using FsCheck;
using FsCheck.Fluent;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Tests.Time;
using Microsoft.FSharp.Core;
using static HuiminCoord.Domain.Tests.Meetings.MeetingStory;

namespace HuiminCoord.Domain.Tests.Meetings;

/// <summary>Problems of supervision on an agenda: one item per unit, only what is late or asks for a later date.</summary>
public sealed class AgendaSupervisionTests
{
    private static readonly DateOnly Monday = new(2020, 11, 30);

    private static readonly Config Repeatable = Config.QuickThrowOnFailure
        .WithMaxTest(500)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20201204, 150103), FSharpOption<int>.None)));

    private static readonly Gen<AgendaProblem[]> Problems =
        from all in (
            from unit in Gen.Elements(Answered.Units.Select(u => u.Id).ToArray())
            from number in Gen.Choose(1, 99)
            from due in Gen.Choose(-40, 20)
            from handedIn in Gen.Elements(true, false)
            from asked in Gen.Elements(true, false)
            select new AgendaProblem($"problem/du-1/{number}", unit, $"督1-{number:00}", "问题", Monday.AddDays(due), handedIn, asked ? Monday.AddDays(30) : null)).ArrayOf()
        select all.DistinctBy(p => p.Row).ToArray();

    [Fact]
    public void No_late_problem_is_missing_none_stands_there_twice_and_no_unit_has_two_items() => Prop.ForAll(Problems.ToArbitrary(), problems =>
    {
        var agenda = Composed(problems);
        var spokenOf = problems.Where(p => p.AskedUntil is not null || (!p.HandedIn && p.Due < Monday)).Select(p => p.Row).Order(StringComparer.Ordinal);
        return agenda.SelectMany(i => i.Rows).Order(StringComparer.Ordinal).SequenceEqual(spokenOf)
            && agenda.Select(i => i.Units.Single()).Distinct().Count() == agenda.Count
            && agenda.All(i => i.Fact.Length is > 0 and <= AgendaItem.LongestText)
            && Composed([.. problems.Reverse()]).Zip(agenda).All(pair => pair.First.SameAs(pair.Second));
    }).Check(Repeatable);

    [Fact]
    public void What_is_late_or_asked_for_is_one_item_per_unit()
    {
        var agenda = Composed(
            new("problem/du-2/2", Jiaoyu, "督2-02", "食堂留样不全", new(2020, 11, 27), false),
            new("problem/du-1/1", Nongmu, "督1-01", "农药台账不全", new(2020, 12, 4), false, new DateOnly(2020, 12, 18)),
            new("problem/du-2/1", Jiaoyu, "督2-01", "2所学校未接入平台", new(2020, 11, 20), false),
            new("problem/du-2/3", Jiaoyu, "督2-03", "已报送的", new(2020, 11, 20), true),
            new("problem/du-2/4", Jiaoyu, "督2-04", "未到期的", Monday, false));

        Assert.Equal(
            """
            ToDecide problems.jiaoyu: 教育局督导问题2个：督2-01 2所学校未接入平台，逾期未改，已逾期6个工作日；督2-02 食堂留样不全，逾期未改，已逾期1个工作日。 → 说明未改原因，明确整改完成日期。 [教育局]
            ToDecide problems.nongmu: 农牧局督导问题1个：督1-01 农药台账不全，整改时限12月4日，申请延期至12月18日。 → 对延期申请作出答复。 [农牧局]
            """.ReplaceLineEndings("\n"),
            string.Join('\n', agenda.Select(i => $"{i.Heading} {i.Id}: {i.Fact} → {i.Proposal} [{i.Owner}]")));
        Assert.Equal(["problem/du-2/1", "problem/du-2/2"], agenda[0].Rows);
        Assert.All(agenda, i => Assert.Equal(AgendaReason.SupervisionProblem, i.Reason));
    }

    [Fact]
    public void Many_problems_of_a_unit_still_fit_the_one_page()
    {
        var item = Assert.Single(Composed([.. Enumerable.Range(1, 40).Select(n => new AgendaProblem($"problem/du-2/{n}", Jiaoyu, $"督2-{n:00}", new string('长', 50), new(2020, 11, 20), false))]));
        Assert.InRange(item.Fact.Length, 1, AgendaItem.LongestText);
        Assert.Equal(40, item.Rows.Count);
    }

    private static IReadOnlyList<AgendaItem> Composed(params AgendaProblem[] problems) =>
        AgendaComposer.Compose(new(Monday, [], [], []) { Problems = problems }, Answered, Shipped.KnownOn("2020-11-30"));
}

using FsCheck;
using FsCheck.Fluent;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tests.Campaigns;
using Microsoft.FSharp.Core;
using static HuiminCoord.Domain.Tests.Meetings.MeetingStory;

namespace HuiminCoord.Domain.Tests.Meetings;

/// <summary>One item becomes two: no row is lost, none is spoken of twice, and composing again leaves each in its part.</summary>
public sealed class AgendaSplitTests
{
    private const string Now = "2020-11-30 11:00";
    private const string Late = "late.nongmu.monthly";

    [Fact]
    public void Rows_move_to_an_item_of_their_own_and_both_say_what_they_hold()
    {
        var story = Composed(3);
        story.Do(Split(story, Late, 2, 3), Now);

        Assert.Equal([Late, $"{Late}.2"], story.On);
        Assert.Equal(["农牧局：9月小结和统计表未报，已逾期1个工作日。", "农牧局：10月小结和统计表未报，已逾期1个工作日；11月小结和统计表未报，已逾期1个工作日。"], story.State.Agenda.Select(i => i.Fact));
        Assert.All(story.State.Agenda, i => Assert.Equal([Nongmu], i.Units));
        story.Try(new MeetingCommand.Compose(), Now).IsNothing();
    }

    [Fact]
    public void A_part_is_split_again_and_settles_by_itself()
    {
        var story = Composed(3);
        story.Do(Split(story, Late, 2, 3), Now);
        story.Do(Split(story, $"{Late}.2", 3), Now);
        Assert.Equal([Late, $"{Late}.2", $"{Late}.3"], story.On);

        story.Facts = story.Facts with { Duties = [.. story.Facts.Duties.Where(d => d.Duty.Value != "duty-2")] };
        story.Do(new MeetingCommand.Compose(), Now);
        Assert.Equal([Late, $"{Late}.3"], story.On);
        // What was settled comes back to its part, and what is new stands in the item itself.
        story.Facts = Owed(4);
        story.Do(new MeetingCommand.Compose(), Now);
        Assert.Equal([Late, $"{Late}.3", $"{Late}.2"], story.On);
        Assert.Equal([Row(1), Row(4)], story.State.Agenda[0].Rows);
    }

    [Fact]
    public void What_was_worded_and_taken_off_holds_for_the_first()
    {
        var story = Composed(2);
        story.Do(new MeetingCommand.ChangeItem(story.State.AgendaRevision, Late, "请农牧局作出说明。", "农牧局", 8), Now);
        story.Do(new MeetingCommand.RemoveItem(story.State.AgendaRevision, Late, "会前已沟通"), Now);
        story.Do(Split(story, Late, 2), Now);

        Assert.Equal([("请农牧局作出说明。", 8, "会前已沟通"), ("电话沟通，明确报送日期。", 3, "会前已沟通")], story.State.Agenda.Select(i => (i.Proposal, i.Minutes, i.Removed ?? "")));
        story.Do(new MeetingCommand.RestoreItem(story.State.AgendaRevision, $"{Late}.2"), Now);
        Assert.Equal([$"{Late}.2"], story.On);
    }

    [Fact]
    public void What_people_entered_is_said_in_two_sentences()
    {
        var story = Proposed();
        story.Do(new MeetingCommand.SuggestItem(Jiaoyu, "校园周边摊贩和食堂价格", "由执法局牵头"), Now);
        var split = new MeetingCommand.SplitItem(1, "own.1", [], " 食堂价格 ", "校园周边摊贩");
        story.Do(split, Now);

        Assert.Equal([("own.1", "校园周边摊贩", 3), ("own.2", "食堂价格", 2)], story.State.Agenda.Select(i => (i.Id, i.Fact, i.Minutes)));
        Assert.All(story.State.Agenda, i => Assert.Equal((AgendaReason.EnteredByUnit, "由执法局牵头", Jiaoyu), (i.Reason, i.Proposal, i.Units.Single())));
        story.Try(split, Now).IsNothing();
        story.Try(split with { Rest = "另一句" }, Now).IsRefused("agenda.changed");
        story.Do(Item("第三项"), Now);
        Assert.Equal(["own.1", "own.2", "own.3"], story.On);
    }

    [Theory]
    [InlineData("agenda.item-unknown", "late.gongan.monthly", new[] { 1 })]
    [InlineData("agenda.split-rows", Late, new int[0])]
    [InlineData("agenda.split-rows", Late, new[] { 1, 2 })]
    [InlineData("agenda.split-rows", Late, new[] { 9 })]
    [InlineData("agenda.split-rows", "decision.jiaoyu.decision-1", new[] { 1 })]
    public void What_cannot_be_parted_is_refused(string code, string item, int[] rows)
    {
        var story = Composed(2);
        story.Facts = story.Facts with { Duties = [.. story.Facts.Duties, new(Jiaoyu, new("decision-1"), DutyKind.Decision, "接入清单", new(2020, 11, 20), false, false)] };
        story.Do(new MeetingCommand.Compose(), Now);
        story.Try(Split(story, item, rows), Now).IsRefused(code);
    }

    [Fact]
    public void A_split_is_made_of_the_agenda_that_was_seen_and_still_holds()
    {
        var story = Composed(3);
        var split = Split(story, Late, 3);
        story.Try(split with { Revision = 9 }, Now).IsRefused("agenda.changed");
        story.Facts = Owed(2);
        story.Try(split, Now).IsRefused("agenda.outdated");
        story.Facts = Owed(3);
        story.Do(split, Now);
        story.Try(split, Now).IsNothing();

        story.Do(Item("停车收费"), Now);
        story.Try(new MeetingCommand.SplitItem(story.State.AgendaRevision, "own.1", [], " ", "停车"), Now).IsRefused("agenda.fact-needed");
        story.Try(new MeetingCommand.SplitItem(story.State.AgendaRevision, "own.1", [], "收费", Huimin.TooLong), Now).IsRefused("text.too-long");
        story.Try(new MeetingCommand.SplitItem(story.State.AgendaRevision, "own.1", [Row(1)], "收费", "停车"), Now).IsRefused("agenda.split-rows");
        story.Do(new MeetingCommand.Submit(), Now);
        story.Try(Split(story, Late, 1), Now).IsRefused("meeting.with-convenor");
    }

    [Fact]
    public void Questions_and_problems_are_split_alike()
    {
        var story = new MeetingStory { Plan = Huimin.Notice };
        story.Do(new MeetingCommand.Propose(MeetingKind.Plenary, null, Plenary), Now);
        story.Facts = story.Facts with { Problems = [.. Enumerable.Range(1, 3).Select(n => new AgendaProblem($"problem/du-1/{n}", Jiaoyu, $"督1-0{n}", $"问题{n}", new(2020, 11, 20), false))] };
        story.Do(new MeetingCommand.Compose(), Now);
        var questions = story.State.Agenda.Single(i => i.Id == "questions").Rows;
        story.Do(new MeetingCommand.SplitItem(1, "questions", [questions[0]], "", ""), Now);
        story.Do(new MeetingCommand.SplitItem(2, "problems.jiaoyu", ["problem/du-1/2"], "", ""), Now);

        Assert.Equal(["problems.jiaoyu", "problems.jiaoyu.2", "questions", "questions.2"], story.On);
        Assert.StartsWith("方案未明确：", story.State.Agenda[3].Fact, StringComparison.Ordinal);
        Assert.StartsWith("教育局督导问题1个：督1-02", story.State.Agenda[1].Fact, StringComparison.Ordinal);
    }

    /// <summary>However often it is split and whatever is settled then: the rows are those of the registers, each once, and each where it was put.</summary>
    [Fact]
    public void No_row_is_lost_and_none_stands_twice() => Prop.ForAll(Gen.Choose(2, 12).SelectMany(owed => Gen.Choose(0, 1 << 12).ArrayOf(8), (owed, cuts) => (owed, cuts)).ToArbitrary(), given =>
    {
        var story = Composed(given.owed);
        foreach (var cut in given.cuts)
        {
            var item = story.State.Agenda[cut % story.State.Agenda.Count];
            var moved = item.Rows.Where((_, n) => (cut >> n & 1) == 1).ToList();
            if (moved.Count > 0 && moved.Count < item.Rows.Count)
            {
                story.Do(new MeetingCommand.SplitItem(story.State.AgendaRevision, item.Id, moved, "", ""), Now);
            }
        }

        var parts = story.State.Agenda.SelectMany(i => i.Rows.Select(row => (row, i.Id))).ToList();
        story.Facts = story.Facts with { Duties = [.. story.Facts.Duties.Where((_, n) => (given.cuts.LastOrDefault() >> n & 1) == 0)] };
        story.Do(new MeetingCommand.Compose(), Now);
        var left = story.State.Agenda.SelectMany(i => i.Rows.Select(row => (row, i.Id))).ToList();
        return parts.Select(p => p.row).Distinct().Count() == given.owed && parts.Count == given.owed
            && left.Count == story.Facts.Duties.Count && left.All(parts.Contains) && story.State.Agenda.All(i => i.Rows.Count > 0);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20201204, 150103), FSharpOption<int>.None))));

    private static MeetingCommand.SplitItem Split(MeetingStory story, string item, params int[] rows) => new(story.State.AgendaRevision, item, [.. rows.Select(Row)], "", "");

    private static string Row(int n) => $"obligation/nongmu/duty-{n}";

    private static AgendaFacts Owed(int duties) => new(
        new(2020, 11, 30), [.. Enumerable.Range(1, duties).Select(n => new AgendaDuty(Nongmu, new($"duty-{n}"), DutyKind.Monthly, $"{n + 8}月小结和统计表", new(2020, 11, 28), false, false))], [], []);

    private static MeetingStory Composed(int duties)
    {
        var story = Proposed();
        story.Facts = Owed(duties);
        story.Do(new MeetingCommand.Compose(), Now);
        return story;
    }
}

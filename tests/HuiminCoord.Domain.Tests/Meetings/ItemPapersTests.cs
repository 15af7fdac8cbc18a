using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Tests.Campaigns;
using HuiminCoord.Domain.Tests.Files;
using static HuiminCoord.Domain.Tests.Meetings.MeetingStory;

namespace HuiminCoord.Domain.Tests.Meetings;

/// <summary>议题材料: papers hang on an item, and stay with it however the agenda changes.</summary>
public sealed class ItemPapersTests
{
    private const string Now = "2020-11-30 09:20";

    private static readonly FileRef Other = Evidence.Pdf with { Hash = new string('b', 64), Name = "对照表.pdf" };

    [Fact]
    public void Papers_are_added_once_and_dropped_while_the_agenda_is_prepared()
    {
        var story = Prepared();
        story.Do(new MeetingCommand.AddPapers("own.1", [Evidence.Pdf, Evidence.Pdf, Other]), Now);
        story.Try(new MeetingCommand.AddPapers("own.1", [Other]), Now).IsNothing();
        Assert.Equal([Evidence.Pdf, Other], Item(story).Papers!);

        story.Do(new MeetingCommand.DropPaper("own.1", Other.Hash), Now);
        story.Try(new MeetingCommand.DropPaper("own.1", Other.Hash), Now).IsNothing();
        story.Do(new MeetingCommand.DropPaper("own.1", Evidence.Pdf.Hash), Now);
        Assert.Null(Item(story).Papers);
        story.Try(new MeetingCommand.AddPapers("own.9", [Other]), Now).IsRefused("agenda.item-unknown");
        story.Try(new MeetingCommand.DropPaper("own.9", Other.Hash), Now).IsRefused("agenda.item-unknown");
        story.Try(new MeetingCommand.AddPapers("own.1", Evidence.TooMany), Now).IsRefused("file.too-many");
        story.Try(new MeetingCommand.AddPapers("own.1", [Other with { Name = "对照表.exe" }]), Now).IsRefused("file.type-refused");
    }

    [Fact]
    public void A_late_paper_is_added_after_the_notice_and_none_is_taken_away_then()
    {
        var story = Noticed();
        story.Do(new MeetingCommand.AddPapers("own.1", [Other]), "2020-12-01 09:00");
        story.Try(new MeetingCommand.DropPaper("own.1", Other.Hash), "2020-12-01 09:00").IsRefused("agenda.frozen");
        Assert.Equal(1, story.State.Told);
        Submitted().Try(new MeetingCommand.AddPapers("own.1", [Other]), Now).IsRefused("meeting.with-convenor");
        Sitting().Do(new MeetingCommand.AddPapers("own.1", [Other]), "2020-12-04 14:40");
    }

    [Fact]
    public void Composed_again_papers_stay_and_a_unit_suggests_with_papers()
    {
        var story = Prepared();
        story.Facts = story.Facts with { Duties = [new(Nongmu, new("monthly-2020-11"), HuiminCoord.Domain.Plans.DutyKind.Monthly, "11月小结", new(2020, 11, 28), false, false)] };
        story.Do(new MeetingCommand.Compose(), Now);
        story.Do(new MeetingCommand.AddPapers("late.nongmu.monthly", [Other]), Now);
        story.Do(new MeetingCommand.SuggestItem(Jiaoyu, "校园周边摊贩管理。", "", [Evidence.Pdf]), Now);
        story.Facts = story.Facts with { Duties = [.. story.Facts.Duties, new(Nongmu, new("monthly-2020-10"), HuiminCoord.Domain.Plans.DutyKind.Monthly, "10月小结", new(2020, 10, 28), false, false)] };
        story.Do(new MeetingCommand.Compose(), Now);

        Assert.Equal([Other], story.State.Agenda.Single(i => i.Id == "late.nongmu.monthly").Papers!);
        Assert.Equal([Evidence.Pdf], story.State.Agenda.Single(i => i.Reason == AgendaReason.EnteredByUnit).Papers!);
        story.Try(new MeetingCommand.Compose(), Now).IsNothing();
    }

    private static MeetingStory Prepared()
    {
        var story = Proposed();
        story.Do(MeetingStory.Item("停车收费线索由谁立案。"), "2020-11-30 09:10");
        return story;
    }

    private static AgendaItem Item(MeetingStory story) => story.State.Agenda.Single(i => i.Id == "own.1");
}

using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Units;
using static HuiminCoord.Domain.Tests.Files.Evidence;

namespace HuiminCoord.Domain.Tests.Units;

/// <summary>Evidence that is handed in with a report.</summary>
public sealed class SubmittedFilesTests
{
    private const string September = "monthly-2020-09", Day = "2020-09-25 10:00";

    [Fact]
    public void Files_leave_with_the_event_and_the_document_does_not_grow()
    {
        var with = Begun().Does(Day, Say.Submit(September) with { Files = [.. TooMany.Skip(1)] });
        var without = Begun().Does(Day, Say.Submit(September));

        Assert.Equal(FileRules.MostFiles, with.Events.OfType<UnitEvent.Submitted>().Single().Files!.Count);
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(without.State), System.Text.Json.JsonSerializer.Serialize(with.State));
    }

    [Fact]
    public void An_act_without_files_says_nothing_of_files()
    {
        Assert.Null(Begun().Does(Day, Say.Submit(September)).Events.OfType<UnitEvent.Submitted>().Single().Files);
        Assert.Null(Begun().Does(Day, Say.Submit(September) with { Files = [] }).Events.OfType<UnitEvent.Submitted>().Single().Files);
    }

    [Fact]
    public void Files_that_do_not_fit_refuse_the_whole_act()
    {
        Assert.Equal("file.too-many", Begun().Refusal(Day, Say.Submit(September) with { Files = TooMany }));
        Assert.Equal("file.type-refused", Begun().Refusal(Day, Say.Submit(September) with { Files = [Pdf with { Name = "a.exe" }] }));
    }

    [Fact]
    public void Files_for_what_is_in_already_are_refused_and_not_dropped()
    {
        var unit = Begun().Does(Day, Say.Submit(September));

        Assert.Equal("file.too-late", unit.Refusal(Day, Say.Submit(September) with { Files = [Pdf] }));
        Assert.True(unit.ChangesNothing(Day, Say.Submit(September)));
    }

    [Fact]
    public void A_report_that_came_back_takes_files_again()
    {
        var unit = Begun().Does(Day, Say.Submit(September)).Does("2020-09-27 16:00", Say.Return(September, "table"))
            .Does("2020-09-28 10:00", Say.Submit(September) with { Files = [Pdf] });

        var again = unit.Events.OfType<UnitEvent.Submitted>().Last();
        Assert.Equal(["table"], again.Parts);
        Assert.Equal([Pdf], again.Files);
    }

    private static UnitInPlay Begun() => new UnitInPlay().Begun();
}

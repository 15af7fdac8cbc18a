using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Tests.Time;

/// <summary>A paper is put together day by day.</summary>
public sealed class PaperSketchTests
{
    private static readonly DateOnly First = new(2021, 2, 11);

    [Theory]
    [InlineData("2020-1")]
    [InlineData("2021-1")]
    [InlineData("2022-1")]
    public void A_shipped_paper_taken_apart_arranges_the_same_days(string id)
    {
        var paper = Shipped.Table.Find(id)!;
        var sketch = PaperSketches.Of(paper);
        (sketch.Document, sketch.Reason) = ("国办发明电〔2020〕27号", "公布");
        var again = CalendarPaper.Parse(PaperSketches.Json(sketch));
        Assert.Equal((paper.Id, paper.PublishedOn, paper.Url), (again.Id, again.PublishedOn, again.Url));
        Assert.Equal(Days(sketch), Days(PaperSketches.Of(again)));
    }

    [Fact]
    public void A_layer_is_made_of_marked_days()
    {
        var sketch = Layer();
        PaperSketches.Mark(sketch, sketch.Festivals[0], First, works: false);
        PaperSketches.Mark(sketch, sketch.Festivals[0], First.AddDays(1), works: false);
        PaperSketches.Mark(sketch, sketch.Festivals[0], new(2021, 2, 20), works: true);
        var layer = CalendarPaper.Parse(PaperSketches.Json(sketch));
        Assert.Equal(("150103-20210201", "150103"), (layer.Id, layer.Region));
        Assert.Contains("2021-02-11/2021-02-12", layer.Json, StringComparison.Ordinal);
        Assert.Equal(new SketchedDay(true, "那达慕"), PaperSketches.DayIn(PaperSketches.Of(layer), new(2021, 2, 20)));
    }

    [Fact]
    public void A_mark_is_taken_off_by_the_same_mark_and_moved_by_another()
    {
        var sketch = Layer();
        sketch.Festivals.Add(new() { Name = "另一节日" });
        PaperSketches.Mark(sketch, sketch.Festivals[0], First, works: false);
        PaperSketches.Mark(sketch, sketch.Festivals[1], First, works: true);
        Assert.Equal(new SketchedDay(true, "另一节日"), PaperSketches.DayIn(sketch, First));
        PaperSketches.Mark(sketch, sketch.Festivals[1], First, works: true);
        Assert.Null(PaperSketches.DayIn(sketch, First));
    }

    [Fact]
    public void An_empty_sketch_says_everything_that_it_lacks_and_makes_no_paper()
    {
        Assert.Equal([PaperField.Year, PaperField.PublishedOn, PaperField.Document, PaperField.Url, PaperField.Days, PaperField.Reason], PaperSketches.Missing(new PaperSketch()));
        var layer = new PaperSketch { Regional = true };
        Assert.Equal([PaperField.Region, PaperField.RegionName, PaperField.PublishedOn, PaperField.Document, PaperField.Days, PaperField.Reason], PaperSketches.Missing(layer));
        PaperSketches.Mark(layer, layer.Festivals[0], First, works: false);
        Assert.Contains(PaperField.Festival, PaperSketches.Missing(layer));
        Assert.Throws<InvalidOperationException>(() => PaperSketches.Json(layer));
    }

    [Fact]
    public void A_run_of_days_is_cut_where_an_interval_would_not_be_believed()
    {
        var sketch = Layer();
        for (var day = 0; day < 40; day++)
        {
            PaperSketches.Mark(sketch, sketch.Festivals[0], First.AddDays(day), works: false);
        }

        Assert.Equal(40, PaperSketches.Of(CalendarPaper.Parse(PaperSketches.Json(sketch))).Festivals[0].Rest.Count);
    }

    private static PaperSketch Layer() => new()
    {
        Regional = true, Region = "150103", RegionName = "回民区", PublishedOn = new(2021, 2, 1), Document = "回政办字〔2021〕1号", Reason = "地方节日", Festivals = [new() { Name = "那达慕" }],
    };

    private static IEnumerable<(DateOnly Day, bool Works, string Name)> Days(PaperSketch sketch) =>
        sketch.Festivals.SelectMany(f => f.Rest.Select(d => (d, false, f.Name)).Concat(f.Work.Select(d => (d, true, f.Name)))).Order();
}

using HuiminCoord.Domain.Tasks;
using HuiminCoord.Server.Console.Tasks;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>What an address says of tasks, and what it is called again.</summary>
public sealed class TaskFilterTests
{
    [Fact]
    public void A_filter_is_read_back_from_its_own_address()
    {
        foreach (var filter in All())
        {
            var query = System.Web.HttpUtility.ParseQueryString(filter.At("/tasks").Split('?') is [_, var text] ? text : "");
            Assert.Equal(filter, TaskFilter.Of(TestServer.Plan, query["stage"], query["domain"], query["unit"], query["show"], query["by"]));
        }
    }

    [Fact]
    public void What_else_stands_in_the_address_stays_and_nothing_empty_is_written()
    {
        Assert.Equal("/tasks", new TaskFilter().At("/tasks", ("month", null), ("phase", "")));
        Assert.Equal("/phases?stage=slow&by=unit&month=2020-09", new TaskFilter("slow", ByUnit: true).At("/phases", ("month", "2020-09"), ("phase", null)));
    }

    [Theory]
    [InlineData(TaskLight.OnTrack, false)]
    [InlineData(TaskLight.Slow, true)]
    [InlineData(TaskLight.Stale, true)]
    [InlineData(TaskLight.Blocked, true)]
    public void Problems_are_all_lights_but_one(TaskLight light, bool problem)
    {
        Assert.Equal(problem, new TaskFilter(OnlyProblems: true).Shows(Line(light)));
        Assert.True(new TaskFilter(TaskFilter.StageOf(light)).Shows(Line(light)));
        Assert.Equal(problem ? 1 : 0, TaskCounts.Of([Line(light)]).Problems);
        Assert.Equal(1, TaskCounts.Of([Line(light)]).With(light));
    }

    [Fact]
    public void Groups_keep_the_figures_of_what_the_filter_leaves_out()
    {
        var group = Assert.Single(TaskGroup.Of([Line(TaskLight.OnTrack), Line(TaskLight.Slow)], TestServer.Plan, new TaskFilter("slow")));
        Assert.Equal(("住", 1, 2, 1), (group.Name, group.Tasks.Count, group.All.Total, group.All.OnTrack));
    }

    [Theory]
    [InlineData(1, "①")]
    [InlineData(20, "⑳")]
    [InlineData(21, "21")]
    public void Numbers_are_ringed_as_far_as_there_are_rings(int number, string mark) => Assert.Equal(mark, (Line(TaskLight.Slow) with { Number = number }).Mark);

    [Fact]
    public void A_date_of_another_year_carries_it()
    {
        var line = Line(TaskLight.Slow) with { LastProgressAt = new(2020, 12, 31, 16, 30, 0, TimeSpan.Zero) };
        Assert.Equal(("01-01", "2021-01-01", "—"), (line.Updated(new(2021, 2, 1)), line.Updated(new(2022, 2, 1)), Line(TaskLight.Slow).Updated(new(2021, 2, 1))));
    }

    private static IEnumerable<TaskFilter> All() =>
        from stage in new[] { null, "on-track", "slow", "stale", "blocked" }
        from domain in new[] { null, "zhu" }
        from unit in new[] { null, "gongan" }
        from odd in new[] { false, true }
        from grouped in new[] { false, true }
        select new TaskFilter(stage, domain, unit, odd, grouped);

    private static TaskLine Line(TaskLight light) => new("zhu-1", "zhu", "住", 1, "商品房销售整治", "scjg", "价格监督检查股", ["zhujian", "gongan"], light, null, null, null, [], 3, 0);
}

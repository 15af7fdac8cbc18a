using System.Net;
using System.Text.Json;
using HuiminCoord.Domain.Plans.Drafting;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Console.Circuits;
using HuiminCoord.Server.Console.Plans;
using HuiminCoord.Server.Plans;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>新建整治方案: the steps of the set-up, with what the office has put away.</summary>
public sealed class NewPlanTests : IAsyncLifetime
{
    private TestServer _server = null!;

    private PageVisitor _director = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start();
        _director = await PageVisitor.In(_server, "office-director");
    }

    public async ValueTask DisposeAsync()
    {
        _director.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public void The_shipped_plan_is_a_template_and_the_schema_is_none() => Assert.Equal(TestServer.Campaign, Assert.Single(PlanTemplates.Shipped).Plan.Campaign.Value);

    [Fact]
    public async Task Without_a_template_every_step_leads_to_the_first()
    {
        var page = await _director.Get("/plan/new?step=units");
        Assert.Contains("第1步", page.One("h1").TextContent, StringComparison.Ordinal);
        Assert.Contains("以此为底稿", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll(".stepbar"));
    }

    [Fact]
    public void What_is_another_districts_own_is_not_taken_over()
    {
        var sketch = PlanDraft.From(PlanTemplates.Shipped[0]).Sketch;
        Assert.All([sketch.Campaign, sketch.DistrictCode, sketch.DistrictName, sketch.Number, sketch.Issuer, sketch.File, sketch.Settings.OfficePhone], text => Assert.Equal("", text));
        Assert.Null(sketch.IssuedOn);
        Assert.Equal((11, 7, 42), (sketch.Units.Count, sketch.Duties.Count, sketch.Questions.Count));
    }

    [Fact]
    public async Task Problems_are_counted_at_their_steps_and_lead_there()
    {
        await Put(s => s.Duties[2].Due = new(2030, 1, 1));
        var page = await _director.Get("/plan/new?step=check");
        Assert.Contains("7处需要改正", page.One("[role=alert]").TextContent, StringComparison.Ordinal);
        var link = page.Document.QuerySelectorAll(".problems a").Single(a => a.GetAttribute("href")!.Contains("duties", StringComparison.Ordinal));
        Assert.Equal("/plan/new?step=duties#duties-2", link.GetAttribute("href"));
        Assert.Contains("时限不在整治起止之内", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.One(".stepbar button").GetAttribute("disabled"));
        var step = await _director.Get("/plan/new?step=duties");
        Assert.Contains("2020年总结和统计表", step.One("#duties-2 input.long").GetAttribute("value"), StringComparison.Ordinal);
        Assert.Contains("本步有1处需要改正", step.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_without_problems_is_shown_whole_and_can_be_stored()
    {
        await Put(Fill);
        var page = await _director.Get("/plan/new?step=check");
        Assert.Contains("核对无误", page.One(".note.good").TextContent, StringComparison.Ordinal);
        Assert.Contains("新城区（150102）", page.Text, StringComparison.Ordinal);
        Assert.Null(page.One(".stepbar button").GetAttribute("disabled"));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Each_step_can_be_read_in_both_languages(string language)
    {
        await Put(s =>
        {
            Fill(s);
            s.Title = "<script>alert(1)</script>";
            s.Units[1].Name = "\"><img src=x onerror=alert(1)>";
        });
        using var director = await PageVisitor.In(_server, "office-director", language);
        foreach (var step in Enum.GetValues<SketchStep>())
        {
            var page = await director.Get($"/plan/new?step={step}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal("step", page.One($".steps a[href='/plan/new?step={ProblemList.StepName(step)}']").GetAttribute("aria-current"));
            Assert.Empty(page.Document.QuerySelectorAll("main script,main img"));
            Assert.DoesNotMatch("plan\\.[a-z]+\\.[a-z]+", page.One("main").TextContent.Replace("plan.schema.json", "", StringComparison.Ordinal));
            Assert.All(page.Document.QuerySelectorAll("main input,main select,main textarea"), field => Assert.True(Named(page, field), field.OuterHtml));
        }
    }

    private static bool Named(Page page, AngleSharp.Dom.IElement field) =>
        field.HasAttribute("aria-label") || field.Closest("label") is not null || (field.Id is { Length: > 0 } id && page.Document.QuerySelector($"label[for='{id}']") is not null);

    private static void Fill(PlanSketch sketch)
    {
        (sketch.Campaign, sketch.DistrictCode, sketch.DistrictName) = ("xincheng-2021", "150102", "新城区");
        (sketch.Number, sketch.Issuer, sketch.IssuedOn) = ("新政办字〔2020〕5号", "新城区人民政府办公室", new(2020, 9, 17));
    }

    private async Task Put(Action<PlanSketch> change)
    {
        var draft = PlanDraft.From(PlanTemplates.Shipped[0]);
        change(draft.Sketch);
        await _server.Service<Pad>().Put(await _director.Asker(_server), NewPlanPage.Kind, JsonSerializer.Serialize(draft, ApiJson.Options), DateTimeOffset.UnixEpoch);
    }
}

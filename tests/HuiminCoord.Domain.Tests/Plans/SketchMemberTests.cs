using HuiminCoord.Domain.Plans.Drafting;
using HuiminCoord.Domain.Plans.Reading;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Plans;

/// <summary>Members and dates of a sketch: what hangs on them follows.</summary>
public sealed class SketchMemberTests
{
    private static PlanTemplate Template => new(WithForms, ShippedPlan.Json);

    [Fact]
    public void A_unit_that_leaves_is_named_nowhere_any_more()
    {
        var sketch = PlanSketches.Of(WithForms);
        SketchMembers.Remove(sketch, "gongxin");
        var json = SketchText.First(Template, sketch);
        SketchTextTests.Read(json);
        Assert.DoesNotContain("gongxin", json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_convening_unit_can_leave_and_another_leads_in_its_place()
    {
        var sketch = PlanSketches.Of(WithForms);
        SketchMembers.Remove(sketch, "scjg");
        Assert.Equal("jiaoyu", sketch.Convenor);
        Assert.All(sketch.Domains, d => Assert.Equal("jiaoyu", d.Lead));
        Assert.All(sketch.Domains, d => Assert.DoesNotContain("jiaoyu", d.Cooperating));
        SketchTextTests.Read(SketchText.First(Template, sketch));
    }

    [Theory]
    [InlineData("Shuiwu")]
    [InlineData("")]
    [InlineData("jiaoyu")]
    public void A_unit_without_an_id_of_its_own_does_not_join(string id)
    {
        var sketch = PlanSketches.Of(WithForms);
        Assert.False(SketchMembers.Add(sketch, id, "税务局"));
        Assert.Equal(WithForms.Units.Count, sketch.Units.Count);
    }

    [Fact]
    public void A_unit_leads_cooperates_or_takes_no_part()
    {
        var sketch = PlanSketches.Of(WithForms);
        var chi = sketch.Domains[0];
        SketchMembers.Take(sketch, "gongan", chi, DomainShare.Cooperates);
        Assert.Equal(["jiaoyu", "minzheng", "nongmu", "gongxin", "gongan"], chi.Cooperating);
        SketchMembers.Take(sketch, "minzheng", chi, DomainShare.Leads);
        Assert.Equal(("minzheng", DomainShare.Leads), (chi.Lead, SketchMembers.Share(chi, "minzheng")));
        Assert.Equal(["jiaoyu", "nongmu", "gongxin", "gongan"], chi.Cooperating);
        SketchMembers.Take(sketch, "minzheng", chi, DomainShare.None);
        Assert.Equal(("scjg", DomainShare.None), (chi.Lead, SketchMembers.Share(chi, "minzheng")));
    }

    [Fact]
    public void A_templates_dates_move_by_whole_months_and_keep_to_the_ends_of_months()
    {
        var sketch = PlanSketches.Of(WithForms);
        SketchDates.Move(sketch, new(2022, 3, 1));
        Assert.Equal((new DateOnly(2022, 3, 1), new DateOnly(2023, 5, 31)), (sketch.From, sketch.To));
        Assert.Equal([(new DateOnly(2022, 3, 1), new DateOnly(2022, 3, 31)), (new(2022, 4, 1), new(2023, 4, 30)), (new(2023, 5, 1), new(2023, 5, 31))], sketch.Phases.Select(p => (p.From!.Value, p.To!.Value)));
        var annual = sketch.Duties.Single(d => d.Template == "annual-2020");
        Assert.Equal(("annual-2022", "2022年总结和统计表", new DateOnly(2022, 7, 3)), (annual.Id, annual.Title, annual.Due));
        var plan = SketchTextTests.Read(SketchText.First(Template, sketch));
        Assert.Equal("zw-niandu-2020", plan.Duties.Single(d => d.Id == "annual-2022").Clause);
    }

    [Fact]
    public void A_sketch_without_days_begins_where_it_is_told_to()
    {
        var sketch = new PlanSketch();
        SketchDates.Move(sketch, new(2022, 3, 1));
        Assert.Equal((new DateOnly(2022, 3, 1), null), (sketch.From, sketch.To));
    }

    [Fact]
    public void An_empty_sketch_becomes_a_text_with_problems_and_nothing_worse() =>
        Assert.NotEmpty(PlanReader.Read(SketchText.First(Template, new PlanSketch())).Problems);
}

using System.Text.Json.Nodes;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Domain.Plans.Drafting;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Plans;

/// <summary>Forms follow a plan that is made from another one, and nobody has to mend what has no field.</summary>
public sealed class SketchFormTests
{
    private static PlanTemplate Template => new(WithForms, ShippedPlan.Json);

    [Fact]
    public void Another_campaign_has_the_same_forms_in_its_own_months()
    {
        var sketch = PlanSketches.Of(WithForms);
        (sketch.Campaign, sketch.IssuedOn) = ("xincheng-2022", new(2022, 8, 17));
        SketchDates.Move(sketch, new(2022, 8, 1));
        var plan = SketchTextTests.Read(SketchText.First(Template, sketch));
        Assert.Equal(new DateOnly(2022, 9, 1), plan.Forms!.Periods.From);
        Assert.Equal(["annual-2022 2022-09-01 2022-11-30", "annual-2023 2022-12-01 2023-10-31"], Annuals(plan));
        Assert.Equal(26, plan.Forms.Table.Columns.Count);
        Assert.DoesNotContain(PlanComparison.Between(WithForms, plan), d => d.Kind is DifferenceKind.ColumnEnds or DifferenceKind.RowEnds);
    }

    [Fact]
    public void An_amendment_moves_no_days_and_takes_them_out_of_a_shorter_campaign()
    {
        var sketch = PlanSketches.Of(WithForms);
        (sketch.From, sketch.To) = (new(2020, 9, 10), new(2021, 10, 28));
        (sketch.Phases[1].From, sketch.Phases[^1].To) = (new(2020, 9, 10), new(2021, 10, 28));
        sketch.Phases.RemoveAt(0);
        sketch.Duties.RemoveAll(d => d.Kind == DutyKind.Other);
        var plan = SketchTextTests.Read(SketchText.Next(Template, sketch, new("起止调整", "", AmendingBody.OfficeDirector)));
        Assert.Equal(new DateOnly(2020, 9, 10), plan.Forms!.Periods.From);
        Assert.Equal(["annual-2020 2020-09-10 2020-11-30", "annual-2021 2020-12-01 2021-10-28"], Annuals(plan));
    }

    [Fact]
    public void Rows_of_a_domain_and_days_of_a_report_go_with_it()
    {
        var sketch = PlanSketches.Of(WithForms);
        sketch.Domains.RemoveAll(d => d.Id == "chi");
        sketch.Tasks.RemoveAll(t => t.Id.StartsWith("chi-", StringComparison.Ordinal));
        sketch.Duties.RemoveAll(d => d.Id == "annual-2020");
        var plan = SketchTextTests.Read(SketchText.First(Template, sketch));
        Assert.Equal(9, plan.Forms!.Table.Sections.Count);
        Assert.Equal(["annual-2021 2020-12-01 2021-10-31"], Annuals(plan));
    }

    [Fact]
    public void A_template_without_forms_makes_a_plan_without()
    {
        var text = JsonNode.Parse(ShippedPlan.Json)!.AsObject();
        text.Remove("forms");
        var bare = text.ToJsonString();
        var plan = SketchTextTests.Read(bare);
        Assert.Null(SketchTextTests.Read(SketchText.First(new(plan, bare), PlanSketches.Of(plan))).Forms);
    }

    [Fact]
    public void Days_of_a_report_that_nobody_owes_any_more_go_with_the_unit_that_owed_it()
    {
        var text = JsonNode.Parse(ShippedPlan.Json)!.AsObject();
        text["duties"]!.AsArray().Single(d => (string?)d!["id"] == "annual-2020")!["owedBy"] = new JsonArray("minzheng");
        var plan = SketchTextTests.Read(text.ToJsonString());
        var wish = new MembershipWish(new("minzheng"), MembershipChange.Remove, "民政局", [], TableProfile.None, [], "职责调整");
        Assert.Equal(["annual-2021 2020-12-01 2021-10-31"], Annuals(SketchTextTests.Read(MemberPlan.Of(plan, text.ToJsonString(), wish, "全体会议"))));
    }

    private static IEnumerable<string> Annuals(Plan plan) => plan.Forms!.Periods.Annuals.OrderBy(a => a.Value.From).Select(a => $"{a.Key} {a.Value.From:yyyy-MM-dd} {a.Value.To:yyyy-MM-dd}");
}

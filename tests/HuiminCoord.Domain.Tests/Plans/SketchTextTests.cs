using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Domain.Plans.Drafting;
using HuiminCoord.Domain.Plans.Reading;
using NJsonSchema;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Plans;

/// <summary>What people fill in becomes a plan's text, made over a template.</summary>
public sealed class SketchTextTests
{
    private static readonly PlanAmendment Why = new("推迟年度总结", "联席办会商", AmendingBody.OfficeDirector);

    private static PlanTemplate Template => new(WithForms, ShippedPlan.Json);

    [Fact]
    public async Task A_sketch_that_nobody_touched_says_the_same_as_its_template()
    {
        var json = SketchText.First(Template, PlanSketches.Of(WithForms));
        Assert.Empty(PlanComparison.Between(WithForms, Read(json)));
        var schema = await JsonSchema.FromJsonAsync(ShippedPlan.Schema, TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(json));
    }

    [Fact]
    public void Taken_apart_again_it_is_the_same_sketch()
    {
        var sketch = Filled();
        Assert.Equal(Written(sketch), Written(PlanSketches.Of(Read(SketchText.First(Template, sketch)))));
    }

    [Fact]
    public void Every_field_reaches_the_plan()
    {
        var plan = Read(SketchText.First(Template, Filled()));
        Assert.Equal(("xincheng-2021", "新城区整治", new District("150102", "新城区")), (plan.Campaign.Value, plan.Title, plan.District));
        Assert.Equal(new IssuingDocument("新政办字〔2021〕5号", "新城区人民政府办公室", new(2021, 3, 1), "5号.pdf"), plan.Document);
        Assert.Equal(("shuiwu", TableProfile.Enforcing), (plan.Units[^1].Id.Value, plan.Units[^1].Table));
        Assert.Equal(["税务", "地税"], plan.Units[^1].Aliases);
        Assert.All(plan.Duties, d => Assert.Contains(plan.Units[^1].Id, d.OwedBy));
        Assert.Equal((new TimeOnly(8, 30), 5, 7, "0471-1"), (plan.Settings.DigestAt, plan.Settings.ReviewWorkdays, plan.Settings.SlowTaskDays, plan.Settings.OfficePhone));
        Assert.Equal("shuiwu", plan.Domain("xing")!.Lead.Value);
        Assert.Equal(("按此办理", null), (plan.Questions[0].Answer, plan.Questions[1].Answer));
        Assert.Equal(["issue", "due", "due-14", "plus-2"], plan.Ladders[DutyKind.Liaison].Rungs.Select(r => r.Id));
        Assert.Null(plan.Amendment);
    }

    /// <summary>Plans of earlier programs leave the number out, and one that is stale within the usual number could not have it written in.</summary>
    [Fact]
    public void A_number_that_is_left_out_stays_left_out_until_another_is_meant()
    {
        var sketch = PlanSketches.Of(WithForms);
        (sketch.Settings.SlowTaskDays, sketch.Settings.StaleTaskDays) = (null, 10);
        var without = SketchText.First(Template, sketch);
        Assert.Equal((PlanSettings.UsualSlowTaskDays, 10), (Read(without).Settings.SlowTaskDays, Read(without).Settings.StaleTaskDays));

        var again = PlanSketches.Of(Read(without));
        Assert.Equal(without, SketchText.First(new(Read(without), without), again));
        again.Settings.SlowTaskDays = 5;
        Assert.Equal(5, Read(SketchText.First(new(Read(without), without), again)).Settings.SlowTaskDays);
    }

    [Fact]
    public void The_next_version_says_why_and_can_take_the_place_of_the_one_before()
    {
        var sketch = PlanSketches.Of(WithForms);
        sketch.Duties.Single(d => d.Id == "annual-2020").Due = new(2020, 12, 10);
        var next = Read(SketchText.Next(Template, sketch, Why));
        Assert.Equal((2, Why), (next.Version, next.Amendment));
        Assert.Equal((DifferenceKind.Due, "2020-12-10"), Assert.Single(PlanComparison.Between(WithForms, next).Select(d => (d.Kind, d.Is))));
        Assert.Null(AmendmentRules.Refuse([WithForms], next));
    }

    [Fact]
    public void The_version_after_that_is_made_over_a_text_that_has_a_reason_already()
    {
        var second = SketchText.Next(Template, PlanSketches.Of(WithForms) with { Title = "改名" }, Why);
        var third = Read(SketchText.Next(new(Read(second), second), PlanSketches.Of(Read(second)), Why with { Reason = "再改", Basis = "" }));
        Assert.Equal((3, "再改", ""), (third.Version, third.Amendment!.Reason, third.Amendment.Basis));
        Assert.Null(Read(SketchText.First(new(Read(second), second), PlanSketches.Of(Read(second)))).Amendment);
    }

    [Fact]
    public void A_reminder_that_stays_keeps_its_id_and_one_at_another_moment_is_another_one()
    {
        var sketch = PlanSketches.Of(WithForms);
        var rungs = sketch.Ladders.Single(l => l.Kind == DutyKind.Monthly).Rungs;
        (rungs[0].Offset, rungs[0].Id) = (-7, "");
        rungs.Reverse();
        Assert.Equal(["t-7", "t-1", "due", "plus-1", "plus-2", "plus-3"], Read(SketchText.First(Template, sketch)).Ladders[DutyKind.Monthly].Rungs.Select(r => r.Id));
    }

    [Theory]
    [InlineData(-5, 9, 0, "t-5")]
    [InlineData(0, 9, 0, "due")]
    [InlineData(0, 15, 0, "due-15")]
    [InlineData(3, 9, 30, "plus-3-0930")]
    [InlineData(null, 9, 0, "issue")]
    public void Reminders_are_named_by_their_moments(int? offset, int hour, int minute, string id) => Assert.Equal(id, RungIds.Of(offset, new(hour, minute)));

    internal static Plan Read(string json)
    {
        var reading = PlanReader.Read(json);
        Assert.Empty(reading.Problems);
        return reading.Plan!;
    }

    private static string Written(PlanSketch sketch) => System.Text.Json.JsonSerializer.Serialize(sketch with { Duties = [.. sketch.Duties.Select(d => d with { Template = d.Id })] });

    /// <summary>Another district's campaign, with something else in every part.</summary>
    private static PlanSketch Filled()
    {
        var sketch = PlanSketches.Of(WithForms);
        (sketch.Campaign, sketch.Title, sketch.DistrictCode, sketch.DistrictName) = ("xincheng-2021", "新城区整治", "150102", "新城区");
        (sketch.Number, sketch.Issuer, sketch.IssuedOn, sketch.File) = ("新政办字〔2021〕5号", "新城区人民政府办公室", new(2021, 3, 1), "5号.pdf");
        Assert.True(SketchMembers.Add(sketch, "shuiwu", "税务局"));
        (sketch.Units[^1].Aliases, sketch.Units[^1].Table) = (["税务", "地税"], TableProfile.Enforcing);
        SketchMembers.Take(sketch, "shuiwu", sketch.Domains.Single(d => d.Id == "xing"), DomainShare.Leads);
        sketch.Duties.ForEach(d => d.OwedBy = [.. sketch.Units.Select(u => u.Id)]);
        (sketch.Settings.DigestAt, sketch.Settings.ReviewWorkdays, sketch.Settings.SlowTaskDays, sketch.Settings.OfficePhone) = (new(8, 30), 5, 7, "0471-1");
        sketch.Questions[0].Answer = "按此办理";
        var liaison = sketch.Ladders.Single(l => l.Kind == DutyKind.Liaison);
        liaison.Rungs[2] = new() { Id = "due-14", Offset = 0, At = new(14, 0), To = [Role.Liaison] };
        liaison.Rungs[3] = new() { Id = "plus-2", Offset = 2, At = new(9, 0), To = [Role.Leader] };
        return sketch;
    }
}

using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Drafting;
using HuiminCoord.Domain.Plans.Reading;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Plans;

/// <summary>What is filled in wrongly is found at the step in which it was filled in.</summary>
public sealed class SketchProblemTests
{
    private static PlanTemplate Template => new(WithForms, ShippedPlan.Json);

    public static TheoryData<string, SketchStep, string, string> Mistakes => new()
    {
        { "campaign", SketchStep.District, PlanProblemCode.Empty, "campaign" },
        { "hyphen", SketchStep.District, PlanProblemCode.IdInvalid, "campaign" },
        { "code", SketchStep.District, PlanProblemCode.DivisionInvalid, "district code" },
        { "number", SketchStep.Document, PlanProblemCode.Empty, "document number" },
        { "issuedOn", SketchStep.Document, PlanProblemCode.Empty, "document issuedOn" },
        { "window", SketchStep.Window, PlanProblemCode.WindowReversed, "window" },
        { "phase", SketchStep.Window, PlanProblemCode.PhaseGap, "phases 1 window" },
        { "name", SketchStep.Units, PlanProblemCode.UnitNameClash, "units 1 name" },
        { "lead", SketchStep.Units, PlanProblemCode.Empty, "domains 0 lead" },
        { "due", SketchStep.Duties, PlanProblemCode.Empty, "duties 2 schedule due" },
        { "outside", SketchStep.Duties, PlanProblemCode.DueOutside, "duties 2 schedule due" },
        { "nobody", SketchStep.Duties, PlanProblemCode.DutyNobody, "duties 0 owedBy" },
        { "rung", SketchStep.Reminders, PlanProblemCode.RungNobody, "ladders monthly rungs 0 to" },
        { "moment", SketchStep.Reminders, PlanProblemCode.WrongType, "ladders monthly rungs 5 offset" },
        { "setting", SketchStep.Reminders, PlanProblemCode.OutOfRange, "settings longRestDays" },
        { "ask", SketchStep.Questions, PlanProblemCode.Empty, "questions 3 ask" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Each_mistake_has_its_step_and_its_place(string mistake, SketchStep step, string code, string place)
    {
        var sketch = PlanSketches.Of(WithForms);
        Make(sketch, mistake);
        var json = SketchText.First(Template, sketch);
        var problems = SketchPlaces.Of(json, PlanReader.Read(json));
        Assert.Contains((step, code, place), problems.Select(p => (p.Step, p.Problem.Code, string.Join(' ', p.Place.Names))));
        Assert.All(problems, p => Assert.Equal(step, p.Step));
    }

    [Fact]
    public void A_place_says_what_the_entry_is_called()
    {
        var sketch = PlanSketches.Of(WithForms);
        Make(sketch, "due");
        var json = SketchText.First(Template, sketch);
        var place = Assert.Single(SketchPlaces.Of(json, PlanReader.Read(json))).Place;
        Assert.Equal(("duties", "due", "2020年总结和统计表"), (place.Part, place.Property, place.Subject));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("{", "")]
    [InlineData("{ \"version\": \"x\" }", "version")]
    [InlineData("{ \"verison\": 1 }", "verison")]
    public void Any_text_has_places(string json, string expected)
    {
        var problems = PlanReader.Read(json).Problems;
        var places = PlanPlaces.Of(json, problems);
        Assert.Equal(problems.Count, places.Count);
        Assert.Contains(expected, places.Select(p => p.Part));
    }

    private static void Make(PlanSketch sketch, string mistake)
    {
        Dictionary<string, Action> all = new()
        {
            ["campaign"] = () => sketch.Campaign = "",
            ["hyphen"] = () => sketch.Campaign = "xincheng",
            ["code"] = () => sketch.DistrictCode = "1501",
            ["number"] = () => sketch.Number = " ",
            ["issuedOn"] = () => sketch.IssuedOn = null,
            ["window"] = () => (sketch.From, sketch.To) = (sketch.To, sketch.From),
            ["phase"] = () => sketch.Phases[1].From = new(2020, 9, 2),
            ["name"] = () => sketch.Units[1].Name = sketch.Units[0].Name,
            ["lead"] = () => sketch.Domains[0].Lead = "",
            ["due"] = () => sketch.Duties[2].Due = null,
            ["outside"] = () => sketch.Duties[2].Due = new(2029, 1, 1),
            ["nobody"] = () => (sketch.Duties[0].ByAll, sketch.Duties[0].OwedBy) = (false, []),
            ["rung"] = () => Monthly(sketch).Rungs[0].To = [],
            ["moment"] = () => Monthly(sketch).Rungs[0].Offset = null,
            ["setting"] = () => sketch.Settings.LongRestDays = 1,
            ["ask"] = () => sketch.Questions[3].Ask = "",
        };
        all[mistake]();
    }

    private static LadderSketch Monthly(PlanSketch sketch) => sketch.Ladders.Single(l => l.Kind == DutyKind.Monthly);
}

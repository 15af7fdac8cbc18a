using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Tests.Plans;
using HuiminCoord.Domain.Tests.Time;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Rehearsing;

public sealed class RungCheckTests
{
    private const string Liaison = """{ "id": "issue", "offset": "issue", "at": "09:00", "to": ["liaison"] },""";
    private const string Annual = """{ "id": "t-15", "offset": -15, "at": "09:00", "to": ["liaison"] },""";
    private const string Decision = "\"decision\": {\n      \"rungs\": [";

    [Fact]
    public void Every_rung_of_the_shipped_plan_fires_somewhere() => Assert.Empty(Check(ShippedPlan.Json));

    [Fact]
    public void A_rung_before_the_issue_is_found_at_its_place()
    {
        var early = $$"""{{Liaison}} {{ShippedPlan.Mark}}{ "id": "t-2", "offset": -2, "at": "09:00", "to": ["liaison"] },""";
        IsFound("t-2", (Liaison, early));
    }

    [Fact]
    public void A_rung_before_the_duty_opens_is_found_at_its_place()
    {
        var early = $$"""{{ShippedPlan.Mark}}{ "id": "t-40", "offset": -40, "at": "09:00", "to": ["liaison"] }, {{Annual}}""";
        IsFound("t-40", (Annual, early));
    }

    [Fact]
    public void A_rung_that_fires_for_one_of_two_duties_is_not_a_problem()
    {
        // Twenty working days before 2020-12-03 lie after its opening, those before 2021-10-28 do not.
        var early = $$"""{ "id": "t-20", "offset": -20, "at": "09:00", "to": ["liaison"] }, {{Annual}}""";
        Assert.Empty(Check(ShippedPlan.Json.Replace((Annual, early))));
    }

    [Fact]
    public void A_kind_without_a_dated_duty_is_left_alone()
    {
        var early = $$"""{{Decision}} { "id": "t-90", "offset": -90, "at": "09:00", "to": ["liaison"] },""";
        Assert.Empty(Check(ShippedPlan.Json.Replace((Decision, early))));
    }

    private static void IsFound(string rung, (string Old, string New) change)
    {
        var (json, marks) = ShippedPlan.TakeMarks(ShippedPlan.Json.Replace(change));
        var problem = Assert.Single(Check(json));
        Assert.Equal(PlanProblemCode.RungNeverFires, problem.Code);
        Assert.Contains($"'{rung}'", problem.Message, StringComparison.Ordinal);
        Assert.Equal(Assert.Single(marks), new PlanPosition(problem.Line, problem.Column));
    }

    private static IReadOnlyList<PlanProblem> Check(string json)
    {
        var reading = PlanReader.Read(json);
        Assert.Empty(reading.Problems);
        return RungCheck.NeverFiring(reading.Plan!, reading, Shipped.National);
    }
}

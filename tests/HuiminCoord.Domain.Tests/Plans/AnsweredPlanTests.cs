using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Domain.Plans.Reading;
using NJsonSchema;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Plans;

/// <summary>The answer to an open question becomes the next version of the plan's text.</summary>
public sealed class AnsweredPlanTests
{
    private static OpenQuestion Question => WithForms.Questions.Single(q => q.Id == "digest-time");

    [Fact]
    public void Nothing_but_the_answer_changes()
    {
        var next = Read(Answer());
        Assert.Equal((2, "按此办理"), (next.Version, next.Questions.Single(q => q.Id == Question.Id).Answer));
        Assert.Equal((DifferenceKind.Answer, Question.Id), Assert.Single(PlanComparison.Between(WithForms, next).Select(d => (d.Kind, d.Subject))));
        Assert.Null(AmendmentRules.Refuse([WithForms], next));
    }

    [Fact]
    public void It_says_why_on_what_ground_and_by_whom()
    {
        var amendment = Read(Answer() with { Basis = "纪要〔2020〕1号", DecidedBy = AmendingBody.Meeting }).Amendment!;
        Assert.Contains(Question.Ask, amendment.Reason, StringComparison.Ordinal);
        Assert.Equal(("纪要〔2020〕1号", AmendingBody.Meeting), (amendment.Basis, amendment.DecidedBy));
        Assert.Equal("question/digest-time", Read(Answer()).Amendment!.Basis);
    }

    [Fact]
    public void Settings_follow_where_it_says_so()
    {
        var change = new SettingsChange(new(8, 30), new(18, 0), 4, 5, 6, 45, "0471-0000000", 20);
        var settings = Read(Answer() with { Settings = change }).Settings;
        Assert.Equal(WithForms.Settings with { DigestAt = new(8, 30), CloseOfBusiness = new(18, 0), LongRestDays = 4, ReviewWorkdays = 5, CorrectionWorkdays = 6, StaleTaskDays = 45, OfficePhone = "0471-0000000", SlowTaskDays = 20 }, settings);
    }

    [Fact]
    public void A_setting_that_the_plan_leaves_out_stays_left_out_and_keeps_its_usual_value()
    {
        var earlier = ShippedPlan.Json.Replace(("    \"slowTaskDays\": 15,\n", ""));
        Assert.Equal(PlanSettings.UsualSlowTaskDays, PlanReader.Read(earlier).Plan!.Settings.SlowTaskDays);

        var answered = AnsweredPlan.Of(WithForms, earlier, Answer() with { Settings = new(StaleTaskDays: 10) })!;
        Assert.DoesNotContain("\"slowTaskDays\"", answered, StringComparison.Ordinal);
        Assert.Equal((10, PlanSettings.UsualSlowTaskDays), (PlanReader.Read(answered).Plan!.Settings.StaleTaskDays, PlanReader.Read(answered).Plan!.Settings.SlowTaskDays));
        Assert.Equal(7, PlanReader.Read(AnsweredPlan.Of(WithForms, earlier, Answer() with { Settings = new(SlowTaskDays: 7) })!).Plan!.Settings.SlowTaskDays);
    }

    [Fact]
    public void A_unit_gets_another_table()
    {
        var next = Read(Answer() with { Tables = new Dictionary<UnitId, TableProfile> { [new("jiaoyu")] = TableProfile.None } });
        Assert.Equal(TableProfile.None, next.Unit(new("jiaoyu"))!.Table);
        Assert.Equal(2, PlanComparison.Between(WithForms, next).Count);
    }

    [Fact]
    public void An_unheard_of_question_has_no_answer() => Assert.Null(AnsweredPlan.Of(WithForms, ShippedPlan.Json, Answer() with { Question = "unheard-of" }));

    [Fact]
    public void A_unit_that_is_no_member_gets_no_table() =>
        Assert.Throws<ArgumentException>(() => AnsweredPlan.Of(WithForms, ShippedPlan.Json, Answer() with { Tables = new Dictionary<UnitId, TableProfile> { [new("shangwu")] = TableProfile.None } }));

    [Fact]
    public void A_long_answer_leaves_a_reason_that_can_be_read() =>
        Assert.EndsWith("…", Read(Answer() with { Text = new string('长', PlanLimits.LongText) }).Amendment!.Reason, StringComparison.Ordinal);

    [Fact]
    public async Task The_schema_takes_it()
    {
        var schema = await JsonSchema.FromJsonAsync(ShippedPlan.Schema, TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(AnsweredPlan.Of(WithForms, ShippedPlan.Json, Answer() with { Settings = new(DigestAt: new(8, 30)) })!));
    }

    private static PlanAnswer Answer() => new(Question.Id, "按此办理", "", AmendingBody.OfficeDirector, null, null);

    private static Plan Read(PlanAnswer answer)
    {
        var reading = PlanReader.Read(AnsweredPlan.Of(WithForms, ShippedPlan.Json, answer)!);
        Assert.Empty(reading.Problems);
        return reading.Plan!;
    }
}

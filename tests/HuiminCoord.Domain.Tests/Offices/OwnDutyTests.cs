using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tests.Time;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Offices;

/// <summary>The office owes too: review, consolidation and bulletin have dates, and it is reminded of what it has not done.</summary>
public sealed class OwnDutyTests
{
    private static readonly OfficeState Begun = OfficeRules.Evolve(new(), new OfficeEvent.Begun(1, Issued));

    [Fact]
    public void Of_September_2020_the_table_is_due_after_the_long_holiday_and_the_bulletin_on_the_tenth()
    {
        var duties = OfficeDuties.Of(WithForms, Period("monthly-2020-09"), Shipped.National.Latest).ToDictionary(d => d.Kind, d => d.Due);

        Assert.Equal(new DateOnly(2020, 10, 12), duties[OfficeDutyKind.Consolidation]); // 9-29, 9-30, 10-9, the working Saturday 10-10, 10-12
        Assert.Equal(new DateOnly(2020, 10, 10), duties[OfficeDutyKind.Bulletin]);
        Assert.True(duties[OfficeDutyKind.Review] <= duties[OfficeDutyKind.Consolidation]);
    }

    [Fact]
    public void A_year_has_no_bulletin_and_a_plan_without_forms_has_nothing()
    {
        Assert.Equal([OfficeDutyKind.Review, OfficeDutyKind.Consolidation], OfficeDuties.Of(WithForms, Period("annual-2020"), Shipped.National.Latest).Select(d => d.Kind));
        Assert.Empty(OfficeDuties.Of(Notice, Shipped.National.Latest));
    }

    [Fact]
    public void What_is_not_done_is_told_on_its_day_and_once_more_after_it()
    {
        Assert.Equal(["monthly-2020-09 own-review"], Own("2020-09-30 10:00", "2020-10-09 09:01"));
        Assert.Equal(["monthly-2020-09 own-bulletin", "monthly-2020-09 own-review-late"], Own("2020-10-09 10:00", "2020-10-10 09:01"));
        Assert.Equal(["monthly-2020-09 own-bulletin-late", "monthly-2020-09 own-consolidation"], Own("2020-10-10 10:00", "2020-10-12 09:01"));
        Assert.Equal(["monthly-2020-09 own-consolidation-late"], Own("2020-10-12 10:00", "2020-10-13 09:01"));
    }

    [Fact]
    public void What_is_done_is_told_nobody()
    {
        var done = new HashSet<OfficeDutyAt> { new(new("monthly-2020-09"), OfficeDutyKind.Consolidation) };
        Assert.Equal(["monthly-2020-09 own-bulletin-late"], Own("2020-10-10 10:00", "2020-10-12 09:01", done));
        Assert.Empty(Own("2020-10-12 10:00", "2020-10-13 09:01", done));
    }

    [Fact]
    public void After_an_outage_each_duty_is_told_by_its_latest_step()
    {
        var steps = Composed("2020-10-09 10:00", "2020-10-13 09:01", []).Where(s => OwnDutySteps.KindOf(s.Rung) is not null).ToLookup(s => s.SupersededBy is null, s => s.Rung);
        Assert.Equal(["own-bulletin-late", "own-consolidation-late", "own-review-late"], steps[true].Order());
        Assert.Equal(["own-bulletin", "own-consolidation"], steps[false].Order());
    }

    private static IEnumerable<string> Own(string given, string now, HashSet<OfficeDutyAt>? done = null) =>
        Composed(given, now, done ?? []).Where(s => OwnDutySteps.KindOf(s.Rung) is not null && s.SupersededBy is null).Select(s => $"{s.Subject} {s.Rung}").Order();

    private static IReadOnlyList<OfficeStep> Composed(string given, string now, HashSet<OfficeDutyAt> done)
    {
        var state = Begun with { GivenThrough = At(given) };
        var facts = OfficeFacts.None with { Done = done };
        return [.. OfficeRules.DecideWake(state, WithForms, facts, Shipped.National.AsKnownAt(At(now)), At(now)).Events().OfType<OfficeEvent.Composed>().SelectMany(e => e.Steps)];
    }

    private static Occurrence Period(string id) => OfficeDuties.Periods(WithForms).Single(o => o.Id.Value == id);
}

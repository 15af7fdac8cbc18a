using FsCheck;
using FsCheck.Fluent;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tests.Time;
using Microsoft.FSharp.Core;

namespace HuiminCoord.Domain.Tests.Meetings;

/// <summary>Whatever the registers say: no open decision is missing, no duty stands there twice, the order is total and stable.</summary>
public sealed class AgendaPropertyTests
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure
        .WithMaxTest(1000)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20201204, 150103), FSharpOption<int>.None)));

    private static readonly DateOnly Today = new(2020, 11, 30);

    private static readonly Gen<AgendaDuty> Duty =
        from unit in Gen.Elements(MeetingStory.Answered.Units.Select(u => u.Id).ToArray())
        from kind in Gen.Elements(Enum.GetValues<DutyKind>())
        from number in Gen.Choose(1, 30)
        from due in Gen.Choose(-40, 20)
        from dated in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        from returned in Gen.Elements(true, false)
        from reported in Gen.Elements(true, false)
        from asked in Gen.Elements(true, false)
        select new AgendaDuty(unit, new($"duty-{number}"), kind, $"事项{number}", dated ? Today.AddDays(due) : null, returned, reported, asked ? Today.AddDays(30) : null, asked ? "原因" : null);

    private static readonly Gen<AgendaDuty[]> Duties = from all in Duty.ArrayOf() select all.DistinctBy(d => (d.Unit, d.Duty)).ToArray();

    [Fact]
    public void No_open_decision_is_missing_and_each_has_an_item_of_its_own() => Holds((duties, agenda) =>
        duties.Where(d => d.Kind == DutyKind.Decision).Select(Row).Order(StringComparer.Ordinal)
            .SequenceEqual(agenda.Where(i => i.Heading == AgendaHeading.CarriedOver).Select(i => i.Rows.Single()).Order(StringComparer.Ordinal)));

    [Fact]
    public void Decisions_stand_there_oldest_first() => Holds((duties, agenda) =>
    {
        var dues = duties.ToDictionary(Row, d => d.Due ?? DateOnly.MaxValue);
        var stand = agenda.Where(i => i.Heading == AgendaHeading.CarriedOver).Select(i => dues[i.Rows[0]]).ToList();
        return stand.SequenceEqual(stand.Order());
    });

    [Fact]
    public void Every_duty_that_is_late_returned_or_asked_for_stands_in_exactly_one_item() => Holds((duties, agenda) =>
    {
        var rows = agenda.SelectMany(i => i.Rows).ToList();
        var spokenOf = duties.Where(d => d.Kind == DutyKind.Decision || d.Returned || d.AskedUntil is not null || (!d.Reported && d.Due < Today)).Select(Row);
        return rows.Order(StringComparer.Ordinal).SequenceEqual(spokenOf.Order(StringComparer.Ordinal));
    });

    [Fact]
    public void There_is_one_item_per_unit_and_kind() => Holds((_, agenda) =>
        agenda.Select(i => i.Id).Distinct().Count() == agenda.Count && agenda.Where(i => i.Heading == AgendaHeading.NotReported).All(i => i.Units.Count == 1));

    [Fact]
    public void The_order_does_not_depend_on_the_order_of_the_rows() => Prop.ForAll(Duties.ToArbitrary(), duties =>
    {
        var (one, other) = (Composed(duties), Composed([.. duties.Reverse()]));
        return one.Count == other.Count && one.Zip(other).All(pair => pair.First.SameAs(pair.Second)) && one.Select(i => i.Heading).SequenceEqual(one.Select(i => i.Heading).Order());
    }).Check(Repeatable);

    [Fact]
    public void Every_item_fits_the_one_page() => Holds((_, agenda) =>
        agenda.All(i => i.Fact.Length is > 0 and <= AgendaItem.LongestText && i.Owner.Length is > 0 and <= AgendaItem.LongestOwner && i.Minutes is > 0 and <= 120));

    [Fact]
    public void A_member_sees_nothing_about_others_and_loses_no_item() => Holds((_, agenda) =>
    {
        var meeting = new MeetingState { Stage = MeetingStage.Noticed, Arrangement = MeetingStory.Plenary, Agenda = [.. agenda] };
        var view = AgendaView.For(MeetingStory.Jiaoyu, meeting);
        return view.Items.All(i => i.Units.Count == 0 || i.Units.Contains(MeetingStory.Jiaoyu)) && view.Items.Count + view.Hidden.Values.Sum() == agenda.Count;
    });

    private static void Holds(Func<AgendaDuty[], IReadOnlyList<AgendaItem>, bool> holds) =>
        Prop.ForAll(Duties.ToArbitrary(), duties => holds(duties, Composed(duties))).Check(Repeatable);

    private static IReadOnlyList<AgendaItem> Composed(AgendaDuty[] duties) =>
        AgendaComposer.Compose(new(Today, duties, [], []), MeetingStory.Answered, Shipped.KnownOn("2020-11-30"));

    private static string Row(AgendaDuty duty) => $"obligation/{duty.Unit}/{duty.Duty}";
}

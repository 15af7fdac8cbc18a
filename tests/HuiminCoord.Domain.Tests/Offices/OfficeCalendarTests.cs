using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Tests.Campaigns;
using HuiminCoord.Domain.Tests.Time;
using HuiminCoord.Domain.Time;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Offices;

/// <summary>The office and a holiday paper that comes while the campaign runs.</summary>
public sealed class OfficeCalendarTests
{
    [Fact]
    public void A_due_day_that_a_paper_puts_off_after_its_morning_has_no_second_morning()
    {
        var (state, morning) = Wake(Given("2021-02-25 09:01"), "2021-02-26 09:01", OfficeFacts.None);
        Assert.Equal(["monthly-2021-02 office-morning "], Steps(Assert.Single(morning)));
        state = OfficeRules.Decide(state, new OfficeCommand.AdoptCalendar(1, Sunday.Id)).Events().Aggregate(state, OfficeRules.Evolve);

        Assert.Equal(At("2021-02-28 09:01"), OfficeRules.NextWake(state, Notice, Known("2021-02-26 10:00"), At("2021-02-26 10:00")));
        Assert.Empty(OfficeRules.DecideWake(state, Notice, OfficeFacts.None, Known("2021-02-28 09:01"), At("2021-02-28 09:01")).Events());
        var afternoon = OfficeRules.DecideWake(state, Notice, OfficeFacts.None, Known("2021-02-28 16:01"), At("2021-02-28 16:01")).Events();
        Assert.Equal(["monthly-2021-02 office-afternoon "], Steps((OfficeEvent.Composed)Assert.Single(afternoon)));
    }

    [Fact]
    public void An_imported_paper_reaches_the_office_once()
    {
        var adopt = new OfficeCommand.AdoptCalendar(1, "2021-1");
        var state = OfficeRules.Evolve(Begun(), Assert.Single(OfficeRules.Decide(Begun(), adopt).Events()));

        OfficeRules.Decide(state, adopt).IsNothing();
        OfficeRules.Decide(new(), adopt).IsNothing();
        Assert.Single(OfficeRules.Decide(state, new OfficeCommand.AdoptCalendar(2, "2022-1")).Events());
    }

    [Fact]
    public void What_was_given_long_ago_is_forgotten()
    {
        var state = Begun();
        foreach (var day in (string[])["2020-09-28 09:01", "2020-09-28 16:01", "2020-10-28 09:01", "2020-11-27 09:01"])
        {
            state = Wake(state, day, OfficeFacts.None).State;
        }

        Assert.Equal(["monthly-2020-10/office-morning", "monthly-2020-11/office-morning"], state.Given.Keys.Where(k => k.StartsWith("monthly", StringComparison.Ordinal) && k.EndsWith("morning", StringComparison.Ordinal)));
    }

    /// <summary>A layer that makes Sunday 2021-02-28 a working day of the district.</summary>
    private static CalendarPaper Sunday { get; } = CalendarPaper.Parse("""
        {"schema":"huimin-workdays/1","layer":{"region":"150103","name":"回民区","publishedOn":"2021-02-26","note":"","festivals":[{"name":"调休","work":["2021-02-28"]}]}}
        """);

    /// <summary>The district's calendar; the layer was imported on Friday 2021-02-26 at 10:00.</summary>
    private static WorkingCalendar Known(string at) => new WorkingCalendars(Shipped.Table.With([new(Sunday, At("2021-02-26 10:00"), "")]), "150103").AsKnownAt(At(at));

    private static OfficeState Begun() => OfficeRules.Evolve(new(), OfficeRules.Decide(new(), new OfficeCommand.Begin(1, Issued)).Event());

    private static OfficeState Given(string through) => Begun() with { GivenThrough = At(through) };

    private static IEnumerable<string> Steps(OfficeEvent.Composed message) =>
        message.Steps.Select(s => $"{s.Subject} {s.Rung} {s.SupersededBy}").Order(StringComparer.Ordinal);

    private static (OfficeState State, IReadOnlyList<OfficeEvent.Composed> Messages) Wake(OfficeState state, string now, OfficeFacts facts)
    {
        var events = OfficeRules.DecideWake(state, Notice, facts, Shipped.National.AsKnownAt(At(now)), At(now)).Events();
        return (events.Aggregate(state, OfficeRules.Evolve), [.. events.Cast<OfficeEvent.Composed>()]);
    }
}

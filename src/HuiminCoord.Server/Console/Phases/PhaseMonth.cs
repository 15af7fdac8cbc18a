using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Server.Console.Phases;

/// <summary>A month of the campaign, with what was to be handed in in it.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Phase">The phase that it belongs to: the one that its last day lies in.</param>
/// <param name="Opens">True for the phase's first month.</param>
/// <param name="Closes">True for the phase's last month.</param>
/// <param name="When">Before, around or after today.</param>
/// <param name="Duties">What was due in it, each with its counts; of a phase whose duties have no date, those.</param>
/// <param name="EnteredLate">True where they have no date: they are entered when done, and never overdue.</param>
public sealed record PhaseMonth(
    DateOnly First, PhasePlan Phase, bool Opens, bool Closes, MonthStage When, IReadOnlyList<DutyCount> Duties, bool EnteredLate)
{
    /// <summary>Its name in addresses: 2020-09.</summary>
    public string Id => First.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What the month's figure counts: its monthly report, else its annual one, else the first of the others.</summary>
    public DutyCount? Main { get; init; }

    /// <summary>已报 and 应报 units; where duties have no date, those units that have entered all of them. Null where nothing is counted.</summary>
    public (int Reported, int Owed)? Figure =>
        Main is { } main ? (main.Reported, main.Owed)
        : EnteredLate ? (Duties.Max(d => d.Owed) - Duties.SelectMany(d => d.Silent).Distinct().Count(), Duties.Max(d => d.Owed))
        : null;

    /// <summary>All months of a campaign.</summary>
    /// <param name="plan">The plan in force.</param>
    /// <param name="counts">How duties stand; those that nobody owes yet are not among them.</param>
    /// <param name="today">The campaign's today.</param>
    public static IReadOnlyList<PhaseMonth> Of(Plan plan, IReadOnlyList<DutyCount> counts, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var planned = plan.Duties.SelectMany(Occurrence.Of).ToList();
        var known = counts.ToDictionary(c => c.Duty);
        var months = new List<(DateOnly First, PhasePlan Phase)>();
        for (var first = FirstOf(plan.Window.From); first <= plan.Window.To; first = first.AddMonths(1))
        {
            months.Add((first, plan.Phases.FirstOrDefault(p => p.Window.To >= Earlier(LastOf(first), plan.Window.To)) ?? plan.Phases[^1]));
        }

        return [.. months.Select((m, i) => Of(
            m, opens: i == 0 || months[i - 1].Phase != m.Phase, closes: i == months.Count - 1 || months[i + 1].Phase != m.Phase, planned, known, today))];
    }

    private static PhaseMonth Of(
        (DateOnly First, PhasePlan Phase) month, bool opens, bool closes, IReadOnlyList<Occurrence> planned, Dictionary<DutyId, DutyCount> known, DateOnly today)
    {
        var dated = planned.Where(o => o.Due is { } due && FirstOf(due) == month.First).OrderBy(o => Rank(o.Duty.Kind)).ThenBy(o => o.Due).ToList();
        var undated = planned.Where(o => o.Due is null && o.Duty.Phase == month.Phase.Id).ToList();
        var late = dated.Count == 0 && opens;
        var duties = (late ? undated : dated).Where(o => known.ContainsKey(o.Id)).ToList();
        var when = today < month.First ? MonthStage.Ahead : today > LastOf(month.First) ? MonthStage.Past : MonthStage.Present;
        return new(month.First, month.Phase, opens, closes, when, [.. duties.Select(o => known[o.Id])], late && duties.Count > 0)
        {
            Main = late || duties.Count == 0 ? null : known[duties[0].Id],
        };
    }

    private static int Rank(DutyKind kind) => kind switch
    {
        DutyKind.Monthly => 0,
        DutyKind.Annual => 1,
        _ => 2,
    };

    private static DateOnly FirstOf(DateOnly day) => day.AddDays(1 - day.Day);

    private static DateOnly LastOf(DateOnly first) => first.AddMonths(1).AddDays(-1);

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}

/// <summary>Where a month lies, seen from today.</summary>
public enum MonthStage
{
    /// <summary>Over.</summary>
    Past,

    /// <summary>Today lies in it.</summary>
    Present,

    /// <summary>Still to come.</summary>
    Ahead,
}

using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Console.Duties;

namespace HuiminCoord.Server.Console.Home;

/// <summary>What a unit's workbench shows.</summary>
/// <param name="Scene">The campaign as it is now.</param>
/// <param name="Open">What is open, by date.</param>
/// <param name="Over">How many are over.</param>
public sealed record Workbench(CampaignScene Scene, IReadOnlyList<DutyLine> Open, int Over)
{
    private const int Fortnight = 12;

    /// <summary>What the unit has to do something about.</summary>
    public IReadOnlyList<DutyLine> Asked => [.. Open.Where(l => l.IsAsked)];

    public int Late => Asked.Count(l => l.IsLate);

    public int Returned => Asked.Count(l => l.Is == Layout.Status.Returned);

    public int Near => Asked.Count(l => l.IsNear(Scene));

    /// <summary>The first thing to do: what is late, then what came back, then what is due next.</summary>
    public DutyLine? First => Asked.OrderBy(l => l.IsLate ? 0 : l.Is == Layout.Status.Returned ? 1 : 2).ThenBy(l => l.Due ?? DateOnly.MaxValue).FirstOrDefault(l => l.Due is not null);

    /// <summary>Today and the days after it, with what is due on each.</summary>
    public IReadOnlyList<WorkbenchDay> Days =>
        [.. Enumerable.Range(0, Fortnight).Select(Scene.Today.AddDays).Select(d => new WorkbenchDay(d, Scene.Calendar.IsWorkingDay(d), [.. Asked.Where(l => l.Due == d)]))];

    /// <summary>The calendar as known now.</summary>
    public WorkingCalendar Calendar => Scene.Calendar;
}

/// <summary>One of the next days.</summary>
public sealed record WorkbenchDay(DateOnly Day, bool Works, IReadOnlyList<DutyLine> Due);

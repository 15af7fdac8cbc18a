using BenchmarkDotNet.Attributes;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Kernel.Bench;

/// <summary>What a unit's actor thinks at each wake: a unit that was silent to month 14, the longest document there is.</summary>
[MemoryDiagnoser]
public class UnitKernel
{
    private readonly UnitTerms _terms = Shipped.Terms();
    private UnitState _state = new();
    private DateTimeOffset _wake;
    private WorkingCalendar _calendar = null!;
    private OpenDuty _duty = null!;

    [GlobalSetup]
    public void LiveThrough()
    {
        (_state, _wake) = Shipped.Silent(_terms, ChinaTime.StartOf(new(2021, 10, 20)));
        _calendar = Shipped.Calendars.AsKnownAt(_wake);
        _duty = _terms.Open(_state).Last(d => d.Due is not null && !d.EnteredLate);
    }

    [Benchmark(Description = "RungPlanner.Plan, one duty")]
    public IReadOnlyList<PlannedRung> PlanRungs() => RungPlanner.Plan(_duty, _terms.Settings, _calendar);

    [Benchmark(Description = "UnitRules.DecideWake, silent to month 14")]
    public Decision<UnitEvent> DecideWake() => UnitRules.DecideWake(_state, _terms, _wake);

    [Benchmark(Description = "UnitWake.Next, silent to month 14")]
    public DateTimeOffset? Next() => UnitWake.Next(_state, _terms, _wake);
}

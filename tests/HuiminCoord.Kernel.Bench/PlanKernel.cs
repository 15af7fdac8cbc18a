using BenchmarkDotNet.Attributes;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Domain.Plans.Reading;

namespace HuiminCoord.Kernel.Bench;

/// <summary>Reading the shipped plan, and comparing it with a version in which every unit has another name and one duty is gone.</summary>
[MemoryDiagnoser]
public class PlanKernel
{
    private readonly Plan _amended = Shipped.Plan with
    {
        Version = 2,
        Units = [.. Shipped.Plan.Units.Select(u => u with { Name = u.Name + "（改）" })],
        Duties = [.. Shipped.Plan.Duties.Skip(1)],
    };

    [Benchmark(Description = "PlanReader.Read, the shipped plan")]
    public PlanReading Read() => PlanReader.Read(Shipped.PlanText);

    [Benchmark(Description = "PlanComparison.Between, an amended plan")]
    public IReadOnlyList<PlanDifference> Compare() => PlanComparison.Between(Shipped.Plan, _amended);
}

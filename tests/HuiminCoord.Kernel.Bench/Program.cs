using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using HuiminCoord.Kernel.Bench;
using Perfolizer.Horology;

// dotnet run -c Release --project tests/HuiminCoord.Kernel.Bench [-- --filter *Plan*] [-- --artifacts DIR]
// In this process, with short iterations: two minutes, good to a few per cent. Results also as JSON in BenchmarkDotNet.Artifacts.
var job = Job.Default
    .WithToolchain(InProcessEmitToolchain.Instance)
    .WithWarmupCount(4)
    .WithIterationCount(9)
    .WithIterationTime(TimeInterval.FromMilliseconds(200));
var config = ManualConfig.Create(DefaultConfig.Instance).AddJob(job).AddExporter(JsonExporter.BriefCompressed);
var summaries = BenchmarkSwitcher.FromTypes([typeof(CalendarKernel), typeof(UnitKernel), typeof(PlanKernel), typeof(AgendaKernel), typeof(WorkbookKernel)])
    .Run(args.Length == 0 ? ["--filter", "*", "--join"] : args, config);
return summaries.Any(s => s.HasCriticalValidationErrors || s.Reports.Any(r => !r.Success)) ? 1 : 0;

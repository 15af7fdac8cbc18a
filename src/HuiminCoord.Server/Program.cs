using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Rehearsals;

var json = File.ReadAllText(args[0]);
var reading = PlanReader.Read(json);
foreach (var p in reading.Problems) Console.WriteLine(p);
var plan = reading.Plan!;
var start = ChinaTime.StartOf(plan.Document.IssuedOn);
var dir = Directory.CreateTempSubdirectory().FullName;
Console.WriteLine(dir);
var sw = System.Diagnostics.Stopwatch.StartNew();
int n = 0;
await new Rehearsal(new(plan, json, 1, start, ChinaTime.EndOf(new(2021, 11, 30)), []), dir).Run(_ => n++);
Console.WriteLine($"{n} instants {sw.Elapsed}");
return 0;

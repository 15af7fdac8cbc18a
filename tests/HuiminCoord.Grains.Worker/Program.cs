using System.Globalization;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Timekeeping;
using HuiminCoord.Grains.Worker;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

// Usage: worker (Sqlite DIR | PostgreSql CONNECTION) CAMPAIGN COMMANDS_PER_LANE ACKED_OF_LANE_0 ACKED_OF_LANE_1 …
// The audit is sealed where HUIMINCOORD_AUDIT_KEY and HUIMINCOORD_AUDIT_CHECKPOINTS say.
// Sends numbered, keyed commands and prints "ack LANE NUMBER SEQUENCE" after each answer; prints "quiet" when nothing is left to do.
var provider = Enum.Parse<DatabaseProvider>(args[0]);
var campaign = args[2];
var perLane = int.Parse(args[3], CultureInfo.InvariantCulture);
var acked = args[4..].Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();

await using var database = provider == DatabaseProvider.Sqlite ? CoordinationDatabase.InDirectory(args[1]) : CoordinationDatabase.OnPostgreSql(args[1]);
await using var silo = await TestSilo.Start(database, timekeeping: new TimekeepingOptions { TouchEvery = TimeSpan.FromMilliseconds(100) }, configure: services =>
    services.AddSingleton(TimeProvider.System).AddAuditSealing(AuditPlaces.From(Environment.GetEnvironmentVariable, AppContext.BaseDirectory)));
await Task.WhenAll(Enumerable.Range(0, acked.Length).Select(Lane));
await Quiet();
Say("quiet");
return 0;

async Task Lane(int lane)
{
    var counter = silo.Grains.GetGrain<ICounterGrain>($"{campaign}/lane-{lane}");
    for (var number = acked[lane]; number < perLane; number++)
    {
        var wish = $"wish-{lane}-{number}";
        var answer = await counter.Do(new CounterCommand.Add(number + 1, wish, TimeSpan.FromMilliseconds(20)), new CommandKey($"key-{number}", wish));
        Say($"ack {lane} {number} {answer.Sequence}");
    }
}

// Polls until every planned step has fired and everything is told; the touches do the work.
async Task Quiet()
{
    var schedule = silo.Get<WakeIndex>();
    while (await schedule.NextWake(campaign) is not null || await Untold() > 0)
    {
        await Task.Delay(20);
    }
}

async Task<int> Untold()
{
    await using var db = database.OpenToRead();
    return await db.Outbox.CountAsync();
}

static void Say(string line)
{
    Console.Out.WriteLine(line);
    Console.Out.Flush();
}
